import type { WeightName } from '../../core/rota/agreement.ts'
import { count, decimal, ended, hours, number } from './format.ts'

/** Sentences of the pages that explain why a duty is held by whom it is, by nobody, or cannot be held at all. */
export const link = 'Why is it so?'

export const place = {
  title: (duty: string) => `Why: ${duty}`,
  lead: 'Worked out from the plan as it stands now. Each doctor is tried in the duty while all else stays.',
  backToDuty: 'Back to the duty',
  holder: (name: string) => `Why does ${name} have the duty?`,
  shared: 'The duty is divided. Below you see what it would mean if one doctor took it all.',
  open: 'Why is the duty open?',
  onlyHolder: (name: string) =>
    `${name} is the only one who can have the duty without a demand being broken.`,
  cheapest: (name: string) => `${name} gives the best rota of those who can have the duty.`,
  better: (better: string, points: number, holder: string) =>
    `${better} would give a slightly better rota than ${holder}: ${count(points, 'point', 'points')} less.`,
  holderBreaks: (name: string) => `${name} has the duty although a demand is broken:`,
  others: (amount: number) => `${count(amount, 'other', 'others')} can take the duty`,
  can: (amount: number) => `${count(amount, 'doctor', 'doctors')} can take the duty now`,
  canNobody: 'Nobody can take the duty as the plan stands now.',
  canHint: 'Choose a doctor in the draft, or build the rota again.',
  cannot: (amount: number) => `${count(amount, 'doctor', 'doctors')} cannot take the duty`,
  reasons: (rule: string, amount: number) => `${rule}: ${count(amount, 'doctor', 'doctors')}`,
  more: 'More reasons',
  warnings: 'It also gives a warning:',
  lessGood: (points: number) => `${count(points, 'point', 'points')} worse than the rota now`,
  asGood: 'as good as the rota now',
  betterThanNow: (points: number) => `${count(points, 'point', 'points')} better than the rota now`,
  points: 'Points are what the build weighs by. Fewer are better.',
  mostly: (reason: string) =>
    `Mostly because of this: ${reason.slice(0, 1).toLowerCase()}${reason.slice(1)}.`,
  details: 'How the points are worked out',
  against: 'Against leaving the duty open. Points with a minus are an advantage.',
  outside: 'Is not part of the sharing, so no even share is worked out.',
  moreOf: (points: number) => `+${number(points)}`,
  lessOf: (points: number) => `−${number(-points)}`,
}

/** How somebody lies against the even share without and with the duty. */
export const share = {
  hours: (without: number, withIt: number, target: number) =>
    `Hours: ${hours(without)} without the duty, ${hours(withIt)} with it. An even share is ${hours(target)}.`,
  nights: (without: number, withIt: number, target: number) =>
    `Nights: ${decimal(without)} without the duty, ${decimal(withIt)} with it. An even share is ${decimal(target, 1)}.`,
  weekends: (without: number, withIt: number, target: number) =>
    `Weekends: ${decimal(without)} without the duty, ${decimal(withIt)} with it. An even share is ${decimal(target, 1)}.`,
  holidays: (without: number, withIt: number, target: number) =>
    `Public holidays: ${decimal(without)} without the duty, ${decimal(withIt)} with it. An even share is ${decimal(target, 1)}.`,
}

/** What a part of the price says, dearer and cheaper than with the place open. */
export const dearer: Readonly<Record<WeightName, string>> = {
  hours: 'Further from an even share of the hours',
  nights: 'Further from an even share of the nights',
  weekends: 'Further from an even share of the weekends',
  holidays: 'Further from an even share of the public holidays',
  overLimits: 'Further outside a limit or mark',
  officeDays: 'Surgery day right after a night',
  leastDuties: 'Fewer duties than agreed',
  specialHolidays: 'The same holiday again, or more holidays than others',
  wishes: 'Goes against a wish',
  together: 'Splits a weekend or duty week between several doctors',
  spacing: 'Closer between duties than usual',
  wholeWeekends: 'One more weekend with duty',
  idleBackups: 'Backup without need',
  fewChanges: 'Another doctor than before',
}

export const cheaper: Readonly<Record<WeightName, string>> = {
  hours: 'Closer to an even share of the hours',
  nights: 'Closer to an even share of the nights',
  weekends: 'Closer to an even share of the weekends',
  holidays: 'Closer to an even share of the public holidays',
  overLimits: 'Less outside limits and marks',
  officeDays: 'Fewer surgery days right after a night',
  leastDuties: 'Closer to the agreed number of duties',
  specialHolidays: 'The holidays are shared more evenly',
  wishes: 'Follows a wish',
  together: 'Keeps a weekend or duty week together',
  spacing: 'Better distance between duties',
  wholeWeekends: 'One weekend less with duty',
  idleBackups: 'The backup is used',
  fewChanges: 'The same doctor as before',
}

/** Why a draft cannot be filled. */
export const clash = {
  title: 'Why does it not work out?',
  link: 'Why does it not work out?',
  lead: (amount: number) =>
    amount === 1
      ? 'Nobody can have this duty as the rules and doctors are now:'
      : amount === 2
        ? 'These two duties cannot both get a doctor:'
        : `These ${number(amount)} duties cannot all get a doctor:`,
  grounds: 'This does not go together',
  waysOut: 'This would help',
  noWayOut: 'We found no single change that gives a full rota. Several at once may be needed.',
  tried: 'Each proposal is tried: then all other duties in the draft can get a doctor.',
  allNeeded:
    'This is enough to stop it, and nothing in the list can be taken away. A doctor may have more hindrances than stand here.',
  perhapsMore:
    'This is enough to stop it. Something in the list may be there without reason: we did not have time to try everything.',
  able: (names: string) => `Doctors who can have at least one of the duties: ${names}.`,
  ableNobody: 'Each doctor has something that hinders them, see below.',
  none: 'All duties in the draft can get a doctor. If some are open now, you can build the rota again.',
  undecided: 'We found neither a full rota nor anything that proves there is none.',
  rules: {
    'one-at-a-time': 'Nobody can have two duties at once.',
    rest: 'After an on-site night duty the doctor must have time off.',
    backup: 'Whoever cannot be on duty alone must have a backup.',
    quota: 'Some doctors have agreed a highest number of duties.',
    budget: 'Some doctors have a cap for the week.',
    window: 'There is a limit to how many duties a doctor can have in a row.',
    pairs: 'Some duties cannot have the same doctor.',
  },
  fact: (names: string, why: string) => `${names}: ${why}.`,
  facts: (amount: number, why: string) => `${count(amount, 'doctor', 'doctors')}: ${why}`,
  locked: (name: string, duty: string) => ended(`${name} is locked to ${duty}`),
  leaveOpen: (duties: string) => `Leave ${duties} open, or find a locum.`,
  ask: (name: string, duties: string) =>
    `Ask ${name} to take ${duties}, outside the days the doctor has offered.`,
  exceedQuota: (name: string, by: number) =>
    `Let ${name} take ${count(by, 'duty', 'duties')} more than agreed, if the doctor says yes.`,
  shorterRest: (name: string, before: string, after: string) =>
    `Accept shorter rest for ${name} between the duties ${before} and ${after}, if the agreement allows it.`,
  noBackup: (duty: string) => `Accept that ${duty} has no backup.`,
  unlock: (duty: string) => ended(`Unlock ${duty}`),
}
