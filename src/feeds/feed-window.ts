import type { Interval } from '../core/time/interval.ts'
import { type IsoWeek, isoWeekInterval, isoWeekOf } from '../core/time/iso-week.ts'
import { addDays, addMonths, type LocalDate } from '../core/time/local-date.ts'
import { MINUTES_PER_DAY, type Minute } from '../core/time/minute.ts'
import { dayInterval, toWall } from '../core/time/oslo.ts'

const DAYS_BACK = 90
const MONTHS_OF_PAY = 12
const MONTHS_AHEAD = 18
const DAYS_CANCELLED = 14

/**
 * Which duties a feed shows. It moves once a week, on Monday at midnight, so that bytes depend on stored data and
 * `anchorWeek` alone: a feed's version is the stored one joined with that week.
 */
export interface FeedWindow {
  readonly anchorWeek: IsoWeek
  /** Its first minute. */
  readonly monday: Minute
  /** Duties that end after this are shown: 90 days, or twelve months, before the anchor week's Monday. */
  readonly from: Minute
  /** Duties that start before this are shown: 18 months after that Monday. */
  readonly to: Minute
  /** Cancelled duties that end after this are still shown: 14 days before that Monday. */
  readonly cancelledFrom: Minute
}

/** The window of the ISO week that `now` lies in, on the Oslo clock; three months back are 90 days. */
export function feedWindow(now: Minute, monthsBack: 3 | 12 = 3): FeedWindow {
  const anchorWeek = isoWeekOf(toWall(now).date)
  const monday = isoWeekInterval(anchorWeek).start
  const { date } = toWall(monday)
  return {
    anchorWeek,
    monday,
    from: firstMinute(monthsBack === 3 ? addDays(date, -DAYS_BACK) : addMonths(date, -MONTHS_OF_PAY)),
    to: firstMinute(addMonths(date, MONTHS_AHEAD)),
    cancelledFrom: monday - DAYS_CANCELLED * MINUTES_PER_DAY,
  }
}

/** True when a feed with this window shows the duty. */
export function isInWindow(window: FeedWindow, duty: Interval, isCancelled: boolean): boolean {
  return duty.start < window.to && duty.end > (isCancelled ? window.cancelledFrom : window.from)
}

function firstMinute(date: LocalDate): Minute {
  return dayInterval(date).start
}
