import { type HolidayCalendar, holidayWindowsOn } from '../../src/core/ledger/holiday-calendar.ts'
import type { Agreement } from '../../src/core/rota/agreement.ts'
import { type Interval, mergeIntervals } from '../../src/core/time/interval.ts'
import { datesIn, type LocalDate } from '../../src/core/time/local-date.ts'

/** The parts of the dates (`to` exclusive) that lie within a calendar, over midnight too. */
export function holidayWindows(
  calendar: HolidayCalendar,
  range: { readonly from: LocalDate; readonly to: LocalDate },
  agreement: Agreement,
): Interval[] {
  return mergeIntervals(datesIn(range).flatMap((date) => holidayWindowsOn(calendar, date, agreement)))
}
