import { shortWeekday } from './format.ts'
import {
  competenceRoutes,
  engagementForms,
  origins,
  stances,
  waysOfTakingPart,
  weekdays,
  weights,
} from './words.ts'

/** Headings and words of the spreadsheets that are sent out; `sheet-words.ts` knows each when it comes back. */
export const rota = {
  sheet: 'Vaktliste',
  date: 'Dato',
  weekday: 'Vekedag',
  weekdayOf: shortWeekday,
  line: 'Linje',
  duty: 'Vakt',
  seat: 'Plass',
  from: 'Frå',
  to: 'Til',
  initials: 'Initialar',
  name: 'Namn',
  position: 'Heimel',
  origin: 'Opphav',
  origins,
  shadowing: 'Hospiterer',
  shadowingMark: '(hosp.)',
  yes: 'ja',
  note: 'Merknad',
  until: (time: string) => `til ${time}`,
  since: (time: string) => `frå ${time}`,
  between: (from: string, to: string) => `${from}–${to}`,
}

export const doctors = {
  sheet: 'Legar',
  heads: {
    initials: 'Initialar',
    name: 'Namn',
    hprNumber: 'HPR-nummer',
    birthDate: 'Fødselsdato',
    email: 'E-post',
    phone: 'Telefon',
    form: 'Avtale',
    municipality: 'Kommune',
    percent: 'Stillingsprosent',
    share: 'Del',
    way: 'Deltek',
    route: 'Kompetanse',
    emergencyCourse: 'Akuttkurs',
    violenceCourse: 'Valdskurs',
    from: 'Gjeld frå',
  },
  forms: engagementForms,
  ways: waysOfTakingPart,
  routes: competenceRoutes,
  service: 'legevakta',
}

export const absences = {
  sheet: 'Fråvær',
  heads: {
    initials: 'Initialar',
    name: 'Namn',
    from: 'Første dag',
    to: 'Siste dag',
    certainFrom: 'Sikkert frå',
    what: 'Gjeld',
  },
  what: {
    absence: 'fråvær',
    'out-of-hours': 'fritak frå all legevakt',
    nights: 'fritak frå nattevakter',
    home: 'fritak frå heimevakt',
    'on-site': 'fritak frå tilstadevakt',
    backup: 'fritak frå bakvakt',
  },
}

export const wishes = {
  sheet: 'Ønske',
  heads: {
    initials: 'Initialar',
    name: 'Namn',
    from: 'Første dag',
    to: 'Siste dag',
    weekdays: 'Vekedagar',
    line: 'Linje',
    duty: 'Vakt',
    stance: 'Ønske',
    weight: 'Kor viktig',
  },
  stances,
  weights,
  weekdays,
}
