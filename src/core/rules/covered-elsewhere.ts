import type { CoveredElsewhere } from '../rota/district.ts'
import { occurrences } from '../rota/weekly-window.ts'
import { isPublicHoliday } from '../time/holidays.ts'
import { type Interval, subtractIntervals } from '../time/interval.ts'
import { addDays, datesIn, type LocalDate } from '../time/local-date.ts'
import { dayInterval } from '../time/oslo.ts'

/**
 * When another service covers, for the windows that can reach into the dates from `from` to `to` (exclusive). A window
 * belongs to the date on which it starts; its minutes on public holidays fall away unless they are agreed.
 */
export function timesOf(covered: CoveredElsewhere, from: LocalDate, to: LocalDate): Interval[] {
  // No window is longer than a week.
  const earliest = addDays(from, -7)
  const dates = {
    from: covered.from > earliest ? covered.from : earliest,
    to: covered.to !== null && covered.to < to ? covered.to : to,
  }
  const windows = occurrences(covered.windows, dates)
  if (covered.onPublicHolidays) return windows
  const holidays = datesIn({ from: earliest, to: addDays(to, 7) }).filter(isPublicHoliday)
  return subtractIntervals(windows, holidays.map(dayInterval))
}
