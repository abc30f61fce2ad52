import { dateTime } from './format.ts'

export const buttons = {
  signIn: (name: string) => `Sign in by ${name}`,
  confirm: (name: string) => `Confirm by ${name}`,
  accept: (name: string) => `Accept by ${name}`,
}

export const going = {
  title: (name: string) => `On to ${name}`,
  lead: (name: string) => `You are being sent to ${name}. If it does not happen by itself, use the link.`,
  go: (name: string) => `Go to ${name}`,
}

export const failed = {
  title: 'Signing in did not work',
  again: 'To sign-in',
  access: 'To My account',
}

export const own = {
  title: 'Sign-in by other services',
  lead: 'Link a sign-in that you have already, such as your employer’s. Legevaktplan never gets your password.',
  none: 'None is linked to your account.',
  linkedAt: (at: Parameters<typeof dateTime>[0]) => `Linked ${dateTime(at)}`,
  strong: 'Good for every role',
  weak: 'Good for your own duties',
  closed: 'Cannot be used now',
  link: (name: string) => `Link ${name}`,
  unlink: 'Remove',
  unlinkOf: (name: string) => `Remove the sign-in by ${name}`,
  mustConfirm: 'Before you can link anything new, confirm that it is you.',
  confirm: 'Confirm that it is you',
  mustBeStrong: 'Sign in with the passkey or sign-in that you have already, and you can link another.',
}

export const issuers = {
  title: 'Sign-in services',
  lead: 'Services that people can sign in by. Nobody gets access by that alone: each links the sign-in to their own account.',
  none: 'None has been added.',
  noKey:
    'The installation has no key to show the services (OIDC_KEYS). Whoever runs it must add one before anything can be opened. docs/providers.md says how.',
  register: 'To be registered with the service',
  redirect: 'Where people are sent back to',
  keys: 'Where our public keys are',
  name: 'Service',
  address: 'Address',
  state: 'State',
  action: 'Action',
  open: 'Open',
  closed: 'Closed',
  change: (name: string) => `Change ${name}`,
  try: 'Try',
  tryOf: (name: string) => `Try ${name}`,
  addTitle: 'Add',
  addLead: 'Choose what kind of service it is. The fields are filled in with what is usual there.',
  add: (kind: string) => `Add ${kind}`,
  kinds: {
    ansattporten: 'Ansattporten',
    'id-porten': 'ID-porten',
    helseid: 'HelseID',
    'entra-id': 'Microsoft Entra ID',
    other: 'another service',
  },
}

export const issuerForm = {
  newTitle: (kind: string) => `New service: ${kind}`,
  changeTitle: (name: string) => `Change ${name}`,
  name: 'Name',
  nameHelp: 'As it stands on the button where people sign in.',
  url: 'Issuer',
  urlHelp:
    'The address that the service states, letter by letter. It cannot be changed later: people are linked to it.',
  tenant: 'Id of the tenant',
  tenantHelp:
    'Found in Entra under Overview. Only people of this tenant are let in. It cannot be changed later.',
  clientId: 'Our client id with the service',
  clientIdHelp: 'You get it when you register Legevaktplan there. It is no secret.',
  scope: 'Scope',
  scopeHelp: 'Must have openid. Ask for no more than you need.',
  acrValues: 'Level we ask for (acr_values)',
  acrValuesHelp: 'Separated by spaces. Empty means that we ask for none.',
  strongAcr: 'Levels good for every role',
  strongAcrHelp:
    'Separated by spaces. When the service answers with one of them, the sign-in counts as strong. Empty means never.',
  isOpen: 'Open: people can sign in by it',
  save: 'Save',
}

export const tried = {
  title: (name: string) => `Tried: ${name}`,
  ok: 'The service answers, and its metadata can be used. Whether signing in works is known once somebody has.',
  down: 'The service does not answer as it should.',
  why: (word: string) => `Cause: ${word}`,
  pushed: 'Takes the request beforehand (PAR). We use that.',
  demanded: 'Demands the request beforehand (PAR). We use that.',
  notPushed: 'Does not take the request beforehand (PAR). It goes in the address.',
  namesItself: 'Says who it is in its answer (iss). We check that.',
  namesNothing: 'Does not say who it is in its answer (iss).',
  signsWith: (names: string) => `Signs with ${names}.`,
  signsWithNone: 'Signs with nothing that we take. It cannot be used.',
  levels: (names: string) => `States these levels: ${names}.`,
  noLevels: 'States no levels. See what the service writes of them.',
  unknownLevels: (names: string) => `We ask for this level, which the service does not state: ${names}.`,
  wrongWay: 'Does not say that clients can show who they are by a key (private_key_jwt). It cannot be used.',
  wrongKey: 'Takes none of our keys. Entra ID needs a key with a certificate (x5t#S256).',
  back: 'Back to sign-in services',
}
