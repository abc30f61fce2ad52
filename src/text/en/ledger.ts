import { count, decimal, number } from './format.ts'

/** Sentences of what happened in a duty, of lines and waivers, of the ledger, closed periods and corrections. */
export const outcome = {
  title: 'How the duty went',
  titleOf: (name: string) => `How the duty went for ${name}`,
  lead: 'The plan holds until something else is entered. Write only times and numbers, never anything about patients.',
  notTold: 'Nothing is entered. The duty is reckoned as planned.',
  what: 'What',
  planned: 'Planned',
  worked: 'Worked',
  time: 'Time',
  length: 'Length',
  active: 'Active time',
  callOuts: 'Call-outs',
  notKnown: 'not entered',
  toldBy: (name: string | undefined, when: string) =>
    name === undefined ? `Entered ${when}.` : `Entered by ${name} ${when}.`,
  form: 'Enter how the duty went',
  change: 'Put right what is entered',
  start: 'Began',
  end: 'Ended',
  startIsLate: 'The start time is after the clock was put back (winter time)',
  endIsLate: 'The end time is after the clock was put back (winter time)',
  activeMinutes: 'Active time',
  activeMinutesHelp: 'Minutes such as 90, or hours such as 1:30 or 1.5. May be left empty.',
  callOutsHelp: 'A number. May be left empty.',
  save: 'Save',
  refused: 'Nothing has been saved. Put right what is marked.',
  closed: 'The period is closed in the ledger, so this cannot be changed any more.',
}

export const waivers = {
  title: 'Accepted breach',
  sentence: (rule: string, person: string | null) => (person === null ? rule : `${rule}: ${person}`),
  by: (name: string | undefined, when: string) =>
    name === undefined ? `Accepted ${when}` : `Accepted by ${name} ${when}`,
  mark: '§',
  markMeaning: 'breach that is accepted',
}

/** Reference lines: values that are drawn and have not been adopted. */
export const lines = {
  title: 'Over usual limits',
  lead: 'The district has adopted no limits of its own for this, so it gives no warning.',
  weeks: (times: number, line: string) => `${count(times, 'week', 'weeks')} over the usual limit of ${line}`,
  times: (times: number, what: string, line: string) =>
    `${what}: ${count(times, 'time', 'times')} over the usual limit of ${line}`,
  ofPerson: (name: string, times: number) => `${name}: ${number(times)}`,
  inTable: (line: string) =>
    `Figures underlined with dots are over the mark at ${line}, which the district has not adopted.`,
  named: (line: string) => `Mark at ${line}, not adopted`,
}

export const unchecked = {
  title: (rules: number) => `${count(rules, 'rule is', 'rules are')} not checked`,
  lead: 'The district has set no value for these rules. They are neither kept nor broken.',
  agreement: 'See the agreement and set values',
}

/** Findings that only reports tell of. */
export const shown = {
  title: 'For information',
  lead: 'These are neither faults nor warnings. They stand only here and in the load report.',
}

/** Names of the parts of a picture. */
export const chart = {
  duty: 'Duty',
  other: 'Surgery and other tasks',
  floor: 'Lowest possible',
  ofWeeks: (name: string) => `Total work week by week for ${name}. The figures are in the table below.`,
}

export const ledger = {
  title: 'Ledger',
  of: (name: string) => `Ledger of ${name}`,
  lead: 'Planned is what the rota says. Worked is what was entered afterwards, otherwise the plan. All hours are clock hours.',
  toHours: 'Hours week by week',
  toClosings: 'Closed periods',
  all: 'All doctors',
  own: 'My ledger',
  kind: 'Period',
  kinds: { week: 'Week', month: 'Month', quarter: 'Quarter', year: 'Year', plan: 'Plan period' },
  date: 'A day in the period',
  show: 'Show',
  before: 'Previous',
  after: 'Next',
  none: 'No duties are published in this period.',
  closed: (name: string | undefined, when: string) =>
    name === undefined
      ? `The period was closed ${when}. The figures do not change any more.`
      : `The period was closed ${when} by ${name}. The figures do not change any more.`,
  partlyClosed: 'Some of the days lie in another period that is closed.',
  open: 'The period is not closed. The figures follow the rota and what is entered.',
  close: 'Look over and close the period',
  what: 'What',
  planned: 'Planned',
  worked: 'Worked',
}

export const period = {
  quarter: (number: number, year: number) => `quarter ${number}, ${year}`,
  plan: (range: string) => `Plan ${range}`,
  wheel: (name: string, year: number) => `${name} ${year}`,
}

