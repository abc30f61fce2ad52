import type { SpecialHoliday } from '../rota/agreement.ts'
import { easterSunday } from '../time/holidays.ts'
import type { Interval } from '../time/interval.ts'
import { addDays, type LocalDate } from '../time/local-date.ts'
import { fromWall } from '../time/oslo.ts'

/** A special holiday of a certain year, from local midnight to local midnight. */
export interface DatedHoliday extends Interval {
  readonly holiday: SpecialHoliday
  /** That of its first day: New Year 2026 is 31 December 2026 and 1 January 2027. */
  readonly year: number
}

/** The special holidays of a year, by start; the same dates as `specialHolidayOf` (P28). */
export function specialHolidaysOf(year: number): readonly DatedHoliday[] {
  const known = byYear.get(year)
  if (known) return known
  const easter = easterSunday(year)
  const found = [
    dated('easter', year, addDays(easter, -3), addDays(easter, 2)),
    dated('constitution-day', year, `${year}-05-17`, `${year}-05-18`),
    dated('christmas', year, `${year}-12-24`, `${year}-12-27`),
    dated('new-year', year, `${year}-12-31`, addDays(`${year}-12-31`, 2)),
  ]
  byYear.set(year, found)
  return found
}

/** Worked out once: they follow from the calendar alone. */
const byYear = new Map<number, readonly DatedHoliday[]>()

function dated(holiday: SpecialHoliday, year: number, from: LocalDate, to: LocalDate): DatedHoliday {
  return { holiday, year, start: fromWall(from, 0), end: fromWall(to, 0) }
}
