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

export const doctors = {
  sheet: 'Leger',
  heads: {
    initials: 'Initialer',
    name: 'Navn',
    hprNumber: 'HPR-nummer',
    birthDate: 'Fødselsdato',
    email: 'E-post',
    phone: 'Telefon',
    form: 'Avtale',
    municipality: 'Kommune',
    percent: 'Stillingsprosent',
    share: 'Andel',
    way: 'Deltar',
    route: 'Kompetanse',
    emergencyCourse: 'Akuttkurs',
    violenceCourse: 'Voldskurs',
    from: 'Gjelder fra',
  },
  forms: engagementForms,
  ways: waysOfTakingPart,
  routes: competenceRoutes,
  service: 'legevakta',
}

export const absences = {
  sheet: 'Fravær',
  heads: {
    initials: 'Initialer',
    name: 'Navn',
    from: 'Første dag',
    to: 'Siste dag',
    certainFrom: 'Sikkert fra',
    what: 'Gjelder',
  },
  what: {
    absence: 'fravær',
    'out-of-hours': 'fritak fra all legevakt',
    nights: 'fritak fra nattevakter',
    home: 'fritak fra hjemmevakt',
    'on-site': 'fritak fra tilstedevakt',
    backup: 'fritak fra bakvakt',
  },
}

export const wishes = {
  sheet: 'Ønsker',
  heads: {
    initials: 'Initialer',
    name: 'Navn',
    from: 'Første dag',
    to: 'Siste dag',
    weekdays: 'Ukedager',
    line: 'Linje',
    duty: 'Vakt',
    stance: 'Ønske',
    weight: 'Hvor viktig',
  },
  stances,
  weights,
  weekdays,
}
