import type { AgreementParameters, DaySpan } from '../rota/agreement.ts'
import { calendarDay, isHolidayDay } from '../time/calendar-day.ts'
import { clip, type Interval, minutesOf, unionMinutes } from '../time/interval.ts'
import { type LocalDate, toDayNumber } from '../time/local-date.ts'
import { toMinuteOfDay } from '../time/local-time.ts'
import { fromWallDay, wallDayOf } from '../time/oslo.ts'

/** Local dates that an interval touches, in order. */
export function datesTouched(interval: Interval): LocalDate[] {
  const dates: LocalDate[] = []
  for (let day = wallDayOf(interval.start); day <= lastDayOf(interval); day++)
    dates.push(calendarDay(day).date)
  return dates
}

/** A wall-clock span that starts on `date`; it ends the next day when its end is not after its start. */
export function spanOn(span: DaySpan, date: LocalDate): Interval {
  return spanOnDay(span, toDayNumber(date))
}

/** As `spanOn`, for a day number. */
export function spanOnDay(span: DaySpan, day: number): Interval {
  const start = toMinuteOfDay(span.start)
  const end = toMinuteOfDay(span.end)
  return { start: fromWallDay(day, start), end: fromWallDay(end > start ? day : day + 1, end) }
}

/** A time, and how much of it must be held to count. */
export interface AskingSpan extends Interval {
  readonly leastMinutes: number
}

/** True when enough of a time is held, by how many minutes of a span are. */
export function isWorked(span: AskingSpan, minutesIn: (span: Interval) => number): boolean {
  return isEnough(minutesIn(span), span.leastMinutes)
}

/** A threshold of 0 still asks for a minute: what lies outside never counts. */
export function isEnough(minutes: number, leastMinutes: number): boolean {
  return minutes > 0 && minutes >= leastMinutes
}

/**
 * True when enough of the interval lies in one night to be a night by itself (agreement: `night`): for rights and rest, which
 * are of one duty. Nights are counted by `nightsHeld`.
 */
export function isNight(interval: Interval, night: AgreementParameters['night']): boolean {
  for (let day = wallDayOf(interval.start) - 1; day <= lastDayOf(interval); day++)
    if (isEnough(sharedMinutes(interval, spanOnDay(night, day)), night.leastMinutes)) return true
  return false
}

/** Office hours of the ordinary working days an interval touches. */
export function officeHoursWithin(interval: Interval, officeHours: DaySpan): Interval[] {
  const spans: Interval[] = []
  for (let day = wallDayOf(interval.start); day <= lastDayOf(interval); day++) {
    const { weekday, holiday } = calendarDay(day)
    if (weekday <= 5 && holiday === undefined) spans.push(spanOnDay(officeHours, day))
  }
  return spans
}

/** True unless the whole interval lies inside office hours of an ordinary working day (SFS 2305: out of hours is 16–08). */
export function isOutOfHours(interval: Interval, officeHours: DaySpan): boolean {
  const inside = clip(officeHoursWithin(interval, officeHours), interval)
  return unionMinutes(inside) < minutesOf(interval)
}

/** Public holidays, ordinary Sundays left out, with at least `leastMinutes` of the interval on them. */
export function publicHolidaysIn(interval: Interval, leastMinutes: number): LocalDate[] {
  const dates: LocalDate[] = []
  for (let day = wallDayOf(interval.start); day <= lastDayOf(interval); day++) {
    if (!isHolidayDay(day)) continue
    const span = { start: fromWallDay(day, 0), end: fromWallDay(day + 1, 0) }
    if (isEnough(sharedMinutes(interval, span), leastMinutes)) dates.push(calendarDay(day).date)
  }
  return dates
}

function lastDayOf({ start, end }: Interval): number {
  return wallDayOf(Math.max(start, end - 1))
}

function sharedMinutes(a: Interval, b: Interval): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
}
