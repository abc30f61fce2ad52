import { type BalanceEntry, balancesOn } from '../core/ledger/balance.ts'
import { type LedgerPeriod, type PeriodKind, periodOf, planOn } from '../core/ledger/period.ts'
import type { District } from '../core/rota/district.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { Rota } from '../core/rota/rota.ts'
import { addDays, type Dates, type LocalDate } from '../core/time/local-date.ts'
import { toWall } from '../core/time/oslo.ts'
import { listBalanceEntries } from '../data/balance-store.ts'
import { type ClosingHead, listClosings } from '../data/closing-store.ts'
import { findDistrict, findDistrictHeads } from '../data/district-store.ts'
import { findNearestDutyDate } from '../data/nearest-duty.ts'
import { loadPeriodRecord, type PeriodRecord } from '../data/period-record.ts'
import { findNearestPlan, findPlan } from '../data/plan-store.ts'
import { loadTimeline } from '../data/rota-store.ts'
import type { Context } from './context.ts'
import { isPlanDate } from './plan-dates.ts'
import { cellsOf } from './rota-reading.ts'

/** What a period is chosen by, and what its figures are counted from beside the duties: read in one trip. */
export interface LedgerGround {
  readonly district: District
  readonly edition: number
  /** Of the district, whatever their dates. */
  readonly entries: readonly BalanceEntry[]
  readonly closings: readonly ClosingHead[]
  /** The date asked for; else that of the nearest published duty, or today. */
  readonly date: LocalDate
  /** The published plan that `date` belongs to. */
  readonly plan: Dates | undefined
}

export async function readGround(
  { db, now }: Pick<Context, 'db' | 'now'>,
  districtId: DistrictId,
  asked: LocalDate | null,
): Promise<LedgerGround | undefined> {
  const today = toWall(now).date
  const [[head], district, entries, closings, date, plan] = await Promise.all([
    findDistrictHeads(db, [districtId]),
    findDistrict(db, districtId),
    listBalanceEntries(db, districtId),
    listClosings(db, districtId),
    asked ?? findNearestDutyDate(db, districtId, today),
    asked === null ? findNearestPlan(db, districtId, today) : findPlan(db, districtId, asked),
  ])
  return head && district
    ? { district, edition: head.edition, entries, closings, date: date ?? today, plan }
    : undefined
}

/** The duties of a period with everything that its figures are counted from. */
export interface LedgerReading {
  /** Published duties alone, with those around the period as context. */
  readonly rota: Rota
  readonly record: PeriodRecord
}

/** A night, the rest around it and a weekend reach no further. */
export const CONTEXT_DAYS = 8

/** What stood and happened in a period, in one trip. */
export async function readLedger(
  { db }: Pick<Context, 'db'>,
  { district, edition, entries, date, plan: published }: LedgerGround,
  period: LedgerPeriod,
): Promise<LedgerReading> {
  const from = addDays(period.from, -CONTEXT_DAYS)
  const to = addDays(period.to, CONTEXT_DAYS)
  const [record, timeline] = await Promise.all([
    loadPeriodRecord(db, district.id, from, to),
    loadTimeline(db, district.id, from, to),
  ])
  // A week or a month of a plan evens out its own part of what was carried, not all of it anew.
  const plan = periodAsked(district, published, 'plan', date)
  const rota = {
    district,
    from: period.from,
    to: period.to,
    needs: record.needs,
    cells: cellsOf(record.assignments.filter((row) => row.revisionTo === null)),
    elsewhere: timeline.elsewhere,
    balances: balancesOn(entries, period.from),
    plan: plan ? { from: plan.from, to: plan.to } : null,
  }
  // Of the trip before this one: a guard on it covers what the district said then.
  return { rota, record: { ...record, edition } }
}

/** Which period somebody asks for: the one of a kind that holds a date. Null for what the page is to choose. */
export interface AskedPeriod {
  readonly kind: PeriodKind | null
  readonly date: LocalDate | null
}

/**
 * The period of a kind that holds a date; undefined for a plan period while neither the year wheel nor a publication tells
 * one, and for a date that is none.
 */
export function periodAsked(
  { agreement }: Pick<District, 'agreement'>,
  plan: Dates | undefined,
  kind: PeriodKind,
  date: LocalDate,
): LedgerPeriod | undefined {
  if (!isPlanDate(date)) return undefined
  return kind === 'plan' ? planOn(agreement, plan, date) : periodOf(kind, date)
}
