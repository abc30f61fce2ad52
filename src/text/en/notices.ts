import { count, list, number } from './format.ts'

/** Sentences of changes in published duties: what changed for a doctor, and who has confirmed that they know. */
export const change = {
  gained: 'New duty',
  lost: 'No longer your duty',
  lostOf: 'No longer on duty',
  moved: 'Changed duty',
  before: 'Before:',
  after: 'Now:',
  /** Of many at once, in a few words. */
  summary: (gained: number, moved: number, lost: number) =>
    [
      gained > 0 ? count(gained, 'new duty', 'new duties') : '',
      moved > 0 ? count(moved, 'changed duty', 'changed duties') : '',
      lost > 0 ? `${count(lost, 'duty', 'duties')} taken away` : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
  seeAll: 'See all',
  andMore: (amount: number, summary: string) => `And ${number(amount)} more: ${summary}`,
}

export const own = {
  title: 'Changes to your duties',
  lead: 'This is what has changed in your published duties in the last 60 days.',
  none: 'None of your duties have changed in the last 60 days.',
  rest: 'Other changes',
  recent: 'The last 60 days',
  mustConfirm: 'To be confirmed',
  waits: (amount: number) =>
    amount === 1 ? 'One change must be confirmed' : `${number(amount)} changes must be confirmed`,
  waitsLead: 'They are about duties that begin soon. The coordinator will ring you if you do not confirm.',
  waitsBanner: 'See the change and confirm',
  others: (amount: number) =>
    amount === 1
      ? 'One change to your duties is not confirmed.'
      : `${number(amount)} changes to your duties are not confirmed.`,
  othersBanner: 'See what has changed',
  confirm: 'I have seen the change',
  confirmLabel: (when: string, district: string) =>
    `I have seen the change that was published ${when} in ${district}`,
  confirmsEarlier: 'This also confirms older changes in the same district.',
  takeBack: 'Take back',
  takeBackLabel: (when: string, district: string) =>
    `Take back the confirmation of the change that was published ${when} in ${district}`,
  published: (when: string) => `Published ${when}`,
  seen: (when: string) => `You confirmed ${when}.`,
  rung: (when: string) => `Confirmed by telephone ${when}.`,
  missed: 'Not confirmed before the duty began.',
  toDuties: 'See your duties',
}

export const district = {
  title: 'Who has confirmed',
  lead: 'Doctors are to confirm changes that apply within the next 48 hours. Ring those who have not confirmed.',
  open: 'Not confirmed',
  openNone: 'Everybody has confirmed.',
  missed: 'Not confirmed before the duty began',
  missedLead: 'In the last 14 days.',
  confirmed: (doctors: number) => `Confirmed in the last 14 days (${number(doctors)})`,
  startsIn: (time: string) => `Applies in ${time}`,
  started: 'The duty has begun',
  phone: 'Telephone',
  noPhone: 'No telephone number is given',
  call: (name: string) => `Ring ${name}`,
  told: 'Message',
  mailSent: (when: string) => `Mail sent ${when}`,
  mailWaits: 'The mail has not been sent yet',
  mailRetried: (tries: number) =>
    `The mail has not been sent yet (${count(tries, 'failed attempt', 'failed attempts')})`,
  mailUnneeded: 'No mail was needed: the change had been undone, or the duty was over',
  smsUnneeded: 'No text message was needed: the change had been undone, or the duty was over',
  mailDead: 'The mail could not be sent: ring',
  noAddress: 'No mail address',
  noAddressRing: 'No mail address: ring',
  noMail: 'No mail has been sent: ring',
  smsSent: (when: string) => `Text message sent ${when}`,
  smsWaits: 'The text message has not been sent yet',
  smsDead: 'The text message could not be sent',
  published: 'Published',
  rang: 'Rung and confirmed',
  rangLabel: (name: string) => `Rung and confirmed: ${name}`,
  confirmsEarlier: 'This also confirms the doctor’s older changes in this district.',
  note: 'Note',
  noteHelp: 'May be left empty.',
  reopen: 'Undo',
  reopenLabel: (name: string) => `Undo that ${name} was rung`,
  older: (amount: number) =>
    amount === 1 ? 'An older change that goes with it' : `${number(amount)} older changes that go with it`,
  states: {
    open: 'Not confirmed',
    missed: 'Not confirmed before the duty began',
    unseen: 'Need not be confirmed',
    seen: 'Confirmed by the doctor',
    rung: 'Confirmed by telephone',
    late: 'Confirmed after the duty began',
  },
  stateAt: (state: string, when: string) => `${state} ${when}`,
  by: (state: string, name: string) => `${state} with ${name}`,
  months: 'All changes, month by month',
  monthOf: (month: string) => `Changes published in ${month}`,
  monthNone: 'No changes were published in this month.',
  previous: (month: string) => `Earlier: ${month}`,
  next: (month: string) => `Later: ${month}`,
  doctor: 'Doctor',
  answer: 'Answer',
  link: 'Who has confirmed changes',
}

/** On other pages, where somebody waits to be rung. */
export const unconfirmed = (doctors: number) =>
  doctors === 1
    ? 'One doctor has not confirmed a change that applies soon'
    : `${number(doctors)} doctors have not confirmed changes that apply soon`

/** After a rota is published or a duty is amended. */
export const told = {
  nobody: 'No doctor had their duties changed.',
  summary: (doctors: number) => `${count(doctors, 'doctor is', 'doctors are')} told of the change.`,
  mustConfirm: (doctors: number) =>
    `${count(doctors, 'doctor', 'doctors')} must confirm, because the duty begins within 48 hours.`,
  open: (doctors: number) => `${count(doctors, 'doctor has', 'doctors have')} not confirmed yet.`,
  missed: (doctors: number) =>
    `${count(doctors, 'doctor', 'doctors')} had not confirmed before the duty began.`,
  waitsFor: (names: readonly string[]) => `Not confirmed: ${list(names)}.`,
  allConfirmed: 'Everybody who must confirm has confirmed.',
  unreached: (doctors: number) =>
    doctors === 1
      ? 'One of them has no mail address and should be rung.'
      : `${number(doctors)} of them have no mail address and should be rung.`,
  link: 'See who has confirmed',
}
