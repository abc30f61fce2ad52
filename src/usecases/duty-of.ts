import type { District } from '../core/rota/district.ts'
import { type Need, needsOf } from '../core/rota/need.ts'
import { addDays, type LocalDate } from '../core/time/local-date.ts'
import { isPlanDate } from './plan-dates.ts'

/** The date in a need's id (`<line>.<date>.<window>`); undefined when there is none. A line's own id may hold dots. */
export function dateOfNeed(needId: string): LocalDate | undefined {
  return needId.split('.').find(isPlanDate)
}

/** The need of this id as the templates make it today; a published one may differ. */
export function findTemplateNeed(district: District, needId: string): Need | undefined {
  const date = dateOfNeed(needId)
  if (date === undefined) return undefined
  return district.lines
    .filter((line) => needId.startsWith(`${line.id}.`))
    .flatMap((line) => needsOf(line, date, addDays(date, 1)))
    .find((need) => need.id === needId)
}
