import { dateOnly, dateTime } from './format.ts'

/** One's own passkeys, on the page about ways in. */
export const section = {
  title: 'Passkeys',
  lead: 'With a passkey you sign in by fingerprint, face or the PIN of your device. There is no password to remember or be tricked out of.',
  noWayBack:
    'You have no way to sign in again. Make a passkey now. Without it somebody must invite you anew once this sign-in has ended.',
  none: 'You have no passkey yet.',
  made: (date: string) => `Made ${date}`,
  used: (when: string) => `Last used ${when}`,
  neverUsed: 'Not used yet',
  dateOnly,
  dateTime,
  change: 'Rename or remove',
  changeOf: (label: string) => `Rename or remove the passkey ${label}`,
  add: 'Add a passkey',
  full: 'You have as many passkeys as one account can have. Remove one you do not use if you want to add another.',
  spare:
    'It is wise to have two: one on the computer and one on the phone. Then you get in even if you lose one.',
}

/** Where one is added. */
export const adding = {
  title: 'Add a passkey',
  lead: 'The device keeps the passkey. Your fingerprint, face or PIN stays on the device, and we never get it.',
  firstHeading: 'Make a passkey',
  steps: [
    'Give it a name, so that you recognise it later.',
    'Press the button. The device asks for finger, face or PIN, as it usually does.',
    'Done. Next time you sign in, you do the same.',
  ],
  label: 'Name of the passkey',
  labelHint: 'For example “Work computer” or “My phone”. At most 60 characters.',
  make: 'Make passkey',
  phoneHeading: 'Is the computer locked down? Use your phone',
  phone:
    'Choose “Use another device” or “Phone” in the window that opens, and scan the QR code with the camera of the phone. The passkey is then kept on the phone, and you use it the same way when you sign in on the computer. Bluetooth must be on, both on the computer and on the phone.',
  cannotHeading: 'Does it not work?',
  cannot:
    'If it works neither on the computer nor on the phone, ask your IT department to allow passkeys. What you have done before is not lost.',
  cannotProvider: 'You can also add sign-in by your employer on the page My account.',
}

/** Where one is renamed or taken away. */
export const changing = {
  title: (label: string) => `Passkey: ${label}`,
  label: 'Name of the passkey',
  save: 'Save the name',
  removeTitle: 'Remove the passkey',
  removeLead:
    'It can then no longer be used to sign in here. On the device it stays until you delete it there too.',
  remove: 'Remove the passkey',
}

/** Buttons where somebody signs in or shows again who they are. */
export const button = {
  signIn: 'Sign in with a passkey',
  confirm: 'Confirm with a passkey',
  hint: 'Is the passkey on your phone? Choose “Use another device” or “Phone”, and scan the QR code.',
}

export const refusedTitle = 'The passkey was not accepted'
export const tryAgain = 'Try again'

/** What the page says while a passkey is asked for, and when it could not be. */
export const said = {
  noScript:
    'Passkeys need the browser to run scripts, and it does not now. Use one of the other ways to sign in, or turn scripts on for this page.',
  noScriptMaking:
    'Making a passkey needs the browser to run scripts, and it does not now. Turn scripts on for this page, and load it again.',
  unsupported: 'This browser cannot use passkeys. Try a newer browser, or sign in another way.',
  waiting: 'Follow what the device asks.',
  cancelled:
    'It was cancelled, or the device found no passkey for Legevaktplan. Try again, or use the device that has the passkey.',
  cancelledMaking: 'It was cancelled, and no passkey was made. Try again when you are ready.',
  timedOut: 'It took too long. Try again.',
  known: 'This device already has a passkey for your account. You can sign in with it.',
  wrongDevice:
    'This device cannot make a passkey, for example because it has no screen lock. Turn on a screen lock, or use the phone.',
  wrongAddress: 'Passkeys work only at the right address of Legevaktplan. Look at the address at the top.',
  tooMany: 'Too many attempts in a short time. Wait a little, and try again.',
  failed: 'It did not work. Try again, or sign in another way.',
}
