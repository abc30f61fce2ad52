import { isNamedByDates, type LedgerPeriod } from '../../core/ledger/period.ts'
import type { Text } from '../../text/text.ts'

/** 'uke 1, 2027', 'januar 2027', '1. kvartal 2027', '2027', 'Vår 2027', or the dates of a plan without a name. */
export function periodName(period: LedgerPeriod, { format, ledger }: Text): string {
  const { kind, name, from, to } = period
  const year = Number(from.slice(0, 4))
  if (kind === 'week') return format.week(name)
  if (kind === 'month') return format.month(from)
  if (kind === 'quarter') return ledger.period.quarter(Math.ceil(Number(from.slice(5, 7)) / 3), year)
  if (kind === 'year') return name
  return isNamedByDates(period)
    ? ledger.period.plan(format.dateRange({ from, to }))
    : ledger.period.wheel(name, year)
}
