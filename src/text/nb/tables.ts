import { shortWeekday } from './format.ts'
import { origins } from './words.ts'

/** Headings and words of the spreadsheets that are sent out; `sheet-words.ts` knows each when it comes back. */
export const rota = {
  sheet: 'Vaktliste',
  date: 'Dato',
  weekday: 'Ukedag',
  weekdayOf: shortWeekday,
  line: 'Linje',
  duty: 'Vakt',
  seat: 'Plass',
  from: 'Fra',
  to: 'Til',
  initials: 'Initialer',
  name: 'Navn',
  position: 'Hjemmel',
  origin: 'Opphav',
  origins,
  shadowing: 'Hospiterer',
  shadowingMark: '(hosp.)',
  yes: 'ja',
  note: 'Merknad',
  until: (time: string) => `til ${time}`,
  since: (time: string) => `fra ${time}`,
  between: (from: string, to: string) => `${from}–${to}`,
}
