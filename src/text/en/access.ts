import { count, dateTime } from './format.ts'

export const access = {
  title: 'Signing in',
  lead: 'How you sign in, and where you are signed in now.',
  firstTitle: 'Make signing in secure',
  firstLead:
    'Your role opens more than your own duties. A link by e-mail is not enough for that. Add a passkey or a sign-in by your employer. It takes less than a minute, and then you go on.',
  held: 'What you had written is kept. You get it back once signing in is secure.',
}

export const sessions = {
  title: 'Where you are signed in',
  lead: 'If there is something here that you do not know, end it.',
  where: 'Browser',
  how: 'Signed in by',
  since: 'Since',
  seen: 'Last used',
  action: 'Action',
  unknownClient: 'Unknown browser',
  isThis: 'this browser',
  methods: {
    mailed: 'link or code by e-mail',
    printed: 'link from the server',
    invitation: 'invitation',
    passkey: 'passkey',
    provider: 'a sign-in provider',
  },
  at: dateTime,
  end: 'End',
  endOf: (client: string, since: string) => `End the sign-in in ${client}, begun ${since}`,
  endOthers: 'End all others',
  onlyThis: 'You are signed in nowhere else.',
  others: (amount: number) => count(amount, 'other sign-in', 'other sign-ins'),
}

export const confirm = {
  title: 'Confirm that it is you',
  lead: 'This matters enough that we ask again. It holds for ten minutes.',
  heldLead: 'What you sent is kept. Once you have confirmed, you see it again and can send it.',
  mailLead: 'We send a link and a code to your e-mail address.',
  send: 'Send link and code',
  back: 'Cancel',
  doneLead: 'Thank you. Now you can do what you were about to.',
}

export const held = {
  title: 'What you had written',
  lead: 'You were signed out when you sent this, so it was not stored. We have kept it.',
  askedLead: 'This is not sent yet. Look it over, and send it.',
  page: 'About',
  written: 'This is what you wrote',
  nothingWritten: 'You pressed a button, without writing anything.',
  until: (when: string) => `We keep it until ${when}.`,
  send: 'Send what you had written',
  drop: 'Throw it away',
  none: 'Nothing is kept here. It may have been sent already, thrown away, or be too old.',
  goOn: 'Go on',
}
