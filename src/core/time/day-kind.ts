import { easterSunday, isPublicHoliday } from './holidays.ts'
import { addDays, daysBetween, type LocalDate, weekdayOf, yearOf } from './local-date.ts'

export type DayKind =
  | 'weekday'
  | 'saturday'
  | 'sunday'
  | 'public-holiday'
  | 'eve'
  | 'early-close'
  | 'bridge-day'
  | 'summer'

/** 'MM-DD' within one year; `to` is not included. */
export interface SummerDates {
  readonly from: string
  readonly to: string
}

/** The kinds of a date, the most specific first and then the one whose needs hold where it has none of its own. */
export function dayKindsOf(date: LocalDate, summer: SummerDates | null = null): readonly DayKind[] {
  const kinds = KINDS.get(date) ?? workOut(date)
  return kinds === ORDINARY && summer !== null && isWithin(summer, date) ? SUMMER : kinds
}

const ORDINARY: readonly DayKind[] = ['weekday']
const SUMMER: readonly DayKind[] = ['summer', 'weekday']

/** Kept once worked out, summers apart: the calendar stays the same. */
const KINDS = new Map<LocalDate, readonly DayKind[]>()

function workOut(date: LocalDate): readonly DayKind[] {
  const kinds = kindsOf(date)
  KINDS.set(date, kinds)
  return kinds
}

function kindsOf(date: LocalDate): readonly DayKind[] {
  if (isPublicHoliday(date)) return ['public-holiday', 'sunday']
  const ordinary = ordinaryKind(date)
  if (isEve(date)) return ['eve', ordinary]
  if (ordinary !== 'weekday') return [ordinary]
  if (isDayBeforeMaundyThursday(date)) return ['early-close', 'weekday']
  return isBridgeDay(date) ? ['bridge-day', 'weekday'] : ORDINARY
}

function ordinaryKind(date: LocalDate): 'weekday' | 'saturday' | 'sunday' {
  const weekday = weekdayOf(date)
  if (weekday === 7) return 'sunday'
  return weekday === 6 ? 'saturday' : 'weekday'
}

/** Christmas Eve, New Year's Eve, and the Saturdays before Easter Sunday and Whit Sunday. */
function isEve(date: LocalDate): boolean {
  const monthDay = date.slice(5)
  if (monthDay === '12-24' || monthDay === '12-31') return true
  const sinceEaster = daysSinceEaster(date)
  return sinceEaster === -1 || sinceEaster === 48
}

function isDayBeforeMaundyThursday(date: LocalDate): boolean {
  return daysSinceEaster(date) === -4
}

/** A working day that a public holiday parts from the rest of the week, with the weekend on its other side. */
function isBridgeDay(date: LocalDate): boolean {
  const weekday = weekdayOf(date)
  if (weekday === 1) return isPublicHoliday(addDays(date, 1))
  return weekday === 5 && isPublicHoliday(addDays(date, -1))
}

function isWithin(summer: SummerDates, date: LocalDate): boolean {
  const monthDay = date.slice(5)
  return summer.from <= monthDay && monthDay < summer.to
}

function daysSinceEaster(date: LocalDate): number {
  return daysBetween(easterSunday(yearOf(date)), date)
}
