import { type LedgerPeriod, type PeriodKind, periodOf } from '../../src/core/ledger/period.ts'
import type { PlanPeriod } from '../../src/core/rota/agreement.ts'
import type { LocalDate } from '../../src/core/time/local-date.ts'

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
