import { twoDigits, twoDigitsAt } from './digits.ts'
import type { Interval } from './interval.ts'
import {
  addDays,
  type Dates,
  fromDayNumber,
  type LocalDate,
  toDayNumber,
  weekdayOf,
  yearOf,
} from './local-date.ts'
import { fromWall } from './oslo.ts'

/** An ISO 8601 week such as '2027-W01'; texts of weeks compare in calendar order. */
export type IsoWeek = string

/** True for the weeks that exist: 53 only in years that have it. */
export function isIsoWeek(s: string): boolean {
  const week = twoDigitsAt(s, 6)
  const shaped = s.length === 8 && s.slice(4, 6) === '-W' && yearOf(s) >= 1 && week >= 1
  return shaped && (week <= 52 || (week === 53 && hasWeek53(yearOf(s))))
}

export function isoWeekOf(date: LocalDate): IsoWeek {
  // The year of a week is the year of its Thursday.
  const thursday = toDayNumber(date) + 4 - weekdayOf(date)
  const year = fromDayNumber(thursday).slice(0, 4)
  return `${year}-W${twoDigits(Math.floor((thursday - toDayNumber(`${year}-01-01`)) / 7) + 1)}`
}

/** The Monday; throws for a week that does not exist. */
export function isoWeekStart(week: IsoWeek): LocalDate {
  if (!isIsoWeek(week)) throw new RangeError(`not an ISO week: '${week}'`)
  // 4 January always lies in week 1.
  const fourth = `${week.slice(0, 4)}-01-04`
  return addDays(fourth, 1 - weekdayOf(fourth) + (twoDigitsAt(week, 6) - 1) * 7)
}

/** From local Monday 00:00 to the next Monday 00:00: 167, 168 or 169 hours. */
export function isoWeekInterval(week: IsoWeek): Interval {
  const monday = isoWeekStart(week)
  return { start: fromWall(monday, 0), end: fromWall(addDays(monday, 7), 0) }
}

export function addWeeks(week: IsoWeek, n: number): IsoWeek {
  return isoWeekOf(addDays(isoWeekStart(week), n * 7))
}

/** Every week that has a day in the range, in order; `to` is not included. */
export function isoWeeksIn(range: Dates): IsoWeek[] {
  const weeks: IsoWeek[] = []
  const end = toDayNumber(range.to)
  const first = toDayNumber(range.from)
  if (first >= end) return weeks
  for (let monday = first + 1 - weekdayOf(range.from); monday < end; monday += 7) {
    weeks.push(isoWeekOf(fromDayNumber(monday)))
  }
  return weeks
}

/** A year is long when it ends on a Thursday, or on a Friday in a leap year (it then began on a Thursday). */
function hasWeek53(year: number): boolean {
  const yearText = `${twoDigits(Math.floor(year / 100))}${twoDigits(year % 100)}`
  return weekdayOf(`${yearText}-12-31`) === 4 || weekdayOf(`${yearText}-01-01`) === 4
}
