import type { PlanPeriod } from '../rota/agreement.ts'
import { planPeriodOn } from '../rota/plan-period.ts'
import { twoDigits } from '../time/digits.ts'
import { isIsoWeek, isoWeekOf, isoWeekStart } from '../time/iso-week.ts'
import { addDays, addMonths, isLocalDate, type LocalDate } from '../time/local-date.ts'

export type PeriodKind = 'week' | 'month' | 'quarter' | 'year' | 'plan'

export const PERIOD_KINDS: readonly PeriodKind[] = ['week', 'month', 'quarter', 'year', 'plan']

/** A period that hours are summed and closed by. `to` is exclusive. */
export interface LedgerPeriod {
  readonly kind: PeriodKind
  /** '2027-W01', '2027-01', '2027-Q1', '2027', or the plan period's own name. */
  readonly name: string
  readonly from: LocalDate
  readonly to: LocalDate
}

/** The period of a kind that holds the date; undefined only for a plan period while the district has adopted none. */
export function periodOf(kind: Exclude<PeriodKind, 'plan'>, date: LocalDate): LedgerPeriod
export function periodOf(
  kind: PeriodKind,
  date: LocalDate,
  planPeriods?: readonly PlanPeriod[],
): LedgerPeriod | undefined
export function periodOf(
  kind: PeriodKind,
  date: LocalDate,
  planPeriods: readonly PlanPeriod[] = [],
): LedgerPeriod | undefined {
  if (kind === 'plan') return planOn(planPeriods, date)
  if (kind === 'week') return week(isoWeekOf(date))
  return months(kind, date)
}

/** Every period of a kind that has a day in the dates (`to` exclusive), in order, each whole. */
export function periodsWithin(
  kind: PeriodKind,
  range: { readonly from: LocalDate; readonly to: LocalDate },
  planPeriods: readonly PlanPeriod[] = [],
): LedgerPeriod[] {
  const periods: LedgerPeriod[] = []
  for (let date = range.from; date < range.to; ) {
    const period = periodOf(kind, date, planPeriods)
    if (period === undefined) break
    periods.push(period)
    date = period.to
  }
  return periods
}

/** Reads '2027-W01', '2027-01', '2027-Q1' and '2027'; plan periods have names of their own and are not read. */
export function parsePeriod(text: string): LedgerPeriod | undefined {
  if (isIsoWeek(text)) return week(text)
  const quarter = /^(\d{4})-Q([1-4])$/.exec(text)
  if (quarter) return months('quarter', `${quarter[1]}-${twoDigits(Number(quarter[2]) * 3)}-01`)
  if (/^\d{4}-\d{2}$/.test(text) && isLocalDate(`${text}-01`)) return months('month', `${text}-01`)
  return /^\d{4}$/.test(text) ? months('year', `${text}-01-01`) : undefined
}

function week(name: string): LedgerPeriod {
  const from = isoWeekStart(name)
  return { kind: 'week', name, from, to: addDays(from, 7) }
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const

function months(kind: keyof typeof MONTHS, date: LocalDate): LedgerPeriod {
  const length = MONTHS[kind]
  const year = date.slice(0, 4)
  const part = Math.floor((Number(date.slice(5, 7)) - 1) / length)
  const from = `${year}-${twoDigits(part * length + 1)}-01`
  const names = { month: date.slice(0, 7), quarter: `${year}-Q${part + 1}`, year }
  return { kind, name: names[kind], from, to: addMonths(from, length) }
}

function planOn(planPeriods: readonly PlanPeriod[], date: LocalDate): LedgerPeriod | undefined {
  const found = planPeriodOn(planPeriods, date)
  return found && { kind: 'plan', name: found.name, from: found.from, to: found.to }
}
