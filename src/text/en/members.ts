import { count } from './format.ts'

export const list = {
  title: 'Access',
  municipalityTitle: (name: string) => `Access in ${name} municipality`,
  lead: 'Everybody who can sign in here, what they have access to, and how they sign in.',
  membersTitle: (amount: number) => count(amount, 'person has access', 'people have access'),
  nameless: 'Account without name and address',
  self: 'you',
  disabled: 'shut by the administrator',
  roleSince: (since: string) => `since ${since}`,
  givenBy: (who: string) => `given by ${who}`,
  administrator: 'the administrator',
  left: 'Has left the district, and so has no access any more.',
  signedIn: (when: string) => `Last signed in ${when}.`,
  neverSignedIn: 'Has not signed in yet.',
  signedInNow: 'Is signed in now.',
  waysTitle: 'Signs in with',
  ways: { passkey: 'passkey', provider: 'sign-in by the employer', mail: 'mailed link' },
  onlyMail: 'mailed link only',
  noWay: 'Has no way to sign in.',
  take: 'Take away',
  takeOf: (role: string, name: string) => `Take away: ${role}, ${name}`,
  giveUp: 'Give up',
  giveUpOf: (role: string) => `Give up: ${role}`,
  more: 'Help with signing in',
  moreOf: (name: string) => `Help with signing in: ${name}`,
  endSessions: 'Sign out everywhere',
  endSessionsOf: (name: string) => `Sign out everywhere: ${name}`,
  endSessionsLead: 'Ends every place where they are signed in now, as on a lost phone.',
  reset: 'Reset sign-in',
  resetOf: (name: string) => `Reset sign-in: ${name}`,
  resetLead:
    'For whoever has lost every way to sign in. You see who it is and where the invitation goes before anything is done.',
}

/** Before it is done: who, what they lose, and where the way back goes. */
export const reset = {
  title: (who: string) => `Reset how ${who} signs in?`,
  lead: 'Passkeys and other sign-ins are removed, and the person is signed out everywhere. It cannot be undone. The person comes in again by a new invitation.',
  to: 'The invitation is sent to',
  noAddress:
    'The account has no email address. You get the link yourself, and hand it over. The person’s calendar links stop working once the link is used.',
  otherLead: (own: string) =>
    `This is another address than the account’s own. Whoever reads this email comes in as the person. We tell ${own}. The person’s calendar links stop working once the invitation is used.`,
  otherNew:
    'Whoever reads this email comes in as the person. Check that the address is right. The person’s calendar links stop working once the invitation is used.',
  submit: 'Reset sign-in',
  back: 'Cancel',
  elsewhere: 'Send to another address',
  email: 'Email address',
  emailHelp: 'Nothing is done before you have looked over the address and pressed once more.',
  look: 'Look over',
}

export const invite = {
  title: 'Give somebody access',
  lead: 'Whoever you invite gets a link that works once, for seven days.',
  doctors: 'Doctors are invited from the page about the doctor.',
  toDoctors: 'Go to the doctors',
  role: 'What are they to have access to?',
  roles: {
    coordinator: 'Coordinator: makes and changes the rota, and gives others access',
    'service-manager': 'Service manager: the rota, the doctors, hours and who has confirmed changes',
    'union-representative': 'Union representative: the rota, hours and drafts out for comments',
    'payroll-reader': 'Payroll: the rota and hours',
    'dispatch-centre': 'The dispatch centre: the rota, who is on duty now, and their telephone numbers',
    'municipality-decider':
      'Decides exemptions: reads grounds, decides, and gives others in the municipality access',
    'municipality-reader': 'Reader: the load on the municipality’s own GPs',
    'installation-administrator': 'Administrator: makes districts and helps people in, without reading rotas',
  },
  email: 'Email address',
  emailHelp:
    'The invitation goes here, and later links to sign in. Without an address you get the link yourself and hand it over.',
  language: 'Language of the invitation',
  submit: 'Invite',
  sentTitle: 'The invitation has been sent',
  sent: (email: string, until: string) =>
    `It has been sent to ${email} and works once, until ${until}. There is nothing more to do. If the receiver already has an account here, they must sign in before opening the link.`,
  passOnTitle: 'You pass the link on yourself',
  madeTitle: 'The invitation is ready',
  madeOnce: 'Copy the link now. It is shown this one time only.',
  madeLink: 'Link for whoever you invite',
  madeNote: (until: string) =>
    `Give the link to the one you invite, and to nobody else. It works once, until ${until}. If the receiver already has an account here, they must sign in before opening the link.`,
  copyTitle: 'The same link, for trying things out',
  copyLead: 'It is shown here only on a development machine. You need not pass it on.',
  back: 'Back',
  dispatchTitle: 'Give the dispatch centre access',
  dispatchLead:
    'The dispatch centre gets a sign-in of its own. There it sees who is on duty now, and there it makes its own calendar link. You need not give away a link of yours.',
  dispatchDo: 'Invite the dispatch centre',
  othersToo: 'Give access to somebody who is not a doctor',
  whileSignedIn:
    'You are signed in. If the link is an invitation, the account that you are signed in to gets the access. Sign out first if the invitation is for somebody else.',
}

