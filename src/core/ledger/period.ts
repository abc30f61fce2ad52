import { type Agreement, type PlanPeriod, parameterOn } from '../rota/agreement.ts'
import { planPeriodOn } from '../rota/plan-period.ts'
import { twoDigits } from '../time/digits.ts'
import { isoWeekOf, isoWeekStart } from '../time/iso-week.ts'
import { addDays, addMonths, type Dates, type LocalDate } from '../time/local-date.ts'

export type PeriodKind = 'week' | 'month' | 'quarter' | 'year' | 'plan'

export const PERIOD_KINDS: readonly PeriodKind[] = ['week', 'month', 'quarter', 'year', 'plan']

/** A period that hours are summed and closed by. `to` is exclusive. */
export interface LedgerPeriod {
  readonly kind: PeriodKind
  /** '2027-W01', '2027-01', '2027-Q1', '2027', the name in the year wheel, or the dates of a plan that has none. */
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
  if (kind === 'plan') return wheelOn(planPeriods, date)
  if (kind === 'week') return week(isoWeekOf(date))
  return months(kind, date)
}

/**
 * The plan that a date belongs to: the year wheel's, else the one that was published (told by its dates), else none. Whatever
 * is counted or judged over a plan asks here.
 */
export function planOn(
  agreement: Agreement,
  published: Dates | undefined,
  date: LocalDate,
): LedgerPeriod | undefined {
  const wheel = periodOf('plan', date, parameterOn(agreement, 'planPeriods', date))
  if (wheel || !published) return wheel
  return { kind: 'plan', name: datesName(published), from: published.from, to: published.to }
}

/** True for a plan that no year wheel names: its name is its dates, and nothing else. */
export function isNamedByDates(period: LedgerPeriod): boolean {
  return period.kind === 'plan' && period.name === datesName(period)
}

function datesName({ from, to }: Dates): string {
  return `${from}/${addDays(to, -1)}`
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

function wheelOn(planPeriods: readonly PlanPeriod[], date: LocalDate): LedgerPeriod | undefined {
  const found = planPeriodOn(planPeriods, date)
  return found && { kind: 'plan', name: found.name, from: found.from, to: found.to }
}
