import { type Agreement, parameterOn } from '../rota/agreement.ts'
import { calendarDay } from '../time/calendar-day.ts'
import { type DayKind, dayKindsOf } from '../time/day-kind.ts'
import type { Interval } from '../time/interval.ts'
import type { LocalDate } from '../time/local-date.ts'
import { fromMinuteOfDay, type LocalTime, toMinuteOfDay } from '../time/local-time.ts'
import { MINUTES_PER_DAY, type Minute } from '../time/minute.ts'
import { dayInterval, fromWall, isInGap, wallDayOf } from '../time/oslo.ts'
import { HOLIDAY_CALENDARS, type HolidayCalendar, holidayWindowsOn } from './holiday-calendar.ts'

/** A part of a local date between two cut points, wholly within or outside each holiday calendar. */
export interface DaySlot extends Interval {
  readonly date: LocalDate
  readonly dayKind: DayKind
  /** The cut point, or midnight, that its window begins with. */
  readonly window: LocalTime
  /** The holiday calendars it lies in. */
  readonly calendars: readonly HolidayCalendar[]
}

/**
 * The slots of each date by what was agreed for it, remembered: cut at the agreement's cut points, at local midnight and at the
 * edges of the four holiday calendars (P40). Together they fill the day.
 */
export function daySlots(agreement: Agreement): (date: LocalDate) => readonly DaySlot[] {
  const known = new Map<LocalDate, readonly DaySlot[]>()
  return (date) => {
    const slots = known.get(date) ?? slotsOf(date, agreement)
    known.set(date, slots)
    return slots
  }
}

/** Visits the slots that a span touches, in order, with the part of each that lies in the span. */
export function walkSlots(
  span: Interval,
  slotsOn: (date: LocalDate) => readonly DaySlot[],
  visit: (slot: DaySlot, start: Minute, end: Minute) => void,
): void {
  if (span.end <= span.start) return
  for (let day = wallDayOf(span.start); day <= wallDayOf(span.end - 1); day++) {
    for (const slot of slotsOn(calendarDay(day).date)) {
      const start = Math.max(slot.start, span.start)
      const end = Math.min(slot.end, span.end)
      if (start < end) visit(slot, start, end)
    }
  }
}

function slotsOf(date: LocalDate, agreement: Agreement): DaySlot[] {
  const day = dayInterval(date)
  const windows = windowsOf(date, parameterOn(agreement, 'cutPoints', date))
  const calendars = HOLIDAY_CALENDARS.map((name) => [name, holidayWindowsOn(name, date, agreement)] as const)
  const edges = [
    ...windows.map(({ start }) => start),
    ...calendars.flatMap(([, held]) => held.flatMap(({ start, end }) => [start, end])),
    day.end,
  ]
  const cuts = [...new Set(edges)].sort((a, b) => a - b)
  const dayKind = dayKindsOf(date)[0] as DayKind
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] as Minute
    const within = calendars.filter(([, held]) => held.some((span) => span.start <= start && end <= span.end))
    const window = windows.findLast((candidate) => candidate.start <= start) as WindowStart
    return { start, end, date, dayKind, window: window.time, calendars: within.map(([name]) => name) }
  })
}

interface WindowStart {
  readonly start: Minute
  readonly time: LocalTime
}

/** Midnight and the cut points, by time. One in the hour that is skipped begins where the clock jumps, one in the repeated hour at its first. */
function windowsOf(date: LocalDate, cutPoints: readonly LocalTime[]): WindowStart[] {
  const minutesOfDay = new Set([0, ...cutPoints.map(toMinuteOfDay)])
  return [...minutesOfDay]
    .filter((minuteOfDay) => minuteOfDay < MINUTES_PER_DAY)
    .sort((a, b) => a - b)
    .map((minuteOfDay) => ({ start: cutAt(date, minuteOfDay), time: fromMinuteOfDay(minuteOfDay) }))
}

function cutAt(date: LocalDate, minuteOfDay: number): Minute {
  const shown = isInGap(date, minuteOfDay) ? minuteOfDay - (minuteOfDay % 60) : minuteOfDay
  return fromWall(date, shown)
}
