import type { DutyForm } from '../../core/rota/line.ts'
import type { FormPiece } from '../../core/rota/need.ts'
import type { Interval } from '../../core/time/interval.ts'
import { clockSpan, hours, list, timeSpan } from './format.ts'

/** What a calendar shows of a duty's kind: the same word in title and category, since phones show no categories. */
export const kinds: Readonly<Record<DutyForm, string>> = {
  'on-site': 'Legevakt på staden',
  home: 'Heimevakt',
  backup: 'Bakvakt',
}

export function calendarName(districtNames: readonly string[]): string {
  return districtNames.length === 0 ? 'Mine vakter' : `Mine vakter – ${list(districtNames)}`
}

export function title(forms: readonly DutyForm[], lineCode: string): string {
  const words = forms.map((form, index) => (index === 0 ? kinds[form] : kinds[form].toLowerCase()))
  return lineCode === '' ? list(words) : `${list(words)} (${lineCode})`
}

export function cancelledTitle(dutyTitle: string): string {
  return `AVLYST: ${dutyTitle}`
}

export function part(piece: FormPiece): string {
  return `${kinds[piece.form]} ${timeSpan(piece)}`
}

export function line(name: string): string {
  return `Vaktlinje: ${name}`
}

export function district(name: string): string {
  return `Distrikt: ${name}`
}

export function length(minutes: number): string {
  return `Varer ${hours(minutes)}`
}

export function partOfDuty(duty: Interval): string {
  return `Du har ein del av vakta ${clockSpan(duty)}`
}

export const shadowing = 'Du går ved sida av, og ein annan lege har vakta'
export const cancelled = 'Vakta er avlyst. Ingen skal møte.'
export const seeApp = 'Vakter kan bli endra på kort varsel. Sjå Legevaktplan for den nyaste lista.'

export const noDutiesTitle = 'Legevaktplan: kalenderen er kopla til'
export const noDutiesDescription =
  'Du har ingen vakter enno. Når vaktlista blir publisert, kjem vaktene dine hit av seg sjølve.'

export const revokedTitle = 'Kalenderlenkja er slått av, hent ny i Legevaktplan'
export const revokedDescription =
  'Denne kalenderen blir ikkje oppdatert lenger. Logg inn i Legevaktplan, lag ei ny lenkje og fjern denne kalenderen.'

export function districtCalendarName(districtName: string, part: string | null): string {
  return part === null ? `Vakter – ${districtName}` : `Vakter – ${districtName}, ${part}`
}

export function dispatchCalendarName(districtName: string, part: string | null): string {
  return part === null ? `Kven har vakt – ${districtName}` : `Kven har vakt – ${districtName}, ${part}`
}

export function held(dutyTitle: string, holder: string | null, isShadowing: boolean): string {
  const whom = holder === null ? dutyTitle : `${dutyTitle}: ${holder}`
  return isShadowing ? `${whom} (går ved sida av)` : whom
}

export function inAreas(dutyTitle: string, names: readonly string[]): string {
  return `${dutyTitle} · ${list(names)}`
}

export function areas(names: readonly string[]): string {
  return `Område: ${list(names)}`
}

export function open(dutyTitle: string): string {
  return `Ledig – ingen lege: ${dutyTitle}`
}

export function backupBehind(holder: string | null): string {
  return holder === null ? 'Bakvakt bak deg' : `Bakvakt bak deg: ${holder}`
}

export function partOfWhole(duty: Interval): string {
  return `Del av vakta ${clockSpan(duty)}`
}

export function lostTitle(dutyTitle: string): string {
  return `Ikkje lenger di: ${dutyTitle}`
}

export const lost = 'Du har ikkje denne vakta lenger.'
export const lostOpen =
  'Du har ikkje denne vakta lenger. Ho står ledig førebels, og ein annan lege kan få henne.'
export const locumToBeNamed = 'vikar som ikkje er peikt ut'
export const othersShadowing = 'Går ved sida av ein annan lege, som har vakta'
export const openExplained = 'Ingen har vakta i denne tida.'
export const noDistrictDutiesDescription =
  'Ingen vakter er publiserte her enno. Når vaktlista blir publisert, kjem vaktene hit av seg sjølve.'

export const files = { duty: 'vakt', duties: 'vakter', change: 'endring' }
