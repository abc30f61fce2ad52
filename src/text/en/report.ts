import type { EngagementForm } from '../../core/rota/engagement.ts'
import { count, hours, number, wholeHours } from './format.ts'
import { engagementForms } from './words.ts'

/** Heads of the table, in the order of its columns; hours are clock hours. */
export const columns = {
  doctor: 'Doctor',
  initials: 'Initials',
  form: 'Agreement',
  weeks: 'Weeks',
  home: 'Home duty',
  onSite: 'On-site duty',
  backup: 'Backup duty',
  duty: 'Duty in all',
  weighted: 'Weighted duty',
  duties: 'Duties',
  nights: 'Nights',
  weekends: 'Weekends',
  publicHolidays: 'Public holiday duties',
  surgery: 'Surgery',
  tasks: 'Other tasks',
  meanTotal: 'Total per week',
  flags: 'Remarks',
} as const

export function inHours(column: string): string {
  return `${column} (hours)`
}

export function formName(form: EngagementForm | null): string {
  return form === null ? 'without an agreement' : engagementForms[form]
}

export const notKnown = 'not known'
export const notKnownWhy =
  'At least one doctor has not given surgery hours, so total working time is not known.'
export const suppressed = 'not shown'
export const suppressedWhy = 'The group has too few doctors, so the figure is not shown.'
export const notComparable = 'not reckoned'
export const notComparableWhy = 'Legevaktplan counts hours that coincide once, and so does not have this sum.'

export const tooFew = 'too few doctors'

export const surveyWhys = {
  suppressed: `“${tooFew}”: ${suppressedWhy}`,
  'not-known': `“${notKnown}”: ${notKnownWhy}`,
  'not-comparable': `“${notComparable}”: ${notComparableWhy}`,
}

/** What a breach came from. */
export const breach = {
  origins: (parts: string) => `The duties: ${parts}`,
  origin: (duties: number, how: string) => `${number(duties)} ${how}`,
  avoidable: (minutes: number, floorMinutes: number) =>
    `${hours(minutes)} could have been avoided (the lowest possible was ${hours(floorMinutes)})`,
  atFloor: 'Could not have been lower with these duties and doctors',
  waived: (name: string | undefined, when: string, reason: string) =>
    `${name === undefined ? 'Accepted' : `Accepted by ${name}`} ${when}: ${reason}`,
  headings: {
    open: (amount: number) => `Breaches not accepted (${number(amount)})`,
    waived: (amount: number) => `Breaches accepted (${number(amount)})`,
    warnings: (amount: number) => `Warnings (${number(amount)})`,
  },
}

export const sum = 'Sum for the municipality’s doctors'

export function others(doctors: number): string {
  return `Other doctors in the district (${count(doctors, 'doctor', 'doctors')})`
}

export const whatHoursAre =
  'All hours are clock hours. Weighted duty reckons each hour by its weight in the district’s agreement. Total per week is surgery hours, other tasks and duty, with hours that coincide counted once.'

export const surveyTitle = 'Compared with the country'

export function surveySource(publisher: string, table: string, year: number, respondents: number): string {
  return `Source: ${publisher}, survey ${year}, table ${table}. ${number(respondents)} GPs answered.`
}

export const surveyMeaning =
  'The figures are medians of hours in an ordinary week among those who have the task. They cannot be added up. The percentage in brackets is the share of GPs who have the task. The country’s figures are given by the doctors themselves, the district’s are worked out from the rota and the surgery hours given.'

export function surveyTooShort(weeks: number): string {
  return `The country’s figures are shown for periods of ${number(weeks)} weeks or more.`
}

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

export function surveyGroup(name: string, respondents: number, doctors: number): string {
  return `${name} (${number(respondents)} answers, ${number(doctors)} in the district)`
}

export function surveyFigure(hours: number, percentWithTask: number | null): string {
  const median = wholeHours(hours * 60)
  return percentWithTask === null ? median : `${median} (${number(percentWithTask)}%)`
}

export function fileName(municipality: string, from: string, to: string): string {
  return `load-${municipality}-${from}-${to}.csv`
}
