import type { WeightName } from '../../core/rota/agreement.ts'
import type { LocalDate } from '../../core/time/local-date.ts'
import { builderWeights } from './agreement-words.ts'
import { count, dateOnly, decimal, hours, number } from './format.ts'

/** Sentences of the page that tells what each criterion costs in a draft. */
export const title = 'What counts in this rota'
export const link = 'See what counts'

export const lead =
  'When the rota is built, these things are weighed against each other. Here you see what each of them costs in the draft as it stands now. Fewer points are better.'
export const first =
  'Demands that stop publishing, and open duties, always come first and are weighed against nothing.'
export const agreed = (from: LocalDate) =>
  `The weights are those that hold on ${dateOnly(from)}, the first day of the plan.`
export const tried = 'The figures below are worked out with the weights you try. Nothing has been saved.'
export const empty =
  'No duty has a doctor yet. Build the rota first, and you will see here what each thing costs.'

export const state = {
  open: (amount: number) => count(amount, 'open duty', 'open duties'),
  hard: (amount: number) => `${count(amount, 'demand is broken', 'demands are broken')}`,
  fine: 'All duties have a doctor, and no demand is broken.',
}

export const names: Readonly<Record<WeightName, string>> = {
  hours: 'Even hours',
  nights: 'Even nights',
  weekends: 'Even weekends',
  holidays: 'Even public holidays',
  ...builderWeights,
}

const away = (text: string) => `${text} away from even sharing, added up for all`

/** How much there is of it, as people count. */
export const amounts: Readonly<Record<WeightName, (amount: number) => string>> = {
  hours: (amount) => away(`${number(amount)} hours`),
  nights: (amount) => away(some(amount, 'night', 'nights')),
  weekends: (amount) => away(some(amount, 'weekend', 'weekends')),
  holidays: (amount) => away(some(amount, 'duty', 'duties')),
  overLimits: (amount) => `${hours(amount)} outside limits and marks, or too little rest`,
  officeDays: (amount) =>
    `${count(amount, 'surgery day', 'surgery days')} right after a night, also where surgery hours are assumed`,
  leastDuties: (amount) => `${count(amount, 'duty', 'duties')} too few`,
  specialHolidays: (amount) =>
    amount === 0
      ? 'Nobody gets the same holiday again too soon, but some have more than others'
      : `${count(amount, 'holiday', 'holidays')} with somebody who recently had the same`,
  wishes: (amount) => `${count(amount, 'duty', 'duties')} that somebody has wishes about`,
  together: (amount) =>
    `${count(amount, 'change', 'changes')} of doctor in the middle of a weekend or duty week`,
  spacing: (amount) => `${count(amount, 'time', 'times')} closer between duties than usual`,
  wholeWeekends: (amount) => `${count(amount, 'weekend', 'weekends')} with duty, added up for all`,
  idleBackups: (amount) => `${count(amount, 'backup duty', 'backup duties')} without need`,
  fewChanges: (amount) => `${count(amount, 'duty', 'duties')} with another doctor than before`,
}

/** A distance of one doctor in the measure of a criterion of even sharing; hours in minutes. */
export const distances: Readonly<
  Record<'hours' | 'nights' | 'weekends' | 'holidays', (amount: number) => string>
> = {
  hours: hours,
  nights: (amount) => some(amount, 'night', 'nights'),
  weekends: (amount) => some(amount, 'weekend', 'weekends'),
  holidays: (amount) => some(amount, 'duty', 'duties'),
}

export const row = {
  points: (points: number) => count(points, 'point', 'points'),
  part: (part: number) => (part < 0.005 ? 'under 1% of all' : `${number(100 * part)}% of all`),
  gain: (points: number) => `takes off ${count(-points, 'point', 'points')}, because wishes are followed`,
  furthest: (now: string) => `Furthest away: ${now}.`,
  furthestHours: (now: string) => `Furthest away in one form of duty: ${now}.`,
  least: (least: string) => `No rota can have everybody closer than ${least}.`,
  atFloor: 'It cannot be more even.',
  floor: (points: number) => `Lowest possible: ${count(points, 'point', 'points')}.`,
  weight: (weight: number) => (weight === 1 ? 'Weight: as usual' : `Weight: ${decimal(weight, 3)}`),
  triedWeight: (weight: number, agreedWeight: number) =>
    `Weight you try: ${decimal(weight, 3)}. Agreed: ${decimal(agreedWeight, 3)}`,
  change: 'Change the weight',
  changeOf: (name: string) => `Change the weight of “${name}”`,
  bar: (part: number, floorPart: number | null) =>
    floorPart === null
      ? `${number(100 * part)} per cent of all`
      : `${number(100 * part)} per cent of all, and not below ${number(100 * floorPart)}`,
}

export const nothing = {
  title: 'Costs nothing now',
  lead: 'This counts too, but the draft has none of it.',
}

export const legend = 'The mark in the bar shows the lowest that is possible when only this thing counts.'

export const trial = {
  title: 'Try other weights',
  lead: 'Work out the draft anew with other weights. The draft and the agreement do not change.',
  submit: 'Work out anew',
  reset: 'Back to the agreed weights',
  adopt: 'Adopt these weights',
  adoptEven: 'Adopt the weights for even sharing',
  build: 'Build anew with these weights',
  adoptLead:
    'If the weights are to hold from now on, adopt them in the agreement. Otherwise they hold only for this build.',
}

export const back = 'Back to the draft'

function some(amount: number, one: string, many: string): string {
  const told = decimal(Math.round(amount * 10) / 10, 1)
  return `${told} ${told === '1' ? one : many}`
}
