import type { SpecialHoliday } from '../rota/agreement.ts'
import { easterSunday } from '../time/holidays.ts'
import { type Interval, overlaps } from '../time/interval.ts'
import { addDays, type LocalDate, yearOf } from '../time/local-date.ts'
import { fromWall, toWall } from '../time/oslo.ts'

/** A special holiday of a certain year, from local midnight to local midnight. */
export interface DatedHoliday extends Interval {
  readonly holiday: SpecialHoliday
  /** That of its first day: New Year 2026 is 31 December 2026 and 1 January 2027. */
  readonly year: number
}

/** In the order in which figures name them. */
export const SPECIAL_HOLIDAYS: readonly SpecialHoliday[] = [
  'christmas',
  'new-year',
  'easter',
  'constitution-day',
]

/** The special holidays of a year, by start: 24–26 Dec, 31 Dec–1 Jan, Maundy Thursday to Easter Monday, 17 May (P28). */
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

/** The special holidays of which an interval holds a minute. */
export function specialHolidaysTouched(interval: Interval): DatedHoliday[] {
  const first = yearOf(toWall(interval.start).date)
  // New Year belongs to the year before, and no duty lasts a year.
  return [first - 1, first, first + 1].flatMap((year) =>
    specialHolidaysOf(year).filter((dated) => overlaps(dated, interval)),
  )
}

/** Worked out once: they follow from the calendar alone. */
const byYear = new Map<number, readonly DatedHoliday[]>()

function dated(holiday: SpecialHoliday, year: number, from: LocalDate, to: LocalDate): DatedHoliday {
  return { holiday, year, start: fromWall(from, 0), end: fromWall(to, 0) }
}
