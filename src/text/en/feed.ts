import type { DutyForm } from '../../core/rota/line.ts'
import type { FormPiece } from '../../core/rota/need.ts'
import type { Interval } from '../../core/time/interval.ts'
import { clockSpan, hours, list, timeSpan } from './format.ts'

/** What a calendar shows of a duty's kind: the same word in title and category, since phones show no categories. */
export const kinds: Readonly<Record<DutyForm, string>> = {
  'on-site': 'On-site duty',
  home: 'Home duty',
  backup: 'Backup duty',
}

export function calendarName(districtNames: readonly string[]): string {
  return districtNames.length === 0 ? 'My duties' : `My duties – ${list(districtNames)}`
}

export function title(forms: readonly DutyForm[], lineCode: string): string {
  const words = forms.map((form, index) => (index === 0 ? kinds[form] : kinds[form].toLowerCase()))
  return lineCode === '' ? list(words) : `${list(words)} (${lineCode})`
}

export function cancelledTitle(dutyTitle: string): string {
  return `CANCELLED: ${dutyTitle}`
}

export function part(piece: FormPiece): string {
  return `${kinds[piece.form]} ${timeSpan(piece)}`
}

export function line(name: string): string {
  return `Line: ${name}`
}

export function district(name: string): string {
  return `District: ${name}`
}

export function length(minutes: number): string {
  return `Lasts ${hours(minutes)}`
}

export function partOfDuty(duty: Interval): string {
  return `You have part of the duty ${clockSpan(duty)}`
}

export const shadowing = 'You work alongside, and another doctor has the duty'
export const cancelled = 'The duty is cancelled. Nobody is to attend.'
export const seeApp = 'Duties may change at short notice. See Legevaktplan for the latest rota.'

export const noDutiesTitle = 'Legevaktplan: the calendar is connected'
export const noDutiesDescription =
  'You have no duties yet. When the rota is published, your duties will come here by themselves.'

export const revokedTitle = 'The calendar link is turned off, get a new one in Legevaktplan'
export const revokedDescription =
  'This calendar is no longer updated. Sign in to Legevaktplan, make a new link and remove this calendar.'

export function districtCalendarName(districtName: string, part: string | null): string {
  return part === null ? `Duties – ${districtName}` : `Duties – ${districtName}, ${part}`
}

export function dispatchCalendarName(districtName: string, part: string | null): string {
  return part === null ? `Who is on duty – ${districtName}` : `Who is on duty – ${districtName}, ${part}`
}

export function held(dutyTitle: string, holder: string | null, isShadowing: boolean): string {
  const whom = holder === null ? dutyTitle : `${dutyTitle}: ${holder}`
  return isShadowing ? `${whom} (works alongside)` : whom
}

export function inAreas(dutyTitle: string, names: readonly string[]): string {
  return `${dutyTitle} · ${list(names)}`
}

export function areas(names: readonly string[]): string {
  return `Area: ${list(names)}`
}

export function open(dutyTitle: string): string {
  return `Open – no doctor: ${dutyTitle}`
}

export function backupBehind(holder: string | null): string {
  return holder === null ? 'Backup behind you' : `Backup behind you: ${holder}`
}

export function partOfWhole(duty: Interval): string {
  return `Part of the duty ${clockSpan(duty)}`
}

export function lostTitle(dutyTitle: string): string {
  return `No longer yours: ${dutyTitle}`
}

export const lost = 'You no longer have this duty.'
export const lostOpen = 'You no longer have this duty. It stands open for now, and another doctor may get it.'
export const locumToBeNamed = 'locum not yet named'
export const othersShadowing = 'Works alongside another doctor, who has the duty'
export const openExplained = 'Nobody has the duty at this time.'
export const noDistrictDutiesDescription =
  'No duties are published here yet. When the rota is published, the duties will come here by themselves.'

export const files = { duty: 'duty', duties: 'duties', change: 'change' }