export const open = {
  title: 'Invitations that wait',
  none: 'No invitations wait.',
  line: (role: string, until: string) => `${role}, works until ${until}`,
  reopening: (until: string) => `new sign-in, works until ${until}`,
  nobody: 'Link without an address',
  withdraw: 'Withdraw',
  until: (when: string) => `good until ${when}`,
  withdrawOf: (who: string) => `Withdraw the invitation: ${who}`,
}

export const taken = {
  title: 'Lately taken away',
  lead: 'Can be given back for 30 days. Calendar links that stopped working must be made anew.',
  line: (role: string, when: string) => `${role}, taken away ${when}`,
  giveBack: 'Give back',
  giveBackOf: (role: string, name: string) => `Give back: ${role}, ${name}`,
}

export const installation = {
  title: 'The installation',
  lead: 'Here you look after who leads what. Rotas and exemptions you see only where you have a role yourself.',
  administrators: 'Administrators',
  districts: 'Districts',
  noDistricts: 'There are no districts yet.',
  coordinators: (amount: number) => count(amount, 'coordinator', 'coordinators'),
  noCoordinator: 'No coordinator who can sign in',
  municipalities: 'Municipalities',
  deciders: (amount: number) => count(amount, 'person decides exemptions', 'people decide exemptions'),
  noDecider: 'Nobody decides exemptions',
  invited: 'an invitation waits',
  inviteFirst: 'Invite the first',
  inviteFirstOf: (name: string) => `Invite the first in ${name}`,
  inviteFirstLead:
    'You invite the one who is to lead here, and they invite the others. Once somebody who can sign in leads here, you can invite no more. The log here says that it was you who invited.',
  accounts: 'Find an account',
  accountsLead: 'To shut an account, to open it again or to help somebody in.',
  find: 'Find the account',
  notFound: (email: string) => `No account has the address ${email}.`,
  found: (email: string) => `The account of ${email}`,
  noRoles: 'Has no roles.',
  isDisabled: 'The account is shut.',
  disable: 'Shut the account',
  disableLead:
    'They are signed out everywhere at once and can’t come in again. Calendar links stop working for good. The roles are there when the account is opened.',
  enable: 'Open the account',
  enableOf: (name: string) => `Open the account: ${name}`,
  reset: 'Reset sign-in',
  resetLead:
    'For somebody who has lost every way to sign in. The invitation goes to the account’s own address only, and the districts see it in their logs.',
  disabledTitle: 'Shut accounts',
  noneDisabled: 'No accounts are shut.',
  elsewhere: 'More about the installation',
  providers: 'Sign-in services',
  log: 'Log',
  undelivered: 'Messages that did not arrive',
  start: 'Make a new district',
  import: 'Read in a district',
  link: 'The installation',
}

export const firstCoordinator = {
  title: 'Who is to coordinate the district?',
  self: 'I will coordinate here myself',
  other: 'Somebody else. I invite them when the district has been made',
  selfWhenNew: 'I will coordinate the district myself, if it is new',
}

export const mails = {
  invitation: (role: string, scope: string, url: string) => ({
    subject: scope === '' ? 'Invitation to Legevaktplan' : `Invitation to Legevaktplan: ${scope}`,
    body: [
      scope === ''
        ? `You are invited to Legevaktplan as ${role}.`
        : `You are invited to Legevaktplan as ${role} in ${scope}.`,
      'Open the link to accept. It works once, for seven days. If you have an account already, sign in first.',
      url,
      'Did you not expect an invitation? Then you can ignore this message.',
    ].join('\n'),
  }),
  reopened: (url: string) => ({
    subject: 'New sign-in to Legevaktplan',
    body: [
      'Your sign-in to Legevaktplan has been reset. Passkeys and other sign-ins have been removed.',
      'Open the link to come in again. It works once, for seven days.',
      url,
      'Did you not ask for this? Tell the coordinator or the administrator.',
    ].join('\n'),
  }),
  wasReset: () => ({
    subject: 'Your sign-in has been reset',
    body: [
      'Your sign-in to Legevaktplan has been reset, and a new invitation has been sent to another address.',
      'Did you not ask for this? Tell the coordinator or the administrator at once.',
    ].join('\n'),
  }),
  letIn: (scope: string) => ({
    subject: `The administrator has given access to ${scope}`,
    body: [
      `The administrator of the installation has invited somebody to lead ${scope}. That is done when nobody who can sign in leads it.`,
      'It stands in the log. Did you not expect this? Contact the administrator.',
    ].join('\n'),
  }),
}
