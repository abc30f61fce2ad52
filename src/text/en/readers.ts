export const invite = {
  title: 'Let somebody read',
  lead: 'For those who are not doctors of the district. They can read, but change nothing.',
  role: 'Who is to read?',
  roles: {
    'dispatch-centre': 'The dispatch centre: the rota, who is on duty now, and their telephone numbers',
    'service-manager': 'Service manager: the rota, the doctors, hours and who has confirmed changes',
    'union-representative': 'Union representative: the rota, hours and drafts out for comments',
    'payroll-reader': 'Payroll: the rota and hours',
  },
  email: 'E-mail address',
  emailHelp:
    'This is the address that they sign in with later. The dispatch centre can use one address that the duty room shares.',
  submit: 'Make an invitation',
  madeTitle: 'The invitation is ready',
  madeLink: (email: string) => `Link for ${email}`,
  madeNote: (when: string) =>
    `Send the link to whoever you invite. It works once, and until ${when}. If the address has an account here already, they must sign in first and then open the link.`,
  dispatchTitle: 'Give the dispatch centre access',
  dispatchLead:
    'The dispatch centre gets a sign-in of its own. There it sees who is on duty now, and there it makes its own calendar link. You need not give away a link of yours.',
  dispatchDo: 'Invite the dispatch centre',
  othersToo: 'Let somebody read who is not a doctor',
}