export const figures = {
  hours: 'Hours',
  clock: 'Clock hours',
  weighted: 'Weighted hours',
  dutySum: 'Duty in all',
  active: 'Active time',
  activeOf: (active: string, of: string) => `${active} of ${of} of duty`,
  notTold: 'not entered',
  callOuts: 'Call-outs',
  elsewhere: 'Duty in other districts',
  declaredElsewhere: 'The locum’s stated hours elsewhere, beyond those',
  surgery: 'Surgery',
  tasks: 'Other tasks',
  total: 'Total work',
  totalNote:
    'Total work is duty, surgery and other tasks. Hours that coincide are counted once, so the parts may come to more than the sum.',
  atLeast: (hours: string) => `not known, at least ${hours}`,
  wear: 'Duties, nights and weekends',
  duties: 'Duties',
  nights: 'Nights',
  weekendsAny: 'Weekends with duty',
  weekendsFull: 'Of those both Saturday and Sunday',
  everyNth: 'How often',
  everyNthWeekend: (n: number | null) => {
    if (n === null) return 'no weekends'
    if (n === 1) return 'every weekend'
    if (n === 2) return 'every other weekend'
    return `1 in ${decimal(n, 1)} weekends`
  },
  publicHolidays: 'Public holiday duties',
  specialHolidays: 'Holidays',
  daysAfterNight: 'Working days after a night',
  longest: 'Longest duty in one stretch',
  shortest: 'Shortest rest between duties',
  shortestNone: 'no two duties after each other',
  origins: 'How the duties came',
  givenAway: 'Duties given away',
  taken: 'Duties taken over',
  segments: 'Hours by duty class, day and time of day',
  segmentsLead:
    'As the duties were, divided at the times in the agreement and at the edges of public holidays. For pay and later checks.',
  form: 'Form of duty',
  dutyClass: 'Duty class',
  day: 'Day',
  window: 'From',
  calendars: 'Public holiday by',
  minutes: 'Hours',
  calendarNames: {
    statutory: 'the holidays act',
    'rest-window': 'the Working Environment Act',
    'pay-window': 'the main pay agreement',
    agreement: 'the special agreement',
  },
  holidayNames: {
    christmas: 'Christmas',
    'new-year': 'New Year',
    easter: 'Easter',
    'constitution-day': '17 May',
  },
}

export const share = {
  title: 'Against fair share',
  lead: 'The share is alike for all by agreed weight, and adjusted for what the doctor brings from earlier periods. What goes on to the next period is worked out from what was worked, without what the doctor brought. So it may be another figure.',
  outside: 'The doctor is not part of the sharing in this period.',
  measure: 'What',
  measures: {
    home: 'Home duty',
    'on-site': 'On-site duty',
    backup: 'Backup duty',
    nights: 'Nights',
    weekends: 'Weekends',
    holidays: 'Public holiday duties',
  },
  actual: 'Planned',
  target: 'Share',
  difference: 'Over or under',
  brought: 'Brought along',
  bar: (what: string, actual: string, target: string) => `${what}: ${actual}, share ${target}`,
  over: (amount: string) => `${amount} over`,
  under: (amount: string) => `${amount} under`,
  even: 'even',
  strokes: 'The bar is hours on duty. The mark is the share.',
}

export const balance = {
  title: 'Carried over and corrected',
  lead: 'Above 0 means that the doctor has taken more than their share. Nothing here can be changed. A mistake is put right by a new row.',
  none: 'Nothing is carried over or corrected.',
  on: 'Holds from',
  what: 'What',
  amount: 'Amount',
  why: 'Reason',
  signed: 'Entered',
  carriedOver: 'Carried over when a period was closed',
  by: (name: string | undefined, when: string) => (name === undefined ? when : `${name}, ${when}`),
  correct: 'Write a correction',
  sign: 'The doctor has taken',
  more: 'more than what is entered',
  less: 'less than what is entered',
  hoursHelp: 'Hours such as 7:30 or 7.5 for the forms of duty, otherwise a number.',
  reason: 'Reason',
  save: 'Save the correction',
}

export const counts = {
  title: 'All doctors in the rota',
  lead: 'Anybody can count this in the rota. You do not see the hours of other doctors.',
}

export const closings = {
  title: 'Closed periods',
  lead: 'When a period is closed, its figures never change. What each doctor has taken more or less than their share goes on to the next period.',
  none: 'No periods are closed yet.',
  period: 'Period',
  dates: 'Days',
  closedAt: 'Closed',
  by: 'By',
  can: 'Can be closed now',
  canNone: 'No period is over without being closed.',
  other: 'Close another period',
  preview: 'Look over',
  previewTitle: (period: string) => `Close ${period}`,
  previewLead:
    'This is how the figures will stand. Afterwards nobody can change them. Enter how the duties went before you close.',
  carried: 'Goes on to the next period',
  carriedNone: 'Nobody has taken more or less than their share.',
  confirm: 'Close the period for good',
  back: 'Back to the ledger',
}

export function signed(text: string, amount: number): string {
  return amount > 0 ? `+${text}` : text
}

/** The district's table. */
export const table = {
  lead: 'Choose a column head to sort.',
  sum: 'Sum',
  atLeast: (hours: string) => `at least ${hours}`,
  columns: {
    planned: 'Duty planned',
    duty: 'Duty worked',
    home: 'Home duty',
    'on-site': 'On-site',
    backup: 'Backup',
    weighted: 'Weighted',
    duties: 'Duties',
    nights: 'Nights',
    weekends: 'Weekends',
    everyNth: 'One weekend in',
    holidays: 'Public holidays',
    daysAfterNight: 'Days after nights',
    total: 'Total',
  },
}

export function amount(value: number): string {
  return decimal(value)
}

export const clockNote = 'Hours and minutes are written as 7:30.'

export { clockHours } from './format.ts'

export function everyNth(n: number): string {
  return decimal(n, 1)
}
