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
