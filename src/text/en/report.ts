import type { EngagementForm } from '../../core/rota/engagement.ts'
import { count, number } from './format.ts'
import { engagementForms } from './words.ts'

/** Heads of the tables; hours are clock hours where nothing else is said. */
export const columns = {
  doctor: 'Doctor',
  form: 'Agreement',
  meanTotal: 'Total per week',
  total: 'Total work',
  duty: 'Duty in all',
  weighted: 'Weighted duty',
  home: 'Home duty',
  onSite: 'On-site duty',
  backup: 'Backup duty',
  elsewhere: 'Duty elsewhere',
  surgery: 'Surgery',
  tasks: 'Other tasks',
  duties: 'Duties',
  nights: 'Nights',
  weekends: 'Weekends with duty',
  weekendsFull: 'Whole weekends',
  everyNth: 'How often a weekend',
  publicHolidays: 'Public holiday duties',
  daysAfterNight: 'Days worked after a night',
  longest: 'Longest unbroken duty',
  shortest: 'Shortest rest',
  givenAway: 'Given away',
  taken: 'Taken over',
  what: 'What',
  who: 'Who',
  planned: 'Planned',
  worked: 'Worked',
  difference: 'Difference',
  municipality: 'Municipality',
  doctors: 'Doctors',
  knownDoctors: 'Doctors with known surgery',
  share: 'Share of the hours',
  rule: 'Rule',
  breach: 'Breach',
  cause: 'The duties',
  room: 'Could it have been avoided',
  waived: 'Accepted',
  own: 'The municipality’s GPs',
} as const

export function formName(form: EngagementForm | null): string {
  return form === null ? 'without an agreement' : engagementForms[form]
}

/** What a breach came from. */
export const breach = {
  waived: (name: string | undefined, when: string, reason: string) =>
    `${name === undefined ? 'Accepted' : `Accepted by ${name}`} ${when}: ${reason}`,
}

export const surveyTitle = 'Compared with the country'
/** Of the GPs of one form of agreement. */
export const surveyTitleOf = (group: string) => `Compared with the country: ${group}`

export function surveySource(publisher: string, table: string, year: number, respondents: number): string {
  return `Source: ${publisher}, survey ${year}, table ${table}. ${number(respondents)} GPs answered.`
}

export const surveyMeaning =
  'Both count clock hours in an average week, with home and backup duty in full. The country’s figures are what the doctors said themselves; the district’s are worked out from the rota and declared surgery hours. The figures are medians among those who have the task, and do not add up. The percentage is the part of the country’s GPs who have the task.'

export const surveyTooShort =
  'The country’s figures are shown only for periods of at least 90 days, as a quarter, since they are of an average week.'

export const surveyMeasures = {
  total: 'Total medical work with all duty',
  'total-without-duty': 'Total medical work without duty',
  'total-without-backup': 'Total medical work without backup duty',
  'total-without-backup-and-home': 'Total medical work without backup and home duty',
  surgery: 'Surgery',
  home: 'Home duty',
  'on-site': 'On-site duty',
  backup: 'Backup duty',
  duty: 'All duty',
  'other-tasks': 'Other tasks',
} as const

export const surveyGroups = {
  all: 'All GPs',
  'gp-self-employed': 'Self-employed',
  'gp-self-employed-municipal-premises': 'Self-employed (8.2)',
  'gp-salaried': 'Salaried',
  'gp-salaried-with-bonus': 'Salaried with bonus',
} as const

/** Titles of the tables. */
export const titles = {
  doctors: 'Duties and total work of each doctor',
  hours: 'Hours of each doctor',
  worked: 'Where it went otherwise than planned',
  others: 'The other doctors in the district',
  coverage: 'Who held the district’s duties',
  'survey-shares': 'Long and short weeks beside the country',
  flags: 'Breaches of rules and limits',
  shown: 'For information',
} as const

