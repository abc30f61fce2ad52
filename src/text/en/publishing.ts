import { count, list } from './format.ts'

/** Sentences of the page where a draft, or a part of it, is looked over and published. */
export const part = {
  title: 'Publish only a part',
  lead: 'Choose lines and days. The rest stays in the draft until you publish it.',
  lines: 'Lines',
  from: 'First day',
  to: 'Last day',
  show: 'Look over this part',
  whole: 'Look over the whole draft',
  isWhole: 'The whole draft is published.',
  isPart: 'Only this part is published.',
  remaining: (amount: number) =>
    `${count(amount, 'duty stays', 'duties stay')} in the draft and can be published later.`,
  nothingLeft: 'Nothing is left in the draft afterwards.',
}

export const waivers = {
  lead: 'Put it right in the draft. If you accept something all the same, tick it and write why for just that.',
  group: (what: string, who: string | null, amount: number) =>
    `${who === null ? what : `${who}: ${what}`} (${count(amount, 'place', 'places')})`,
  all: (amount: number) =>
    amount === 1 ? 'Accept the 1 place' : `Accept all ${count(amount, 'place', 'places')}`,
  each: (amount: number) =>
    amount === 1
      ? 'See the 1 place, and accept some of it'
      : `See all ${count(amount, 'place', 'places')}, and accept some of them`,
  why: 'Why do you accept this?',
  whyField: (what: string) => `Why this is accepted: ${what}`,
}

export const told = {
  title: 'Who is told',
  mustConfirm: (names: readonly string[]) =>
    `${count(names.length, 'doctor', 'doctors')} must confirm, because the duty begins within 48 hours: ${list(names)}. Ring those who do not.`,
  mailedAtOnce: (names: readonly string[]) =>
    `${count(names.length, 'doctor gets', 'doctors get')} an email at once: ${list(names)}.`,
  mailedSoon: (names: readonly string[]) =>
    `${count(names.length, 'doctor gets', 'doctors get')} an email in some minutes: ${list(names)}.`,
  texted: (names: readonly string[]) =>
    `${count(names.length, 'doctor gets', 'doctors get')} a text message at once: ${list(names)}.`,
  byHand: (names: readonly string[]) => `No email from here reaches ${list(names)}. Tell them yourself.`,
  nobody: 'Nobody is told, since nobody gets other duties than before.',
  calendars: 'The calendars that doctors subscribe to follow by themselves.',
}

export const load = {
  show: 'Show the figures of each doctor',
  title: 'Load before and after',
  lead: (dates: string) => `Duty hours and numbers in the whole period of the draft, ${dates}.`,
  doctor: 'Doctor',
  nights: 'Nights',
  weekends: 'Weekends',
  holidays: 'Public holidays',
  change: (before: string, after: string) => (before === after ? after : `${before} → ${after}`),
  changeSaid: (before: string, after: string) => (before === after ? after : `from ${before} to ${after}`),
}
