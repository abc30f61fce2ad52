import type { Interval } from '../time/interval.ts'
import {
  addDays,
  type DateRange,
  datesIn,
  type LocalDate,
  type Weekday,
  weekdayOf,
} from '../time/local-date.ts'
import { type LocalTime, toMinuteOfDay } from '../time/local-time.ts'
import { fromWall } from '../time/oslo.ts'

/** A wall-clock span inside one week: starts on `weekday`, ends `endDay` days later (0 = the same day). End exclusive. */
export interface WeeklyWindow {
  readonly weekday: Weekday
  readonly start: LocalTime
  readonly end: LocalTime
  readonly endDay: number
}

/** The instants of a weekly window that starts on `date`. */
function windowOn(window: WeeklyWindow, date: LocalDate): Interval {
  return {
    start: fromWall(date, toMinuteOfDay(window.start)),
    end: fromWall(addDays(date, window.endDay), toMinuteOfDay(window.end)),
  }
}

/** Every occurrence that starts on a date in `range` (end exclusive; an open range is refused by its caller). */
export function occurrences(windows: readonly WeeklyWindow[], range: DateRange): Interval[] {
  return datesIn(range).flatMap((date) => {
    const weekday = weekdayOf(date)
    return windows.filter((window) => window.weekday === weekday).map((window) => windowOn(window, date))
  })
}
