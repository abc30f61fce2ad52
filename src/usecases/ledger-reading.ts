import { type BalanceEntry, balancesOn } from '../core/ledger/balance.ts'
import { type LedgerPeriod, type PeriodKind, periodOf } from '../core/ledger/period.ts'
import { parameterOn } from '../core/rota/agreement.ts'
import type { District } from '../core/rota/district.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { Rota } from '../core/rota/rota.ts'
import { addDays, type LocalDate } from '../core/time/local-date.ts'
import { listBalanceEntries } from '../data/balance-store.ts'
import { type ClosingHead, listClosings } from '../data/closing-store.ts'
import { findDistrict } from '../data/district-store.ts'
import { loadPeriodRecord, type PeriodRecord } from '../data/period-record.ts'
import { findPlan } from '../data/plan-store.ts'
import { loadTimeline } from '../data/rota-store.ts'
import type { Context } from './context.ts'
import { isPlanDate } from './plan-dates.ts'
import { cellsOf } from './rota-reading.ts'

/** A period with everything that its figures are counted from. */
export interface LedgerReading {
  readonly district: District
  readonly period: LedgerPeriod
  /** Published duties alone, with those around the period as context. */
  readonly rota: Rota
  readonly record: PeriodRecord
  /** Of the district, whatever their dates. */
  readonly entries: readonly BalanceEntry[]
  readonly closings: readonly ClosingHead[]
}

/** A night, the rest around it and a weekend reach no further. */
const CONTEXT_DAYS = 8

/** What stood and happened in a period; the record is read first, so that a guard on it covers all that comes after. */
export async function readLedger(
  { db }: Pick<Context, 'db'>,
  districtId: DistrictId,
  period: LedgerPeriod,
): Promise<LedgerReading | undefined> {
  const from = addDays(period.from, -CONTEXT_DAYS)
  const to = addDays(period.to, CONTEXT_DAYS)
  const record = await loadPeriodRecord(db, districtId, from, to)
  const [district, timeline, entries, closings] = await Promise.all([
    findDistrict(db, districtId),
    loadTimeline(db, districtId, from, to),
    listBalanceEntries(db, districtId),
    listClosings(db, districtId),
  ])
  if (!district) return undefined
  const rota = {
    district,
    from: period.from,
    to: period.to,
    needs: record.needs,
    cells: cellsOf(record.assignments.filter((row) => row.revisionTo === null)),
    elsewhere: timeline.elsewhere,
    balances: balancesOn(entries, period.from),
  }
  return { district, period, rota, record, entries, closings }
}

/** Which period somebody asks for: the one of a kind that holds a date. Null for what the page is to choose. */
export interface AskedPeriod {
  readonly kind: PeriodKind | null
  readonly date: LocalDate | null
}

/**
 * The period asked for. A plan period is the year wheel's, else the published plan that the date belongs to; undefined where
 * there is neither, and for a date that is none.
 */
export async function periodAsked(
  { db }: Pick<Context, 'db'>,
  { id, agreement }: Pick<District, 'id' | 'agreement'>,
  kind: PeriodKind,
  date: LocalDate,
): Promise<LedgerPeriod | undefined> {
  if (!isPlanDate(date)) return undefined
  const wheel = parameterOn(agreement, 'planPeriods', date)
  const period = periodOf(kind, date, wheel)
  if (period) return period
  const plan = await findPlan(db, id, date)
  return plan && { kind: 'plan', name: `${plan.from}/${addDays(plan.to, -1)}`, ...plan }
}
