import { twoDigits, twoDigitsAt } from './digits.ts'

/** A calendar date 'YYYY-MM-DD' without zone; texts of dates compare in calendar order. */
export type LocalDate = string

/** ISO 8601: 1 = Monday … 7 = Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** Half-open: `from` is included, `to` is not; null is open-ended. */
export interface DateRange {
  readonly from: LocalDate
  readonly to: LocalDate | null
}

/** Half-open, with both ends known. */
export interface Dates {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** True only for real calendar dates of the years 0000–9999. */
export function isLocalDate(s: string): boolean {
  return !Number.isNaN(dayNumberIn(s))
}

/** Days since 1970-01-01, negative before it; throws on a text that is not a real date. */
export function toDayNumber(d: LocalDate): number {
  const n = dayNumberIn(d)
  if (Number.isNaN(n)) throw new RangeError(`not a calendar date: '${d}'`)
  return n
}

/** The date that lies `n` days after 1970-01-01; throws outside the years 0000–9999. */
export function fromDayNumber(n: number): LocalDate {
  if (!(n >= FIRST_DAY && n <= LAST_DAY)) throw new RangeError(`day number outside years 0000-9999: ${n}`)
  // Hinnant, "chrono-compatible low-level date algorithms": years from 1 March, eras of 400 years.
  const sinceMarchZero = n + DAYS_FROM_MARCH_ZERO
  const era = Math.floor(sinceMarchZero / DAYS_PER_ERA)
  const dayOfEra = sinceMarchZero - era * DAYS_PER_ERA
  const leapless = dayOfEra - idiv(dayOfEra, 1460) + idiv(dayOfEra, 36524) - idiv(dayOfEra, 146096)
  const yearOfEra = idiv(leapless, 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + idiv(yearOfEra, 4) - idiv(yearOfEra, 100))
  const marchMonth = idiv(5 * dayOfYear + 2, 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
  return dateText(year, month, dayOfYear - idiv(153 * marchMonth + 2, 5) + 1)
}

export function addDays(d: LocalDate, n: number): LocalDate {
  return fromDayNumber(toDayNumber(d) + n)
}

/** Adds calendar months; a day that the month lacks becomes its last day (31 Jan + 1 = 28 or 29 Feb). */
export function addMonths(d: LocalDate, n: number): LocalDate {
  toDayNumber(d)
  const months = yearOf(d) * 12 + twoDigitsAt(d, 5) - 1 + n
  const year = Math.floor(months / 12)
  const month = months - year * 12 + 1
  if (!(year >= 0 && year <= 9999)) throw new RangeError(`'${d}' plus ${n} months is outside years 0000-9999`)
  return dateText(year, month, Math.min(twoDigitsAt(d, 8), daysInMonth(year, month)))
}

/** Days from `from` to `to`, negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return toDayNumber(to) - toDayNumber(from)
}

export function weekdayOf(d: LocalDate): Weekday {
  return weekdayOfDay(toDayNumber(d))
}

/** The weekday of a day number. */
export function weekdayOfDay(day: number): Weekday {
  // 1970-01-01 was a Thursday; the remainder is taken twice so that earlier dates work too.
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday
}

export function yearOf(d: LocalDate): number {
  return twoDigitsAt(d, 0) * 100 + twoDigitsAt(d, 2)
}

/** Every date of the range in order; throws for an open-ended range. */
export function datesIn(range: DateRange): LocalDate[] {
  if (range.to === null) throw new RangeError(`no end to the dates from ${range.from}`)
  const dates: LocalDate[] = []
  const end = toDayNumber(range.to)
  for (let n = toDayNumber(range.from); n < end; n++) dates.push(fromDayNumber(n))
  return dates
}

export function holdsOn(range: DateRange, date: LocalDate): boolean {
  return range.from <= date && (range.to === null || date < range.to)
}

/** True when some date lies in both; an empty range overlaps nothing. */
export function rangesOverlap(a: DateRange, b: DateRange): boolean {
  const from = a.from > b.from ? a.from : b.from
  return (a.to === null || from < a.to) && (b.to === null || from < b.to)
}

const DAYS_PER_ERA = 146_097
/** From 0000-03-01 to 1970-01-01. */
const DAYS_FROM_MARCH_ZERO = 719_468
/** 0000-01-01 and 9999-12-31. */
const FIRST_DAY = -719_528
const LAST_DAY = 2_932_896
const MONTH_LENGTHS: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** NaN when the text is not a real date. */
function dayNumberIn(s: string): number {
  const year = yearOf(s)
  const month = twoDigitsAt(s, 5)
  const day = twoDigitsAt(s, 8)
  const shaped = s.length === 10 && s.charCodeAt(4) === 45 && s.charCodeAt(7) === 45
  // A NaN among the parts fails every comparison, so text that is not digits ends here too.
  if (!(shaped && year >= 0 && month >= 1 && month <= 12 && day >= 1)) return Number.NaN
  if (!(day <= 28 || day <= daysInMonth(year, month))) return Number.NaN
  return dayNumberOf(year, month, day)
}

/** Hinnant's days_from_civil, the inverse of `fromDayNumber`. */
function dayNumberOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = idiv(153 * (month > 2 ? month - 3 : month + 9) + 2, 5) + day - 1
  const dayOfEra = yearOfEra * 365 + idiv(yearOfEra, 4) - idiv(yearOfEra, 100) + dayOfYear
  return era * DAYS_PER_ERA + dayOfEra - DAYS_FROM_MARCH_ZERO
}

function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && leap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0)
}

function dateText(year: number, month: number, day: number): LocalDate {
  const century = idiv(year, 100)
  return `${twoDigits(century)}${twoDigits(year - century * 100)}-${twoDigits(month)}-${twoDigits(day)}`
}

/** Whole quotient of two non-negative numbers below 2^31. */
function idiv(a: number, b: number): number {
  return (a / b) | 0
}

/** Dates on which something begins or ends, `null` ends left out. */
export function edgesOf(ranges: readonly DateRange[]): LocalDate[] {
  return ranges.flatMap(({ from, to }) => (to === null ? [from] : [from, to]))
}

/** The dates in stretches that begin at `from` and at every edge inside, in order; none where `to` is not after `from`. */
export function cutAt({ from, to }: Dates, edges: readonly LocalDate[]): Dates[] {
  if (to <= from) return []
  const cuts = [from, ...new Set(edges.filter((edge) => from < edge && edge < to).sort())]
  return cuts.map((cut, index) => ({ from: cut, to: cuts[index + 1] ?? to }))
}

/** The Monday of the week that a day lies in, both as day numbers. */
export function mondayOfDay(day: number): number {
  return day + 1 - weekdayOfDay(day)
}

/** The Monday of the week that a date lies in. */
export function mondayOf(date: LocalDate): LocalDate {
  return fromDayNumber(mondayOfDay(toDayNumber(date)))
}
