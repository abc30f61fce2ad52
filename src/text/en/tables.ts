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

export const doctors = {
  sheet: 'Doctors',
  heads: {
    initials: 'Initials',
    name: 'Name',
    hprNumber: 'HPR number',
    birthDate: 'Date of birth',
    email: 'Email',
    phone: 'Phone',
    form: 'Contract',
    municipality: 'Municipality',
    percent: 'Percent of full time',
    share: 'Share',
    way: 'Takes part',
    route: 'Competence',
    emergencyCourse: 'Emergency course',
    violenceCourse: 'Violence course',
    from: 'From date',
  },
  forms: engagementForms,
  ways: waysOfTakingPart,
  routes: competenceRoutes,
  service: 'the service',
}

export const absences = {
  sheet: 'Absences',
  heads: {
    initials: 'Initials',
    name: 'Name',
    from: 'First day',
    to: 'Last day',
    certainFrom: 'Certain from',
    what: 'Applies to',
  },
  what: {
    absence: 'absence',
    'out-of-hours': 'exempt from all duty',
    nights: 'exempt from nights',
    home: 'exempt from home duty',
    'on-site': 'exempt from on-site duty',
    backup: 'exempt from backup',
  },
}

export const wishes = {
  sheet: 'Wishes',
  heads: {
    initials: 'Initials',
    name: 'Name',
    from: 'First day',
    to: 'Last day',
    weekdays: 'Weekdays',
    line: 'Line',
    duty: 'Duty',
    stance: 'Wish',
    weight: 'How important',
  },
  stances,
  weights,
  weekdays,
}
