import type { Interval } from '../time/interval.ts'
import { type Dates, toDayNumber, weekdayOfDay } from '../time/local-date.ts'
import type { AgreedWeek } from './agreed-week.ts'
import { isWorked } from './count.ts'
import { minutesWithin } from './tally.ts'

export interface WeekendsHeld {
  /** Sundays of the period. */
  readonly weekends: number
  /** Those with enough duty to count as worked. */
  readonly any: number
  /** Of these, with enough duty in each of its two days. */
  readonly full: number
}

/**
 * The weekends of a period (`to` exclusive) and those of them worked, from disjoint spans of duty by start, those around the
 * period too. A weekend belongs to the period of its Sunday.
 */
export function weekendsHeld(
  { from, to }: Dates,
  weekOf: (day: number) => AgreedWeek,
  busy: readonly Interval[],
): WeekendsHeld {
  const minutesIn = (span: Interval) => minutesWithin(busy, span)
  const held = { weekends: 0, any: 0, full: 0 }
  const end = toDayNumber(to)
  for (let day = sundayFrom(toDayNumber(from)); day < end; day += 7) {
    const { weekendSpan, saturday, sunday } = weekOf(day)
    held.weekends++
    if (!isWorked(weekendSpan, minutesIn)) continue
    held.any++
    const days = [
      { ...weekendSpan, start: saturday, end: sunday },
      { ...weekendSpan, start: sunday },
    ]
    if (days.every((own) => isWorked(own, minutesIn))) held.full++
  }
  return held
}

function sundayFrom(day: number): number {
  return day + 7 - weekdayOfDay(day)
}
