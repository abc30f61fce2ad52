import { type Agreement, parameterOn } from '../rota/agreement.ts'
import { easterSunday, isPublicHoliday } from '../time/holidays.ts'
import { clip, type Interval, mergeIntervals } from '../time/interval.ts'
import { addDays, daysBetween, type LocalDate, weekdayOf, yearOf } from '../time/local-date.ts'
import { toMinuteOfDay } from '../time/local-time.ts'
import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../time/minute.ts'
import { dayInterval, fromWall } from '../time/oslo.ts'

/**
 * Four clocks say what a holiday is, and they differ (domain reference 8.1–8.4):
 * - `statutory`: public holidays 00–24, 1 and 17 May among them (LOV-1995-02-24-12 §2, LOV-1947-04-26-1 §1). Ordinary
 *   Sundays are left out: they are the weekend's.
 * - `rest-window`: Working Environment Act §10-10, Sundays too: from 18:00 on the day before to 22:00 on the last day before
 *   a working day; from 15:00 on Christmas Eve, Easter Eve and Whitsun Eve. Saturday is a working day. The day before 1 and
 *   17 May is no day before a Sunday, work ends at 22:00 (LOV-1947-04-26-1 §2, read in a copy of the text of 2003).
 * - `pay-window`: Hovedtariffavtalen KS ch. 1 §5.3, read in an older edition: 00–24 on public holidays and Easter Eve, 12–24
 *   on the Wednesday before Maundy Thursday, Whitsun Eve, Christmas Eve and New Year's Eve. Saturdays and Sundays are
 *   another allowance (§5.2) and stay out.
 * - `agreement`: the service agreement's own weekend and holiday class, whose bounds are not published: what the district
 *   has adopted as `agreementHolidays`, and nothing until then.
 */
export type HolidayCalendar = 'statutory' | 'rest-window' | 'pay-window' | 'agreement'

export const HOLIDAY_CALENDARS: readonly HolidayCalendar[] = [
  'statutory',
  'rest-window',
  'pay-window',
  'agreement',
]

/** The parts of one local date that lie within a calendar, sorted and disjoint. */
export function holidayWindowsOn(
  calendar: HolidayCalendar,
  date: LocalDate,
  agreement: Agreement,
): Interval[] {
  if (calendar === 'agreement') return adoptedWindows(date, agreement)
  return SPANS[calendar](date).map(([start, end]) => ({
    start: fromWall(date, start),
    end: fromWall(date, end),
  }))
}

/** Minutes of the wall clock's day, end exclusive. */
type MinuteSpan = readonly [number, number]

const ALL_DAY: MinuteSpan = [0, MINUTES_PER_DAY]

const SPANS: Readonly<Record<Exclude<HolidayCalendar, 'agreement'>, (date: LocalDate) => MinuteSpan[]>> = {
  statutory: (date) => (isPublicHoliday(date) ? [ALL_DAY] : []),
  'rest-window': restSpans,
  'pay-window': paySpans,
}

function restSpans(date: LocalDate): MinuteSpan[] {
  const tomorrow = addDays(date, 1)
  if (isRestDay(date)) return [isRestDay(tomorrow) ? ALL_DAY : [0, 22 * MINUTES_PER_HOUR]]
  return isRestDay(tomorrow) ? [[eveningStart(date, tomorrow), MINUTES_PER_DAY]] : []
}

function isRestDay(date: LocalDate): boolean {
  return weekdayOf(date) === 7 || isPublicHoliday(date)
}

function eveningStart(date: LocalDate, tomorrow: LocalDate): number {
  if (date.endsWith('-12-24') || [EASTER_EVE, WHITSUN_EVE].includes(daysSinceEaster(date)))
    return 15 * MINUTES_PER_HOUR
  return (isRestDayByMayLawAlone(tomorrow) ? 22 : 18) * MINUTES_PER_HOUR
}

function isRestDayByMayLawAlone(date: LocalDate): boolean {
  const isMayDay = date.endsWith('-05-01') || date.endsWith('-05-17')
  return isMayDay && weekdayOf(date) !== 7 && daysSinceEaster(date) !== ASCENSION
}

function paySpans(date: LocalDate): MinuteSpan[] {
  const sinceEaster = daysSinceEaster(date)
  if (isPublicHoliday(date) || sinceEaster === EASTER_EVE) return [ALL_DAY]
  const isHalfDay =
    [DAY_BEFORE_MAUNDY_THURSDAY, WHITSUN_EVE].includes(sinceEaster) ||
    date.endsWith('-12-24') ||
    date.endsWith('-12-31')
  return isHalfDay ? [[MINUTES_PER_DAY / 2, MINUTES_PER_DAY]] : []
}

/** By days after Easter Sunday. */
const DAY_BEFORE_MAUNDY_THURSDAY = -4
const EASTER_EVE = -1
const ASCENSION = 39
const WHITSUN_EVE = 48

function daysSinceEaster(date: LocalDate): number {
  return daysBetween(easterSunday(yearOf(date)), date)
}

/** Each date by what was adopted for it. */
function adoptedWindows(date: LocalDate, agreement: Agreement): Interval[] {
  const spans = parameterOn(agreement, 'agreementHolidays', date) ?? []
  const windows = spans.map((span) => ({
    start: fromWall(span.from, toMinuteOfDay(span.start)),
    end: fromWall(span.to, toMinuteOfDay(span.end)),
  }))
  return mergeIntervals(clip(windows, dayInterval(date)))
}
