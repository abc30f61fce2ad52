import type { Interval } from './interval.ts'
import { addDays, fromDayNumber, isLocalDate, type LocalDate, toDayNumber, weekdayOf } from './local-date.ts'
import { fromMinuteOfDay, isLocalTime, toMinuteOfDay } from './local-time.ts'
import { MINUTES_PER_DAY, MINUTES_PER_HOUR, type Minute } from './minute.ts'

/** What the clock on a wall in Norway shows; `fold` 1 is the second of two equal hours in autumn. */
export interface WallTime {
  readonly date: LocalDate
  readonly minuteOfDay: number
  readonly fold: 0 | 1
}

/**
 * The instant at which the clock shows this. Minutes outside 0–1439 roll over into other days; a time in the
 * spring gap moves forward an hour; `fold` counts only in the hour that is repeated. Throws outside 1996–2100.
 */
export function fromWall(date: LocalDate, minuteOfDay: number, fold: 0 | 1 = 0): Minute {
  return fromWallDay(toDayNumber(date), minuteOfDay, fold)
}

/** As `fromWall`, for a day number: what loops over many dates use. */
export function fromWallDay(day: number, minuteOfDay: number, fold: 0 | 1 = 0): Minute {
  const local = day * MINUTES_PER_DAY + minuteOfDay
  const year = summerIndex(local)
  const afterGap = springAt(year) + SUMMER_OFFSET
  const summerEnd = autumnAt(year) + (fold === 1 ? WINTER_OFFSET : SUMMER_OFFSET)
  return local - (local >= afterGap && local < summerEnd ? SUMMER_OFFSET : WINTER_OFFSET)
}

/** What the clock shows at an instant; throws outside 1996–2100. */
export function toWall(m: Minute): WallTime {
  const year = summerIndex(m)
  const autumn = autumnAt(year)
  const summer = m >= springAt(year) && m < autumn
  const local = m + (summer ? SUMMER_OFFSET : WINTER_OFFSET)
  const day = Math.floor(local / MINUTES_PER_DAY)
  const fold = m >= autumn && m < autumn + MINUTES_PER_HOUR ? 1 : 0
  return { date: fromDayNumber(day), minuteOfDay: local - day * MINUTES_PER_DAY, fold }
}

/** The day number of the local date at an instant; throws outside 1996–2100. */
export function wallDayOf(m: Minute): number {
  return Math.floor((m + offsetMinutes(m)) / MINUTES_PER_DAY)
}

/** True when the clock never shows this time: the hour skipped in spring. */
export function isInGap(date: LocalDate, minuteOfDay: number): boolean {
  const local = toDayNumber(date) * MINUTES_PER_DAY + minuteOfDay
  const since = local - (springAt(summerIndex(local)) + WINTER_OFFSET)
  return since >= 0 && since < MINUTES_PER_HOUR
}

/** True when the clock shows this time twice: the hour repeated in autumn. */
export function isFolded(date: LocalDate, minuteOfDay: number): boolean {
  const local = toDayNumber(date) * MINUTES_PER_DAY + minuteOfDay
  const since = local - (autumnAt(summerIndex(local)) + WINTER_OFFSET)
  return since >= 0 && since < MINUTES_PER_HOUR
}

/** From local midnight to the next: 23, 24 or 25 hours. */
export function dayInterval(date: LocalDate): Interval {
  return { start: fromWall(date, 0), end: fromWall(date, MINUTES_PER_DAY) }
}

/** Minutes that the clock is ahead of UTC at an instant; throws outside 1996–2100. */
export function offsetMinutes(m: Minute): 60 | 120 {
  const year = summerIndex(m)
  return m >= springAt(year) && m < autumnAt(year) ? SUMMER_OFFSET : WINTER_OFFSET
}

/** 'YYYY-MM-DDTHH:MM'; the fold is not in the text. */
export function toWallText(w: WallTime): string {
  return `${w.date}T${fromMinuteOfDay(w.minuteOfDay)}`
}

/** Reads 'YYYY-MM-DDTHH:MM', hours 00–23, and joins the fold to it; throws on any other text. */
export function fromWallText(s: string, fold: 0 | 1): WallTime {
  const date = s.slice(0, 10)
  const time = s.slice(11)
  if (!isLocalDate(date) || s[10] !== 'T' || !isLocalTime(time) || time === '24:00') {
    throw new RangeError(`not a wall time: '${s}'`)
  }
  return { date, minuteOfDay: toMinuteOfDay(time), fold }
}

/** The local time with its offset, such as '2027-03-28T08:00+02:00'. */
export function toOffsetText(m: Minute): string {
  return `${toWallText(toWall(m))}+${fromMinuteOfDay(offsetMinutes(m))}`
}

/** Reads 'YYYY-MM-DDTHH:MM' followed by '+HH:MM', '-HH:MM' or 'Z'; throws on any other text. */
export function fromOffsetText(s: string): Minute {
  const wall = fromWallText(s.slice(0, 16), 0)
  const local = toDayNumber(wall.date) * MINUTES_PER_DAY + wall.minuteOfDay
  const sign = s[16]
  const offset = s.slice(17)
  if (sign === 'Z' && offset === '') return local
  if ((sign !== '+' && sign !== '-') || !isLocalTime(offset) || offset === '24:00') {
    throw new RangeError(`not a time with offset: '${s}'`)
  }
  return sign === '+' ? local - toMinuteOfDay(offset) : local + toMinuteOfDay(offset)
}

/** The first and the last date (both included) that facts laid on the clock may name; a year of room on both sides. */
export const FIRST_CLOCK_DATE: LocalDate = '1997-01-01'
export const LAST_CLOCK_DATE: LocalDate = '2099-12-31'

/** True for a real date for which the clock is known. */
export function isClockDate(date: string): boolean {
  return isLocalDate(date) && date >= FIRST_CLOCK_DATE && date <= LAST_CLOCK_DATE
}

const WINTER_OFFSET = 60
const SUMMER_OFFSET = 120

/** The EU rule holds from 1996 (directive 94/21/EC, now 2000/84/EC); 2101 stands at the end for the last night. */
const FIRST_YEAR = 1996
const LAST_YEAR = 2101
const YEARS: readonly number[] = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, i) => FIRST_YEAR + i)
const SPRINGS: readonly Minute[] = YEARS.map((year) => lastSundayOneUtc(`${year}-03-31`))
const AUTUMNS: readonly Minute[] = YEARS.map((year) => lastSundayOneUtc(`${year}-10-31`))

const MEAN_YEAR = 365.2425 * MINUTES_PER_DAY
const FIRST_DECEMBER = toDayNumber(`${FIRST_YEAR - 1}-12-01`) * MINUTES_PER_DAY

/**
 * Which year's summer to look at. Years are cut by their mean length near 1 December, at most two days off,
 * where it is winter on both sides; so the division needs no correction.
 */
function summerIndex(minute: number): number {
  return Math.floor((minute - FIRST_DECEMBER) / MEAN_YEAR)
}

function springAt(index: number): Minute {
  return SPRINGS[index] ?? refuseYear(index)
}

function autumnAt(index: number): Minute {
  return AUTUMNS[index] ?? refuseYear(index)
}

function refuseYear(index: number): never {
  throw new RangeError(`no clock changes known for the year ${FIRST_YEAR + index}, only for 1996-2100`)
}

function lastSundayOneUtc(lastOfMonth: LocalDate): Minute {
  const sunday = addDays(lastOfMonth, -(weekdayOf(lastOfMonth) % 7))
  return toDayNumber(sunday) * MINUTES_PER_DAY + MINUTES_PER_HOUR
}
