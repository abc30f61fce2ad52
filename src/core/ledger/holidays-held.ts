import type { Slice } from '../rota/assignment.ts'
import type { HolidayHeld } from '../rota/rota.ts'
import { overlaps } from '../time/interval.ts'
import { addMonths, type LocalDate, yearOf } from '../time/local-date.ts'
import { dayInterval } from '../time/oslo.ts'
import { type DatedHoliday, specialHolidaysOf } from './special-holiday.ts'

const MONTHS_PER_YEAR = 12

/** The special holidays that lie, at least in part, in the `years` before a date. */
export function holidaysBefore(before: LocalDate, years: number): DatedHoliday[] {
  const from = dayInterval(addMonths(before, -years * MONTHS_PER_YEAR)).start
  const to = dayInterval(before).start
  // New Year belongs to the year before.
  return Array.from({ length: years + 2 }, (_, index) => yearOf(before) - years - 1 + index)
    .flatMap((year) => specialHolidaysOf(year))
    .filter((dated) => dated.end > from && dated.start < to)
}

/** Who held a special holiday in the `years` before a date, among duties that start before it; those who learn do not. */
export function holidaysHeldBefore(
  duties: readonly Pick<Slice, 'start' | 'end' | 'personId' | 'shadowing'>[],
  before: LocalDate,
  years: number,
): HolidayHeld[] {
  const last = dayInterval(before).start
  const earlier = duties.filter(({ start, shadowing }) => start < last && !shadowing)
  return holidaysBefore(before, years).flatMap((dated) => {
    const { holiday, year } = dated
    const holders = earlier.flatMap((duty) =>
      duty.personId !== null && overlaps(duty, dated) ? [duty.personId] : [],
    )
    return [...new Set(holders)].map((personId) => ({ personId, holiday, year }))
  })
}
