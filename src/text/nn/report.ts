import type { EngagementForm } from '../../core/rota/engagement.ts'
import { count, hours, number, wholeHours } from './format.ts'
import { engagementForms } from './words.ts'

/** Heads of the table, in the order of its columns; hours are clock hours. */
export const columns = {
  doctor: 'Lege',
  initials: 'Initialar',
  form: 'Avtale',
  weeks: 'Veker',
  home: 'Heimevakt',
  onSite: 'Tilstadevakt',
  backup: 'Bakvakt',
  duty: 'Vakt i alt',
  weighted: 'Vekta vakt',
  duties: 'Vakter',
  nights: 'Netter',
  weekends: 'Helger',
  publicHolidays: 'Heilagdagsvakter',
  surgery: 'Legekontor',
  tasks: 'Andre oppgåver',
  meanTotal: 'Samla per veke',
  flags: 'Merknader',
} as const

export function inHours(column: string): string {
  return `${column} (timar)`
}

export function formName(form: EngagementForm | null): string {
  return form === null ? 'utan avtale' : engagementForms[form]
}

export const notKnown = 'ikkje kjend'
export const notKnownWhy = 'Minst éin lege har ikkje oppgitt kontortid, så samla arbeidstid er ikkje kjend.'
export const suppressed = 'blir ikkje vist'
export const suppressedWhy = 'Gruppa har for få legar, så talet blir ikkje vist.'
export const notComparable = 'blir ikkje rekna'
export const notComparableWhy =
  'Legevaktplan reknar timar som fell saman éin gong og har difor ikkje denne summen.'

export const tooFew = 'for få legar'

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
    `${hours(minutes)} kunne vore unngått (lågast mogleg var ${hours(floorMinutes)})`,
  atFloor: 'Kunne ikkje vore lågare med desse vaktene og legane',
  waived: (name: string | undefined, when: string, reason: string) =>
    `${name === undefined ? 'Godteke' : `Godteke av ${name}`} ${when}: ${reason}`,
  headings: {
    open: (amount: number) => `Brot som ikkje er godtekne (${number(amount)})`,
    waived: (amount: number) => `Brot som er godtekne (${number(amount)})`,
    warnings: (amount: number) => `Åtvaringar (${number(amount)})`,
  },
}

export const sum = 'Sum for legane i kommunen'

export function others(doctors: number): string {
  return `Andre legar i distriktet (${count(doctors, 'lege', 'legar')})`
}

export const whatHoursAre =
  'Alle timar er klokketimar. Vekta vakt reknar kvar time etter vekta i avtalen til distriktet. Samla per veke er kontortid, andre oppgåver og vakt, der timar som fell saman, blir talde éin gong.'

export const surveyTitle = 'Samanlikna med landet'

export function surveySource(publisher: string, table: string, year: number, respondents: number): string {
  return `Kjelde: ${publisher}, spørjeundersøking ${year}, tabell ${table}. ${number(respondents)} fastlegar svara.`
}

export const surveyMeaning =
  'Tala er medianar av timar i ei vanleg veke blant dei som har oppgåva. Dei kan ikkje leggjast saman. Prosenten i parentes er delen av fastlegane som har oppgåva. Tala for landet er oppgitt av legane sjølve, tala for distriktet er rekna ut frå vaktlista og oppgitt kontortid.'

export function surveyTooShort(weeks: number): string {
  return `Tala for landet blir viste for periodar på ${number(weeks)} veker eller meir.`
}

export const surveyMeasures = {
  total: 'Samla legearbeid med all legevakt',
  'total-without-duty': 'Samla legearbeid utan legevakt',
  'total-without-backup': 'Samla legearbeid utan bakvakt',
  'total-without-backup-and-home': 'Samla legearbeid utan bakvakt og heimevakt',
  surgery: 'Legekontor',
  home: 'Heimevakt',
  'on-site': 'Tilstadevakt',
  backup: 'Bakvakt',
  duty: 'All legevakt',
  'other-tasks': 'Andre oppgåver',
} as const

export const surveyGroups = {
  all: 'Alle fastlegar',
  'gp-self-employed': 'Næringsdrivande',
  'gp-self-employed-municipal-premises': 'Næringsdrivande (8.2)',
  'gp-salaried': 'Fastløna',
  'gp-salaried-with-bonus': 'Fastløna med bonus',
} as const

export function surveyGroup(name: string, respondents: number, doctors: number): string {
  return `${name} (${number(respondents)} svar, ${number(doctors)} i distriktet)`
}

export function surveyFigure(hours: number, percentWithTask: number | null): string {
  const median = wholeHours(hours * 60)
  return percentWithTask === null ? median : `${median} (${number(percentWithTask)} %)`
}

export function fileName(municipality: string, from: string, to: string): string {
  return `belastning-${municipality}-${from}-${to}.csv`
}
