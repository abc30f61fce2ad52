import type { District } from '../core/rota/district.ts'
import type { Line } from '../core/rota/line.ts'
import { type Need, needsOf } from '../core/rota/need.ts'
import { addDays, isLocalDate } from '../core/time/local-date.ts'

/** The line and date that a need's id names (`<line>.<date>.<window>`), or undefined when no line of the district fits. */
export function placeOfNeed(
  district: District,
  needId: string,
): { readonly line: Line; readonly date: string } | undefined {
  for (const line of district.lines) {
    if (!needId.startsWith(`${line.id}.`)) continue
    const date = needId.slice(line.id.length + 1, line.id.length + 11)
    if (isLocalDate(date)) return { line, date }
  }
  return undefined
}

/** The need of this id as the templates make it today; a published one may differ. */
export function findTemplateNeed(district: District, needId: string): Need | undefined {
  const place = placeOfNeed(district, needId)
  if (!place) return undefined
  return needsOf(place.line, place.date, addDays(place.date, 1)).find((need) => need.id === needId)
}
