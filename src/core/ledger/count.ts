import type { AgreementParameters, DaySpan, SpecialHoliday } from '../rota/agreement.ts'
import { holidayOn, isPublicHoliday } from '../time/holidays.ts'
import { clip, type Interval, intersection, minutesOf, unionMinutes } from '../time/interval.ts'
import { type IsoWeek, isoWeekInterval } from '../time/iso-week.ts'
import { addDays, type LocalDate, weekdayOf } from '../time/local-date.ts'
import { toMinuteOfDay } from '../time/local-time.ts'
import type { Minute } from '../time/minute.ts'
import { dayInterval, fromWall, toWall } from '../time/oslo.ts'

/** Local dates that an interval touches, in order. */
export function datesTouched(interval: Interval): LocalDate[] {
  const last = toWall(Math.max(interval.start, interval.end - 1)).date
  const dates: LocalDate[] = []
  for (let date = toWall(interval.start).date; date <= last; date = addDays(date, 1)) dates.push(date)
  return dates
}

/** A wall-clock span that starts on `date`; it ends the next day when its end is not after its start. */
export function spanOn(span: DaySpan, date: LocalDate): Interval {
  const start = toMinuteOfDay(span.start)
  const end = toMinuteOfDay(span.end)
  return { start: fromWall(date, start), end: fromWall(end > start ? date : addDays(date, 1), end) }
}

/** Elapsed minutes of an interval that fall in the night span. */
export function nightMinutes(interval: Interval, night: DaySpan): number {
  return unionMinutes(clip(nightsTouched(interval, night), interval))
}

/**
 * How many nights hold enough of the intervals to count (agreement: `night`). Minutes of different nights are never
 * added together, and two duties at once in one night are one night.
 */
export function nightsIn(intervals: readonly Interval[], night: AgreementParameters['night']): number {
  const starts = new Set<Minute>()
  for (const span of intervals.flatMap((interval) => nightsTouched(interval, night))) {
    if (isEnough(unionMinutes(clip(intervals, span)), night.leastMinutes)) starts.add(span.start)
  }
  return starts.size
}

/** True when enough of the interval lies in one night to count as a night duty (agreement: `night`). */
export function isNight(interval: Interval, night: AgreementParameters['night']): boolean {
  return nightsIn([interval], night) > 0
}

function nightsTouched(interval: Interval, night: DaySpan): Interval[] {
  const dates = datesTouched(interval)
  return [addDays(dates[0] as LocalDate, -1), ...dates].map((date) => spanOn(night, date))
}

/** Friday afternoon to Monday morning of an ISO week, as the agreement defines the weekend. */
export function weekendOf(week: IsoWeek, weekend: AgreementParameters['weekend']): Interval {
  const { start, end } = isoWeekInterval(week)
  const monday = toWall(start).date
  return {
    start: fromWall(addDays(monday, 4), toMinuteOfDay(weekend.fridayStart)),
    end: fromWall(toWall(end).date, toMinuteOfDay(weekend.mondayEnd)),
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
  return datesTouched(interval)
    .filter((date) => weekdayOf(date) <= 5 && !isPublicHoliday(date))
    .map((date) => spanOn(officeHours, date))
}

/** True unless the whole interval lies inside office hours of an ordinary working day (SFS 2305: out of hours is 16–08). */
export function isOutOfHours(interval: Interval, officeHours: DaySpan): boolean {
  const inside = clip(officeHoursWithin(interval, officeHours), interval)
  return unionMinutes(inside) < minutesOf(interval)
}

/** Public holidays, ordinary Sundays left out, with at least `leastMinutes` of the interval on them. */
export function publicHolidaysIn(interval: Interval, leastMinutes: number): LocalDate[] {
  return datesTouched(interval).filter((date) => {
    const part = isPublicHoliday(date) ? intersection(dayInterval(date), interval) : undefined
    return part !== undefined && isEnough(minutesOf(part), leastMinutes)
  })
}

/** The special holiday that a date belongs to: 24–26 Dec, 31 Dec–1 Jan, Maundy Thursday to Easter Monday, 17 May (P28). */
export function specialHolidayOf(date: LocalDate): SpecialHoliday | null {
  const monthDay = date.slice(5)
  if (monthDay >= '12-24' && monthDay <= '12-26') return 'christmas'
  if (monthDay === '12-31' || monthDay === '01-01') return 'new-year'
  if (monthDay === '05-17') return 'constitution-day'
  return isEaster(date) ? 'easter' : null
}

/** A threshold of 0 still asks for a minute: what lies outside never counts. */
function isEnough(minutes: number, leastMinutes: number): boolean {
  return minutes > 0 && minutes >= leastMinutes
}

function isEaster(date: LocalDate): boolean {
  const isEasterEve = weekdayOf(date) === 6 && holidayOn(addDays(date, 1)) === 'easter-sunday'
  const name = holidayOn(date)
  return (
    isEasterEve ||
    name === 'maundy-thursday' ||
    name === 'good-friday' ||
    name === 'easter-sunday' ||
    name === 'easter-monday'
  )
}