export const sum = 'The municipality’s doctors in all'
export const allOthers = 'All other doctors'
export const noDoctors = 'No doctor is the municipality’s own in the period.'
export const empty = 'No duties are published in the period.'
export const emptyCounted = 'Surgery and other tasks are counted.'
export const closed =
  'The period is closed. The figures of the municipality’s own doctors are those stored then; everything else is counted now.'

/** Whoever was the municipality's own for a part of the period. */
export const moved = (name: string, dates: string) =>
  `${name} is counted only for the days as the municipality’s own doctor: ${dates}.`

export const changed = (what: string, on: string) =>
  `The agreement changes within the period: “${what}” from ${on}. The days before and after are counted each by their own.`

export const unknown = (names: string) =>
  `Surgery hours are not declared for ${names}, so total work is not known.`

export const measures = {
  home: 'Home duty',
  'on-site': 'On-site duty',
  backup: 'Backup duty',
  duty: 'Duty in all',
  total: 'Total work',
} as const

export const notes = {
  doctors:
    'Total work is surgery, other tasks and duty; hours that coincide count once. Duties are counted as they went, otherwise as planned.',
  hours: 'Hours are clock hours. Weighted duty reckons each hour by its weight in the district’s agreement.',
  worked: 'Everything went as planned, or nothing else has been entered.',
  others:
    'Duties stand in the published rota, so they are shown for all. Surgery and total work are shown only as a sum of enough doctors (the agreement says how many), and not where it could be worked out from the other figures. Doctors of two municipalities stand in both.',
  notQuarter: 'Surgery and total work of other doctors are shown only for whole quarters and years.',
  coverage:
    'The share is of all hours on all the district’s lines, the open ones too. A conditional backup is in it only where somebody holds it. Whoever learns beside another is not.',
  crossing:
    'Breaches that reach over days on which a doctor was not the municipality’s own are left out, and whether there are any is not told.',
  noBreaches: 'No breaches of rules or limits by the municipality’s doctors.',
} as const

export const holders = {
  'own-gp': 'The municipality’s GPs',
  'other-gp': 'GPs of other municipalities',
  locum: 'Locums',
  trainee: 'LIS1',
  employed: 'Employed duty doctors',
  other: 'Others',
  open: 'Nobody (open duties)',
  all: 'In all',
} as const

export const exempt = {
  known: (exempt: number, of: number) =>
    `${number(exempt)} of the district’s ${count(of, 'other GP', 'other GPs')} are exempt from duty in all or part of the period.`,
  few: (below: number, of: number) =>
    `Fewer than ${number(below)} of the district’s ${count(of, 'other GP', 'other GPs')} are exempt from duty in all or part of the period.`,
  fewInAll: (below: number) =>
    `The district has fewer than ${number(below)} other GPs. So it is not shown how many of them are exempt from duty.`,
}

export const shareNames = {
  from: (hours: number, what: string) => `${number(hours)} hours or more a week, ${what}`,
  under: (hours: number, what: string) => `Under ${number(hours)} hours a week, ${what}`,
  total: 'with all duty',
  'total-without-duty': 'without duty',
} as const

export const surveyOwn = (doctors: number, of: number) => `${number(doctors)} of ${number(of)}`
export const ownNone = 'None of the municipality’s GPs has a known week to count by.'
export const surveyDistrict = 'The district'
export const surveyDistrictOf = (doctors: number) => `${surveyDistrict} (${number(doctors)})`
export const surveyWhole = (respondents: number) => `The country (${number(respondents)} answers)`
export const surveyTask = 'Have the task in the country'
export const surveyWho =
  'The district’s median is of GPs with an agreement for at least 90 days of the period. It is rounded to whole hours.'
export const surveySharesMeaning =
  'The share of the municipality’s GPs is by total clock time in an average week of the period, home and backup duty in full, as in the survey.'

export const cellOf = {
  duty: (date: string, line: string, how: string) => `${date} ${line} (${how})`,
  avoidable: 'Yes, if shared more evenly',
  atFloor: 'No, not with these duties and doctors',
}
