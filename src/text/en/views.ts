import { count, number } from './format.ts'

/** Sentences of the ways to see a board: half a year at a glance, one doctor, notes on days, and paper. */

export const strip = {
  title: 'The half-year week by week',
  skip: 'Skip the overview of weeks',
  open: (amount: number) => count(amount, 'open duty', 'open duties'),
  allHeld: 'every duty is held',
  beside: 'outside the plan',
  blocks: (amount: number) => `${number(amount)} to mend`,
  broken: (amount: number) => count(amount, 'breach', 'breaches'),
  warns: (amount: number) => count(amount, 'warning', 'warnings'),
  /** 'week 12 from Mon 22 March: 2 open duties, 1 to mend'. */
  week: (week: string, from: string, what: readonly string[]) => `${week} from ${from}: ${what.join(', ')}`,
  key: 'Bar: duties held. Dotted frame: open duties. !! and !: breaches and warnings. ◆: public holiday. Choose a week to go there.',
}

/** Where a board shows half a year; six weeks have their own words. */
export const half = {
  covers: 'In this half-year:',
  flags: 'Breaches and warnings in this half-year',
}

export const span = { label: 'Weeks at a time', weeks: (weeks: number) => `${number(weeks)} weeks` }

/** Two letters of a weekday, for parts of a week: 'Mo–Th'. */
export const weekdays = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const
export const wholeWeek = 'the whole week'
export const dutiesShort = (amount: number) => `${number(amount)} d.`
export const openShort = (amount: number) => `${number(amount)} open`
export const doctorWeeks =
  'Rota with a row for each doctor and a column for each week: the number of duties of each form'
export const away = 'not available the whole week'
export const regionOf = (weeks: number) =>
  `Rota for ${number(weeks)} weeks. Scroll sideways to see all of it.`

export const oneDoctor = {
  choose: 'Choose a doctor',
  show: 'Show',
  nobody: 'The district has no doctors.',
  duties: (name: string) => `Duties of ${name}`,
  none: 'No duties in this period.',
  load: 'Duty hours against the fair share',
  held: 'Held',
  share: 'Share',
  gap: 'Difference',
  hours: 'Duty hours',
  nights: 'Nights',
  weekends: 'Weekends',
  holidays: 'Duties on public holidays',
  month: (month: string, duties: number) => `${month}: ${count(duties, 'duty', 'duties')}`,
  near: 'Breaches and warnings about this doctor',
  print: 'Print this list',
}

export const notes = {
  title: 'Notes on days',
  add: 'Write a note on a day',
  date: 'Date',
  text: 'Note',
  hint: 'At most 200 characters. Everybody who sees the rota sees the note. Leave the field empty to take it away.',
  save: 'Save the note',
  mark: '✎',
  /** In the head of the day, for those who do not see the sign. */
  said: (text: string) => `note: ${text}`,
  /** The form was opened on another note, or on none. */
  meanwhile: (date: string, note: string) =>
    note === ''
      ? `Somebody else took away the note on ${date} while you were writing. Save again to put yours there.`
      : `${date} now has the note “${note}”. Save again to put yours in its place.`,
}

export const paper = {
  link: 'Print',
  title: 'Print the rota',
  lead: 'Choose a sheet, then print it from the browser (Ctrl+P); only the sheet comes on paper. All of it can be read in black and white.',
  print: 'Print now',
  what: 'Sheet',
  whats: {
    month: 'Month, A4 landscape',
    'six-weeks': 'Six weeks, A4 landscape',
    wall: 'Half-year for the wall, A3 landscape',
    doctor: 'One doctor, A4 portrait',
  },
  layout: 'Layout',
  layouts: {
    doctors: 'doctors down',
    lines: 'lines down',
    days: 'dates down',
  },
  from: 'From date',
  doctor: 'Doctor',
  everyDoctor: 'Every doctor, one sheet each',
  show: 'Show the sheet',
  back: 'Back to the board',
  week: 'Week',
  footPublished: (revision: number, when: string) =>
    `Revision ${number(revision)} · printed ${when} · the rota on the screen is the one that holds`,
  footDraft: (name: string, when: string) => `DRAFT “${name}”, not published · printed ${when}`,
}
