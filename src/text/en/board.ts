import { count, list, number } from './format.ts'

/** Sentences of the rota board and of the panel for one duty. */
export const panel = 'The duty you have chosen'
export const region = 'Rota for six weeks. Scroll sideways to see all days.'
export const toolbar = 'Period and view'
export const earlier = 'Earlier'
export const later = 'Later'
export const views = {
  doctors: 'Doctors',
  lines: 'Lines',
  days: 'Dates',
  weeks: 'Weeks',
  list: 'Day by day',
  doctor: 'One doctor',
}
export const captions = {
  doctors: 'Rota with a row for each doctor and a column for each day',
  lines: 'Rota with a row for each line and a column for each day',
  days: 'Rota with a row for each day and a column for each line',
  weeks: 'Rota with a row for each line and a column for each week',
}
export const doctor = 'Doctor'
export const line = 'Line'
export const day = 'Day'
export const time = 'Time'
export const load = 'Duty time in the plan'
export const dutyCount = 'Duties'
export const openDuties = 'Open duties'
export const open = 'open'
export const idle = '–'
export const locumShort = 'locum'
export const noDuties = 'No duties'

export function duties(amount: number): string {
  return count(amount, 'duty', 'duties')
}

export function loadBar(actual: string, target: string): string {
  return `${actual} of duty, fair share ${target}`
}

export const marks = { blocks: '!!', warns: '!' }

export const clockChange = {
  forward: 'summer time begins, the day has 23 hours',
  back: 'summer time ends, the day has 25 hours',
}
export const clockChangeShort = { forward: '23 h', back: '25 h' }

export const half = '½'
export const part = ' part'
export const skipBoard = 'Go past the rota, to what needs fixing'

export const legend = 'Key'
export const signs = {
  lineAndForm: 'line · form of duty',
  mixed: 'several forms in one duty',
  open: 'duty without a doctor',
  atRisk: 'uncertain whether the doctor is available',
  blocks: 'must be put right before publishing',
  broken: 'breach of a rule',
  warns: 'warning',
  locked: 'locked',
  note: 'has a note',
  weekend: 'weekend',
  holiday: 'public holiday',
  eve: 'Christmas, New Year’s, Easter or Whitsun Eve',
  half: 'half the duty',
  part: 'another part of the duty',
}
export const notableDays = 'Days to note'

export const flags = 'Breaches and warnings in these six weeks'
export const why = 'Why?'
export const showDuty = 'Show the duty'
export const noFlags = 'No breaches or warnings in these weeks.'
export const flagHeadings = {
  blocks: (amount: number) => `Must be put right before publishing (${number(amount)})`,
  broken: (amount: number) => `Breach of a rule (${number(amount)})`,
  warns: (amount: number) => `Warnings (${number(amount)})`,
}

export const summary = {
  covers: 'In these six weeks:',
  open: (amount: number) => count(amount, 'open duty', 'open duties'),
  blocks: (amount: number) => `${number(amount)} must be put right`,
  broken: (amount: number) => count(amount, 'breach of a rule', 'breaches of rules'),
  warns: (amount: number) => count(amount, 'warning', 'warnings'),
  fine: 'nothing to put right',
}

export function undeclared(names: readonly string[]): string {
  return `Total time is not known for ${count(names.length, 'doctor', 'doctors')} (surgery hours not given): ${list(names)}.`
}
export const totalNotKnown = 'total time not known'

export function dutyName(span: string, code: string, name: string): string {
  return `${span}, ${code} ${name}`
}

export function shortDutyName(code: string, name: string, date: string): string {
  return `${code} ${name} ${date}`
}

export function dutyOn(date: string): string {
  return `the duty ${date}`
}

export function printed(revision: number, when: string): string {
  return `Revision ${number(revision)}. Printed ${when}. The rota on screen is the one that counts.`
}
