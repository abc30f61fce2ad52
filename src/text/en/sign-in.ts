export const page = {
  title: 'Sign in',
  byMail: 'Sign in by email',
  lead: 'Enter your email address, and we will send you a link that signs you in.',
  email: 'Email',
  noMail:
    'Legevaktplan is not set up to send email here yet. Use another way, or ask whoever manages access for a new invitation.',
  send: 'Send link',
  /** Where what was sent waits for its sender. */
  kept: 'You are signed out. What you sent is kept: sign in in this browser to see it and send it.',
  /** Where what was sent could not be kept. */
  lost: 'You are signed out, and what you sent is not stored. Go back in the browser, where the text still stands: copy it, and sign in afterwards.',
}

export const lostPasskey = {
  title: 'Lost your passkey?',
  lines: [
    'If you have a passkey on another device, use that. A link by email is not enough to add a new one when the account already has one.',
    'Otherwise somebody who manages access must reset your sign-in. For those with access to a district, that is the coordinator. For those in a municipality, it is whoever decides exemptions. If you are the only one who manages access there, or have access in several places, it is the administrator.',
    'If you are the only administrator, whoever runs the server must make a new link for you.',
  ],
}

export const sent = {
  title: 'Check your email',
  lead: 'If we know the address, we have sent a link. It works for ten minutes, and only once.',
  here: 'Open the link in this browser to be signed in.',
  elsewhere:
    'If you open it somewhere else, for example in the mail on your phone, it shows a code of six digits. Enter the code here.',
  code: 'The code of six digits',
  use: 'Sign in',
  again: 'No email? Look among your junk mail, or ask for a new link',
}

/** What an open invitation shows; `scope` is '' for the installation. */
export const invited = {
  title: 'You are invited',
  lead: (role: string, scope: string) =>
    `${scope === '' ? `You are invited as ${role}` : `You are invited to ${scope} as ${role}`}. Press the button to accept. The link works only once.`,
  use: 'Accept and sign in',
}

export const link = {
  title: 'Sign in',
  lead: 'Press the button to sign in. The link works only once.',
  use: 'Sign in',
  codeTitle: 'Your code',
  codeLead:
    'You asked to sign in somewhere else than in this browser. Go back there, and enter the code on the page that waits:',
  codeWarning:
    'Did you not ask to sign in? Then somebody may be trying to get in as you. Close the page, and never give the code to anybody.',
  codeLost: 'Can’t find the page again? Sign in from here instead',
}

export const used = {
  title: 'The link no longer works',
  invited:
    'Was it an invitation? Ask whoever invited you for a new one. Somebody who has not signed in here before gets no link by asking for it.',
  askAgain: 'Ask for a new link',
}

export const confirm = {
  sentTitle: 'Check your email',
  sentLead: 'We have sent a link to your email address. It works for ten minutes, and only once.',
  here: 'Open the link in this browser, and press the button there.',
  use: 'Confirm',
  title: 'Confirm that it is you',
  lead: 'Press the button to confirm that it is you. The link works only once.',
  codeLead:
    'You asked to confirm somewhere else than in this browser. Go back there, and enter the code on the page that waits:',
  codeWarning:
    'Did you not ask for it? Then somebody may be trying to do something as you. Close the page, and never give the code to anybody.',
  askAgain: 'Ask for a new link',
}

export const examples = {
  title: 'Sign in as one of the examples',
  lead: 'This is on a developer’s machine alone. The session counts as one begun with a passkey.',
  none: 'No examples are loaded.',
  mail: 'See the outbox',
  signInAs: (email: string, roles: readonly string[]) => `Sign in as ${email}: ${roles.join(', ')}`,
}
