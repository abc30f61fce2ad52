import type { BalanceEntry } from '../core/ledger/balance.ts'
import type { PeriodKind } from '../core/ledger/period.ts'
import { type ClosedPeriod, type ClosingRefusal, planClosing } from '../core/plans/closing.ts'
import type { District } from '../core/rota/district.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import { type AuditHead, findAuditHead } from '../data/audit-store.ts'
import { closingWrites } from '../data/closing-store.ts'
import type { PeriodRecord } from '../data/period-record.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { periodAsked, readGround, readLedger } from './ledger-reading.ts'
import { done, invalid, type Result, refused } from './refusal.ts'
import { actorId, save } from './save.ts'

export interface ClosePeriodInput {
  readonly districtId: DistrictId
  readonly kind: PeriodKind
  /** Any date of the period. */
  readonly date: LocalDate
}

export interface ClosingPreview {
  readonly district: District
  /** The figures that would stand for good; nothing is stored. */
  readonly closing: ClosedPeriod
  readonly entries: readonly BalanceEntry[]
}

/** What closing a period would store, refused as closing it would be. */
export async function previewClosing(ctx: Context, input: ClosePeriodInput): Promise<Result<ClosingPreview>> {
  const planned = await planFor(ctx, input)
  if (planned.kind === 'refused') return planned
  const { district, closing, entries } = planned.value
  return done({ district, closing, entries })
}

/** Closes a period for good: its figures are stored, and what each doctor carries over enters their balance. */
export async function closePeriod(
  ctx: Context,
  input: ClosePeriodInput,
): Promise<Result<{ readonly closingId: string }>> {
  const planned = await planFor(ctx, input)
  if (planned.kind === 'refused') return planned
  const { record, head, closing, entries } = planned.value
  const { districtId } = input
  const change = {
    districtId,
    action: 'close-period',
    subjectKind: 'closed-period',
    subjectId: closing.id,
    after: {
      period: closing.period,
      carried: entries.map(({ personId, measure, amount }) => ({ personId, measure, amount })),
    },
  }
  const failed = await save(ctx, change, closingWrites(districtId, closing, entries, record), head)
  return failed ?? done({ closingId: closing.id })
}

interface PlannedClosing extends ClosingPreview {
  readonly record: PeriodRecord
  /** The end of the district's log. */
  readonly head: AuditHead
}

async function planFor(
  ctx: Context,
  { districtId, kind, date }: ClosePeriodInput,
): Promise<Result<PlannedClosing>> {
  const isRefused = gate(ctx, 'close-periods', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const ground = await readGround(ctx, districtId, date)
  if (!ground) return refused({ kind: 'not-found' })
  const { district, closings, plan } = ground
  const period = periodAsked(district, plan, kind, date)
  if (!period) return invalid('date', 'not-a-date', date)
  const [{ rota, record }, head] = await Promise.all([
    readLedger(ctx, ground, period),
    findAuditHead(ctx.db, districtId),
  ])
  const { assignments, outcomes } = record
  const result = planClosing({
    rota,
    period,
    assignments,
    outcomes,
    closings,
    by: actorId(ctx),
    now: ctx.now,
    newId: ctx.newId,
  })
  if (result.kind === 'refused') return refused({ kind: result.reason satisfies ClosingRefusal })
  return done({ district, record, head, closing: result.closing, entries: result.entries })
}
