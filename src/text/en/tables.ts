import { shortWeekday } from './format.ts'
import { origins } from './words.ts'

/** Headings and words of the spreadsheets that are sent out; `sheet-words.ts` knows each when it comes back. */
export const rota = {
  sheet: 'Rota',
  date: 'Date',
  weekday: 'Weekday',
  weekdayOf: shortWeekday,
  line: 'Line',
  duty: 'Duty',
  seat: 'Place',
  from: 'From',
  to: 'To',
  initials: 'Initials',
  name: 'Name',
  position: 'Position',
  origin: 'Origin',
  origins,
  shadowing: 'Shadowing',
  shadowingMark: '(shadowing)',
  yes: 'yes',
  note: 'Note',
  until: (time: string) => `until ${time}`,
  since: (time: string) => `from ${time}`,
  between: (from: string, to: string) => `${from}–${to}`,
}
