import { isIsoWeek, isoWeekOf, isoWeekStart } from '../core/time/iso-week.ts'
import { addDays, daysBetween, isLocalDate, type LocalDate } from '../core/time/local-date.ts'
import type { FieldProblem } from './refusal.ts'

/** Dates from `from` (inclusive) to `to` (exclusive). */
export interface Period {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** Norwegian clock changes are known for 1996–2100; a year's margin on both sides leaves room for context. */
const FIRST_DATE = '1998-01-01'
const LAST_DATE = '2098-01-01'

/** A real date for which the clock is known. */
export function isPlanDate(date: string): boolean {
  return isLocalDate(date) && date >= FIRST_DATE && date <= LAST_DATE
}

export function isPlanWeek(week: string): boolean {
  return isIsoWeek(week) && isPlanDate(isoWeekStart(week))
}

/** The first thing wrong with a period, or undefined when it can be planned. */
export function periodProblem({ from, to }: Period, mostDays: number): FieldProblem | undefined {
  if (!isPlanDate(from)) return { field: 'from', code: 'not-a-date', value: from }
  if (!isPlanDate(to)) return { field: 'to', code: 'not-a-date', value: to }
  if (to <= from) return { field: 'to', code: 'ends-before-start', value: to }
  return daysBetween(from, to) > mostDays ? { field: 'to', code: 'period-too-long', value: to } : undefined
}

/** Longest duty (72 hours) and the rest after it, in days. */
const REST_REACH = 4

/** A period with the days around it that its rest and weekly hours are judged by: whole ISO weeks. */
export function withContext({ from, to }: Period): Period {
  return {
    from: isoWeekStart(isoWeekOf(addDays(from, -REST_REACH))),
    to: addDays(isoWeekStart(isoWeekOf(addDays(to, REST_REACH))), 7),
  }
}

export function isWithin({ from, to }: Period, date: LocalDate): boolean {
  return from <= date && date < to
}

/** The shortest period that holds both. */
export function hull(a: Period, b: Period): Period {
  return { from: a.from < b.from ? a.from : b.from, to: a.to > b.to ? a.to : b.to }
}
