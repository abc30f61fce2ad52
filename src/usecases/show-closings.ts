import type { LedgerPeriod, PeriodKind } from '../core/ledger/period.ts'
import type { District } from '../core/rota/district.ts'
import type { DistrictId } from '../core/rota/person.ts'
import { addDays, type Dates, holdsOn, rangesOverlap } from '../core/time/local-date.ts'
import { toWall } from '../core/time/oslo.ts'
import { listClosings } from '../data/closing-store.ts'
import { findDistrict } from '../data/district-store.ts'
import { findDutyDatesAround } from '../data/nearest-duty.ts'
import { findPlan } from '../data/plan-store.ts'
import { may } from '../identity/policy.ts'
import { accountNames } from './account-names.ts'
import { districtForColleague } from './colleague-view.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { periodAsked } from './ledger-reading.ts'
import { done, type Result, refused } from './refusal.ts'
import type { ClosingNote } from './show-ledger.ts'
import { ownPersonId } from './wish-rights.ts'

export interface ClosingsValue {
  readonly district: District
  /** The latest first. */
  readonly closings: readonly (ClosingNote & { readonly period: LedgerPeriod })[]
  /** Of each length, the latest period that is over, if it has duties and no day of it is closed. */
  readonly closable: readonly LedgerPeriod[]
  readonly mayClose: boolean
}

const KINDS: readonly PeriodKind[] = ['plan', 'year', 'quarter', 'month', 'week']

/** Periods that are closed, and for a coordinator those that can be. */
export async function showClosings(
  ctx: Context,
  { districtId }: { readonly districtId: DistrictId },
): Promise<Result<ClosingsValue>> {
  const scope = { kind: 'district', id: districtId } as const
  const isRefused = may(ctx.actor, 'read-hours', scope) ? undefined : gate(ctx, 'read-own-hours', scope)
  if (isRefused) return isRefused
  const today = toWall(ctx.now).date
  const [district, closings, plan] = await Promise.all([
    findDistrict(ctx.db, districtId),
    listClosings(ctx.db, districtId),
    findPlan(ctx.db, districtId, today),
  ])
  if (!district) return refused({ kind: 'not-found' })
  const mayClose = may(ctx.actor, 'close-periods', scope)
  const closers = closings.map((closing) => closing.by)
  const [names, ...latest] = await Promise.all([
    accountNames(ctx, district, closers, mayClose),
    ...(mayClose ? KINDS.map((kind) => latestOver(ctx, district, plan, kind)) : []),
  ])
  return done({
    district: may(ctx.actor, 'read-doctors', scope)
      ? district
      : districtForColleague(district, ownPersonId(ctx)),
    closings: closings.map((closing) => ({ ...closing, by: names[closing.by] })),
    closable: latest
      .flatMap((period) => period ?? [])
      .filter((period) => !closings.some((closed) => rangesOverlap(closed.period, period))),
    mayClose,
  })
}

/** The last period of a kind that ended before today, if anything was published in it. */
async function latestOver(
  { db, now }: Context,
  district: District,
  plan: Dates | undefined,
  kind: PeriodKind,
): Promise<LedgerPeriod | undefined> {
  const today = toWall(now).date
  // Between two plans there is none today; the one before may have ended yesterday.
  const last = addDays(periodAsked(district, plan, kind, today)?.from ?? today, -1)
  const [planBefore, { ahead, behind }] = await Promise.all([
    findPlan(db, district.id, last),
    findDutyDatesAround(db, district.id, last),
  ])
  const before = periodAsked(district, planBefore, kind, last)
  if (!before || before.to > today) return undefined
  return [ahead, behind].some((date) => date !== undefined && holdsOn(before, date)) ? before : undefined
}
