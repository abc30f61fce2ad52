import type { DutyForm } from '../../core/rota/line.ts'
import type { FormPiece } from '../../core/rota/need.ts'
import type { Interval } from '../../core/time/interval.ts'
import { clockSpan, hours, list, timeSpan } from './format.ts'

/** What a calendar shows of a duty's kind: the same word in title and category, since phones show no categories. */
export const kinds: Readonly<Record<DutyForm, string>> = {
  'on-site': 'Legevakt på stedet',
  home: 'Hjemmevakt',
  backup: 'Bakvakt',
}

/** 'Mine vakter – Nordøy'. */
export function calendarName(districtNames: readonly string[]): string {
  return districtNames.length === 0 ? 'Mine vakter' : `Mine vakter – ${list(districtNames)}`
}

/** 'Hjemmevakt og legevakt på stedet (H1)'. */
export function title(forms: readonly DutyForm[], lineCode: string): string {
  const words = forms.map((form, index) => (index === 0 ? kinds[form] : kinds[form].toLowerCase()))
  return lineCode === '' ? list(words) : `${list(words)} (${lineCode})`
}

export function cancelledTitle(dutyTitle: string): string {
  return `AVLYST: ${dutyTitle}`
}

/** 'Hjemmevakt man. 4. jan. 16:00–23:00'. */
export function part(piece: FormPiece): string {
  return `${kinds[piece.form]} ${timeSpan(piece)}`
}

export function line(name: string): string {
  return `Vaktlinje: ${name}`
}

export function district(name: string): string {
  return `Distrikt: ${name}`
}

/** Elapsed time: a night over a clock change says how long it really is. */
export function length(minutes: number): string {
  return `Varer ${hours(minutes)}`
}

export function partOfDuty(duty: Interval): string {
  return `Du har en del av vakta ${clockSpan(duty)}`
}

export const shadowing = 'Du går ved siden av, og en annen lege har vakta'
export const cancelled = 'Vakta er avlyst. Ingen skal møte.'
export const seeApp = 'Vakter kan bli endret på kort varsel. Se Legevaktplan for den nyeste lista.'

/** Stands in a calendar that has no duties to show, since some programs keep old duties when a calendar turns empty. */
export const noDutiesTitle = 'Legevaktplan: kalenderen er koblet til'
export const noDutiesDescription =
  'Du har ingen vakter ennå. Når vaktlista blir publisert, kommer vaktene dine hit av seg selv.'

export const revokedTitle = 'Kalenderlenken er slått av, hent ny i Legevaktplan'
export const revokedDescription =
  'Denne kalenderen blir ikke oppdatert lenger. Logg inn i Legevaktplan, lag en ny lenke og fjern denne kalenderen.'

/** 'Vakter – Nordøy, Hjemmevakt natt'; `part` is the one line or municipality that it shows, null = all. */
export function districtCalendarName(districtName: string, part: string | null): string {
  return part === null ? `Vakter – ${districtName}` : `Vakter – ${districtName}, ${part}`
}

export function dispatchCalendarName(districtName: string, part: string | null): string {
  return part === null ? `Hvem har vakt – ${districtName}` : `Hvem har vakt – ${districtName}, ${part}`
}

/** 'Hjemmevakt (H1): KN'; null = the district does not tell who. */
export function held(dutyTitle: string, holder: string | null, isShadowing: boolean): string {
  const whom = holder === null ? dutyTitle : `${dutyTitle}: ${holder}`
  return isShadowing ? `${whom} (går ved siden av)` : whom
}

/** 'Hjemmevakt (H1): Kari Nordmann · Askvoll og Fjaler'. */
export function inAreas(dutyTitle: string, names: readonly string[]): string {
  return `${dutyTitle} · ${list(names)}`
}

export function areas(names: readonly string[]): string {
  return `Område: ${list(names)}`
}

/** 'Ledig – ingen lege: Hjemmevakt (H1)'. */
export function open(dutyTitle: string): string {
  return `Ledig – ingen lege: ${dutyTitle}`
}

export function backupBehind(holder: string | null): string {
  return holder === null ? 'Bakvakt bak deg' : `Bakvakt bak deg: ${holder}`
}

export function partOfWhole(duty: Interval): string {
  return `Del av vakta ${clockSpan(duty)}`
}

/** Of a duty that another doctor has taken, in a file of what has changed, or that stands open. */
export function lostTitle(dutyTitle: string): string {
  return `Ikke lenger din: ${dutyTitle}`
}

export const lost = 'Du har ikke denne vakta lenger.'
/** Of a duty that nobody has taken yet: it is not cancelled. */
export const lostOpen =
  'Du har ikke denne vakta lenger. Den står ledig foreløpig, og en annen lege kan få den.'
export const locumToBeNamed = 'vikar som ikke er utpekt'
export const othersShadowing = 'Går ved siden av en annen lege, som har vakta'
export const openExplained = 'Ingen har vakta i denne tida.'
export const noDistrictDutiesDescription =
  'Ingen vakter er publisert her ennå. Når vaktlista blir publisert, kommer vaktene hit av seg selv.'

/** Names of files that are fetched; plain letters, since programs disagree on others. */
export const files = { duty: 'vakt', duties: 'vakter', change: 'endring' }
