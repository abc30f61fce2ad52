/** The pages of duty lines and their templates. */
export const title = 'Duty lines'
export const lead =
  'A line is one thread of cover: home duty, on-site duty or backup. The line says which duties each day has.'
export const none = 'The district has no duty lines yet.'
export const add = 'New duty line'
export const change = 'Change the line'
export const changeLabel = (name: string) => `Change the line ${name}`
export const noDuties = 'No duties from today'
export const now = 'holds now'
export const coming = 'to come'
export const past = 'no longer holds'
export const behind = (names: string) => `Backup for ${names}`
export const conditional = 'only while whoever is on duty may not work alone'
export const window = (name: string, days: string, span: string) => `${name}: ${days} ${span}`
export const several = (amount: number) => `${amount} doctors`
export const blocks = { week: 'one doctor the whole week', weekend: 'one doctor the whole weekend' }
export const nextDays = ['', 'the next day', 'two days later', 'three days later']
export const ownDates = (amount: number) =>
  amount === 1 ? 'One date has duties of its own.' : `${amount} dates have duties of their own.`
export const ownDatesKept = 'Dates with duties of their own are kept. They are changed in the district file.'
export const pieces = (from: string, form: string) => `from ${from}: ${form}`

/** Days as a sentence names them; the form says which eves. */
export const days = {
  weekday: 'weekdays',
  saturday: 'Saturdays',
  sunday: 'Sundays',
  'public-holiday': 'public holidays',
  eve: 'eves',
  'early-close': 'the Wednesday before Easter',
  'bridge-day': 'bridge days',
  summer: 'weekdays in summer',
}

export const form = {
  name: 'Name of the line',
  nameHelp: 'For example “Home duty” or “On-site evenings”.',
  code: 'Short sign',
  codeHelp: 'One to three characters, for the board and the calendar.',
  place: 'Where to meet',
  placeHelp:
    'Stands in the calendar of whoever has the duty. For example “Askvoll medical centre”. May be left empty. The place holds at once for all duties of the line, published ones too, whatever the date under “Holds from”. Calendars follow by themselves, and nobody gets a message about it.',
  kind: 'Kind of duty',
  kinds: {
    home: 'home duty: the doctor is on call from home',
    'on-site': 'on-site duty: the doctor is at the station',
    backup: 'backup: the doctor supports whoever is on duty',
  },
  behind: 'Backup for',
  behindHelp: 'For backup only: the lines that it stands behind.',
  conditional: 'The backup is needed only while whoever is on duty may not work alone',
  from: 'Holds from',
  fromHelp: 'What has been, and duties that are published, stay.',
  windows: 'Duties of the line',
  windowsHelp:
    'Tick the days that each duty is for. Where the line has no duty for a holiday or an eve, the duties of the ordinary day hold.',
  window: (number: number) => `Duty ${number}`,
  windowName: 'Name of the duty',
  days: 'Days',
  dayKinds: {
    weekday: 'weekdays',
    saturday: 'Saturdays',
    sunday: 'Sundays',
    'public-holiday': 'public holidays',
    eve: 'Christmas Eve, New Year’s Eve, Easter Eve and Whitsun Eve',
    'early-close': 'the Wednesday before Easter',
    'bridge-day': 'bridge days',
    summer: 'weekdays in summer',
  },
  onlyWeekdays: 'Only some days of the week',
  onlyWeekdaysHelp: 'No ticks means every day that fits the choice above.',
  start: 'From',
  end: 'Until',
  endDay: 'Ends',
  endDays: ['the same day', 'the next day', 'two days later', 'three days later'],
  number: 'Doctors at once',
  block: 'Belongs together',
  noBlock: 'each duty by itself',
  switchAt: 'Changes kind of duty at',
  switchHelp: 'For a duty that is, say, home duty until 23:00 and on-site after.',
  switchTo: 'After that',
  more: 'More about the duty',
  keptPieces:
    'The duty has several parts or paid hours of its own. They are kept while its hours stay the same.',
  addWindow: 'Add a duty',
  removeWindow: (number: number) => `Remove duty ${number}`,
  look: 'See the duties',
  save: 'Save the line',
  published:
    'Duties that are published already stay as they are. Drafts get the new duties, and say where they do not fit.',
}

export const end = {
  title: 'End the line',
  lead: 'The line makes no duties from this day. Published duties stay. A line that never had a duty is gone.',
  on: 'First day without duties',
  submit: 'End the line',
}
