import { type DayKind, dayKindsOf } from '../core/time/day-kind.ts'
import { type HolidayName, holidayOn } from '../core/time/holidays.ts'
import { minutesOf } from '../core/time/interval.ts'
import { type IsoWeek, isoWeekOf, isoWeekStart } from '../core/time/iso-week.ts'
import { addDays, datesIn, type LocalDate, weekdayOf } from '../core/time/local-date.ts'
import { MINUTES_PER_DAY } from '../core/time/minute.ts'
import { dayInterval } from '../core/time/oslo.ts'

/** Six weeks: what a laptop shows without growing slow, and a sheet of paper holds. */
export const BOARD_DAYS = 42

export interface BoardDay {
  readonly date: LocalDate
  readonly isWeekend: boolean
  readonly holiday: HolidayName | undefined
  readonly isEve: boolean
  /** The clock is set forward (a day of 23 hours) or back (25). */
  readonly clockChange: 'forward' | 'back' | null
}

export interface BoardWeek {
  readonly week: IsoWeek
  readonly days: number
}

/** The Monday on or before a date: boards start on a Monday, so that weekends stand in the same columns. */
export function boardStart(date: LocalDate): LocalDate {
  return isoWeekStart(isoWeekOf(date))
}

export function boardDays(from: LocalDate, days = BOARD_DAYS): BoardDay[] {
  return datesIn({ from, to: addDays(from, days) }).map(toBoardDay)
}

export function boardWeeks(days: readonly BoardDay[]): BoardWeek[] {
  const byWeek = Map.groupBy(days, (day) => isoWeekOf(day.date))
  return [...byWeek].map(([week, own]) => ({ week, days: own.length }))
}

/** Days that differ from the plan of an ordinary week and so deserve a word. */
export function notableDays(days: readonly BoardDay[]): BoardDay[] {
  return days.filter((day) => day.holiday !== undefined || day.isEve || day.clockChange !== null)
}

function toBoardDay(date: LocalDate): BoardDay {
  const kinds: readonly DayKind[] = dayKindsOf(date)
  const minutes = minutesOf(dayInterval(date))
  return {
    date,
    isWeekend: weekdayOf(date) >= 6,
    holiday: holidayOn(date),
    isEve: kinds.includes('eve'),
    clockChange: minutes === MINUTES_PER_DAY ? null : minutes < MINUTES_PER_DAY ? 'forward' : 'back',
  }
}
