import { LONGEST_NEED_DAYS } from '../core/rota/need.ts'
import { isIsoWeek, isoWeekStart } from '../core/time/iso-week.ts'
import {
  addDays,
  type Dates,
  daysBetween,
  isLocalDate,
  type LocalDate,
  mondayOf,
} from '../core/time/local-date.ts'
import type { FieldProblem } from './refusal.ts'

/** What may be planned, both ends included: the dates of the clock with room for the longest look-back, 104 weeks at one end, and for what follows at the other. */
export const PLAN_DATES = { first: '1998-01-01', last: '2098-01-01' } as const

/** A real date for which the clock is known. */
export function isPlanDate(date: string): boolean {
  return isLocalDate(date) && date >= PLAN_DATES.first && date <= PLAN_DATES.last
}

export function isPlanWeek(week: string): boolean {
  return isIsoWeek(week) && isPlanDate(isoWeekStart(week))
}

/** The first thing wrong with a period, or undefined when it can be planned. */
export function periodProblem({ from, to }: Dates, mostDays: number): FieldProblem | undefined {
  if (!isPlanDate(from)) return { field: 'from', code: 'not-a-date', value: from }
  if (!isPlanDate(to)) return { field: 'to', code: 'not-a-date', value: to }
  if (to <= from) return { field: 'to', code: 'ends-before-start', value: to }
  return daysBetween(from, to) > mostDays ? { field: 'to', code: 'period-too-long', value: to } : undefined
}

/** The longest duty and the rest after it. */
const REACH_DAYS = LONGEST_NEED_DAYS + 1

/** A period with the days around it that its rest and weekly hours are judged by: whole ISO weeks. */
export function withContext({ from, to }: Dates): Dates {
  return {
    from: mondayOf(addDays(from, -REACH_DAYS)),
    to: addDays(mondayOf(addDays(to, REACH_DAYS)), 7),
  }
}

export function isWithin({ from, to }: Dates, date: LocalDate): boolean {
  return from <= date && date < to
}

/** The shortest period that holds both. */
export function hull(a: Dates, b: Dates): Dates {
  return { from: a.from < b.from ? a.from : b.from, to: a.to > b.to ? a.to : b.to }
}
