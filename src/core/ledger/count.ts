import type { AgreementParameters, DaySpan, SpecialHoliday } from '../rota/agreement.ts'
import { calendarDay, isHolidayDay } from '../time/calendar-day.ts'
import { clip, type Interval, minutesOf, unionMinutes } from '../time/interval.ts'
import { type IsoWeek, isoWeekStart } from '../time/iso-week.ts'
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

/** Elapsed minutes of an interval that fall in the night span. */
export function nightMinutes(interval: Interval, night: DaySpan): number {
  let minutes = 0
  for (let day = wallDayOf(interval.start) - 1; day <= lastDayOf(interval); day++)
    minutes += minutesWithin(interval, spanOnDay(night, day))
  return minutes
}

/**
 * How many nights hold enough of the intervals to count (agreement: `night`). Minutes of different nights are never
 * added together, and two duties at once in one night are one night.
 */
export function nightsIn(intervals: readonly Interval[], night: AgreementParameters['night']): number {
  return nightDaysIn(intervals, night).length
}

/** The day numbers on which those nights begin, in order. */
export function nightDaysIn(intervals: readonly Interval[], night: AgreementParameters['night']): number[] {
  const days = new Set<number>()
  for (const interval of intervals) {
    for (let day = wallDayOf(interval.start) - 1; day <= lastDayOf(interval); day++) {
      const span = spanOnDay(night, day)
      const isAlone = isEnough(minutesWithin(interval, span), night.leastMinutes)
      if (isAlone || isEnough(unionMinutes(clip(intervals, span)), night.leastMinutes)) days.add(day)
    }
  }
  return [...days].sort((a, b) => a - b)
}

/** True when enough of the interval lies in one night to count as a night duty (agreement: `night`). */
export function isNight(interval: Interval, night: AgreementParameters['night']): boolean {
  for (let day = wallDayOf(interval.start) - 1; day <= lastDayOf(interval); day++)
    if (isEnough(minutesWithin(interval, spanOnDay(night, day)), night.leastMinutes)) return true
  return false
}

/** Friday afternoon to Monday morning of an ISO week, as the agreement defines the weekend. */
export function weekendOf(week: IsoWeek, weekend: AgreementParameters['weekend']): Interval {
  const monday = toDayNumber(isoWeekStart(week))
  return {
    start: fromWallDay(monday + 4, toMinuteOfDay(weekend.fridayStart)),
    end: fromWallDay(monday + 7, toMinuteOfDay(weekend.mondayEnd)),
  }
}

/** True when the intervals hold enough of the week's weekend to count it as worked. */
export function worksWeekend(
  intervals: readonly Interval[],
  week: IsoWeek,
  weekend: AgreementParameters['weekend'],
): boolean {
  return isEnough(unionMinutes(clip(intervals, weekendOf(week, weekend))), weekend.leastMinutes)
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
    if (isEnough(minutesWithin(interval, span), leastMinutes)) dates.push(calendarDay(day).date)
  }
  return dates
}

/** The special holiday that a date belongs to: 24–26 Dec, 31 Dec–1 Jan, Maundy Thursday to Easter Monday, 17 May (P28). */
export function specialHolidayOf(date: LocalDate): SpecialHoliday | null {
  const monthDay = date.slice(5)
  if (monthDay >= '12-24' && monthDay <= '12-26') return 'christmas'
  if (monthDay === '12-31' || monthDay === '01-01') return 'new-year'
  if (monthDay === '05-17') return 'constitution-day'
  return isEaster(toDayNumber(date)) ? 'easter' : null
}

function lastDayOf({ start, end }: Interval): number {
  return wallDayOf(Math.max(start, end - 1))
}

function minutesWithin(a: Interval, b: Interval): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
}

/** A threshold of 0 still asks for a minute: what lies outside never counts. */
function isEnough(minutes: number, leastMinutes: number): boolean {
  return minutes > 0 && minutes >= leastMinutes
}

function isEaster(day: number): boolean {
  const { holiday, weekday } = calendarDay(day)
  const isEasterEve = weekday === 6 && calendarDay(day + 1).holiday === 'easter-sunday'
  return (
    isEasterEve ||
    holiday === 'maundy-thursday' ||
    holiday === 'good-friday' ||
    holiday === 'easter-sunday' ||
    holiday === 'easter-monday'
  )
}
