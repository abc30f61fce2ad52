import { type HolidayName, holidayOn } from './holidays.ts'
import { fromDayNumber, type LocalDate, type Weekday, weekdayOfDay } from './local-date.ts'

/** What the calendar says of one date, so that loops over dates need neither text nor Easter. */
export interface CalendarDay {
  readonly date: LocalDate
  readonly weekday: Weekday
  readonly holiday: HolidayName | undefined
}

/** The facts of a day number. Kept once worked out: they are the same for ever. Throws outside the years 0000–9999. */
export function calendarDay(day: number): CalendarDay {
  return DAYS.get(day) ?? workOut(day)
}

/** True for the days of `holidayOn`; an ordinary Sunday is not one of them. */
export function isHolidayDay(day: number): boolean {
  return calendarDay(day).holiday !== undefined
}

const DAYS = new Map<number, CalendarDay>()

function workOut(day: number): CalendarDay {
  const date = fromDayNumber(day)
  const facts = { date, weekday: weekdayOfDay(day), holiday: holidayOn(date) }
  DAYS.set(day, facts)
  return facts
}
