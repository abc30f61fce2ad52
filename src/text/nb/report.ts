import type { EngagementForm } from '../../core/rota/engagement.ts'
import { count, hours, number, wholeHours } from './format.ts'
import { engagementForms } from './words.ts'

/** Heads of the table, in the order of its columns; hours are clock hours. */
export const columns = {
  doctor: 'Lege',
  initials: 'Initialer',
  form: 'Avtale',
  weeks: 'Uker',
  home: 'Hjemmevakt',
  onSite: 'Tilstedevakt',
  backup: 'Bakvakt',
  duty: 'Vakt i alt',
  weighted: 'Vektet vakt',
  duties: 'Vakter',
  nights: 'Netter',
  weekends: 'Helger',
  publicHolidays: 'Helligdagsvakter',
  surgery: 'Legekontor',
  tasks: 'Andre oppgaver',
  meanTotal: 'Samlet per uke',
  flags: 'Merknader',
} as const

/** 'Hjemmevakt (timer)', for files, where no unit stands in the cell. */
export function inHours(column: string): string {
  return `${column} (timer)`
}

export function formName(form: EngagementForm | null): string {
  return form === null ? 'uten avtale' : engagementForms[form]
}

export const notKnown = 'ikke kjent'
export const notKnownWhy = 'Minst én lege har ikke oppgitt kontortid, så samlet arbeidstid er ikke kjent.'
export const suppressed = 'vises ikke'
export const suppressedWhy = 'Gruppen har for få leger, så tallet vises ikke.'
export const notComparable = 'regnes ikke'
export const notComparableWhy =
  'Legevaktplan regner timer som faller sammen én gang og har derfor ikke denne summen.'

/** In a cell of the page, where there is room to say why. */
export const tooFew = 'for få leger'

export const surveyWhys = {
  suppressed: `«${tooFew}»: ${suppressedWhy}`,
  'not-known': `«${notKnown}»: ${notKnownWhy}`,
  'not-comparable': `«${notComparable}»: ${notComparableWhy}`,
}

/** What a breach came from. */
export const breach = {
  origins: (parts: string) => `Vaktene: ${parts}`,
  origin: (duties: number, how: string) => `${number(duties)} ${how}`,
  avoidable: (minutes: number, floorMinutes: number) =>
    `${hours(minutes)} kunne vært unngått (lavest mulig var ${hours(floorMinutes)})`,
  atFloor: 'Kunne ikke vært lavere med disse vaktene og legene',
  waived: (name: string | undefined, when: string, reason: string) =>
    `${name === undefined ? 'Godtatt' : `Godtatt av ${name}`} ${when}: ${reason}`,
  headings: {
    open: (amount: number) => `Brudd som ikke er godtatt (${number(amount)})`,
    waived: (amount: number) => `Brudd som er godtatt (${number(amount)})`,
    warnings: (amount: number) => `Advarsler (${number(amount)})`,
  },
}

export const sum = 'Sum for kommunens leger'

/** 'Andre leger i distriktet (13 leger)'. */
export function others(doctors: number): string {
  return `Andre leger i distriktet (${count(doctors, 'lege', 'leger')})`
}

/** Under the table: what the hours are. */
export const whatHoursAre =
  'Alle timer er klokketimer. Vektet vakt regner hver time etter vekten i distriktets avtale. Samlet per uke er kontortid, andre oppgaver og vakt, der timer som faller sammen, telles én gang.'

export const surveyTitle = 'Sammenlignet med landet'

/** The source with year and number of answers, as it must stand beside every line. */
export function surveySource(publisher: string, table: string, year: number, respondents: number): string {
  return `Kilde: ${publisher}, spørreundersøkelse ${year}, tabell ${table}. ${number(respondents)} fastleger svarte.`
}

export const surveyMeaning =
  'Tallene er medianer av timer i en vanlig uke blant dem som har oppgaven. De kan ikke legges sammen. Prosenten i parentes er andelen av fastlegene som har oppgaven. Landets tall er oppgitt av legene selv, distriktets er regnet ut fra vaktlista og oppgitt kontortid.'

export function surveyTooShort(weeks: number): string {
  return `Landets tall vises for perioder på ${number(weeks)} uker eller mer.`
}

export const surveyMeasures = {
  total: 'Samlet legearbeid med all legevakt',
  'total-without-duty': 'Samlet legearbeid uten legevakt',
  'total-without-backup': 'Samlet legearbeid uten bakvakt',
  'total-without-backup-and-home': 'Samlet legearbeid uten bakvakt og hjemmevakt',
  surgery: 'Legekontor',
  home: 'Hjemmevakt',
  'on-site': 'Tilstedevakt',
  backup: 'Bakvakt',
  duty: 'All legevakt',
  'other-tasks': 'Andre oppgaver',
} as const

export const surveyGroups = {
  all: 'Alle fastleger',
  'gp-self-employed': 'Næringsdrivende',
  'gp-self-employed-municipal-premises': 'Næringsdrivende (8.2)',
  'gp-salaried': 'Fastlønnet',
  'gp-salaried-with-bonus': 'Fastlønnet med bonus',
} as const

/** 'Alle fastleger (1099 svar, 18 i distriktet)'. */
export function surveyGroup(name: string, respondents: number, doctors: number): string {
  return `${name} (${number(respondents)} svar, ${number(doctors)} i distriktet)`
}

/** '7 t', and the share who have the task when it was told: '7 t (15 %)'. */
export function surveyFigure(hours: number, percentWithTask: number | null): string {
  const median = wholeHours(hours * 60)
  return percentWithTask === null ? median : `${median} (${number(percentWithTask)} %)`
}

/** 'belastning-4645-2027-W01-2027-W26.csv': the file's name, plain ASCII. */
export function fileName(municipality: string, from: string, to: string): string {
  return `belastning-${municipality}-${from}-${to}.csv`
}
