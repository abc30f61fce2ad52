import { type BalanceEntry, balancesOn } from '../core/ledger/balance.ts'
import { type FairShare, fairShares } from '../core/ledger/fair-share.ts'
import type { LedgerPeriod, PeriodKind } from '../core/ledger/period.ts'
import { type PersonLedger, personLedgers } from '../core/ledger/person-ledger.ts'
import { hasDuty } from '../core/plans/closing.ts'
import type { District } from '../core/rota/district.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import type { ShareBalance } from '../core/rota/rota.ts'
import { rangesOverlap } from '../core/time/local-date.ts'
import type { Minute } from '../core/time/minute.ts'
import { toWall } from '../core/time/oslo.ts'
import { type ClosingHead, findClosing } from '../data/closing-store.ts'
import { findPlan } from '../data/plan-store.ts'
import { may } from '../identity/policy.ts'
import { accountNames } from './account-names.ts'
import { districtForColleague } from './colleague-view.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { type AskedPeriod, type LedgerGround, periodAsked, readGround, readLedger } from './ledger-reading.ts'
import { done, invalid, type Result, refused } from './refusal.ts'
import { ownPersonId } from './wish-rights.ts'

export interface ShowLedgerInput extends AskedPeriod {
  readonly districtId: DistrictId
  /** The doctor whose figures are shown one by one; null for everybody that the actor may see. */
  readonly personId: PersonId | null
  /** A closed period by its id, whatever it is called today; then `kind` and `date` are not read. */
  readonly closingId: string | null
}

/** What anybody may count from the published rota. */
export interface OpenCounts {
  readonly personId: PersonId
  readonly duties: number
  readonly nights: number
  readonly weekends: number
}

export interface ClosingNote {
  readonly id: string
  readonly closedAt: Minute
  /** Name of who closed it; undefined when nobody is known by that account. */
  readonly by: string | undefined
}

/** An entry of a doctor's balance with the name of who signed it. */
export interface SignedEntry extends Omit<BalanceEntry, 'by'> {
  readonly by: string | undefined
}

export interface LedgerValue {
  readonly district: District
  readonly period: LedgerPeriod
  /** Present when these are the stored figures of a closed period. */
  readonly closing: ClosingNote | null
  /** Whether some day of the period is in a closed period of another length. */
  readonly isPartlyClosed: boolean
  /** Only one's own for a doctor. */
  readonly ledgers: readonly PersonLedger[]
  readonly shares: readonly FairShare[]
  /** What the doctors bring to the period. */
  readonly brought: readonly ShareBalance[]
  /** Carry-overs and corrections of these doctors, the latest first. */
  readonly entries: readonly SignedEntry[]
  /** Of everybody, as planned: the published rota shows as much. */
  readonly counts: readonly OpenCounts[]
  /** The kinds of period that there are on these dates. */
  readonly kinds: readonly PeriodKind[]
  readonly hidesOthers: boolean
  /** Whether the actor may close the period, which is over. */
  readonly mayClose: boolean
  readonly mayCorrect: boolean
}

const USUAL_KIND: PeriodKind = 'quarter'

/** The figures of a period per doctor, planned beside worked; those of a closed period as they were stored. */
export async function showLedger(ctx: Context, input: ShowLedgerInput): Promise<Result<LedgerValue>> {
  const { districtId, personId } = input
  const scope = { kind: 'district', id: districtId } as const
  const seesAll = may(ctx.actor, 'read-hours', scope)
  const isRefused = seesAll ? undefined : gate(ctx, 'read-own-hours', scope)
  if (isRefused) return isRefused
  const own = ownPersonId(ctx)
  // Somebody else's ledger answers like one that is not there.
  if (!seesAll && personId !== null && personId !== own) return refused({ kind: 'not-found' })
  const ground = await readGround(ctx, districtId, input.closingId === null ? input.date : null)
  if (!ground) return refused({ kind: 'not-found' })
  const { district } = ground
  if (personId !== null && !district.doctors.some((doctor) => doctor.personId === personId))
    return refused({ kind: 'not-found' })
  const chosen = choose(ground, input)
  if (chosen.kind === 'refused') return chosen
  const value = await toValue(ctx, ground, chosen.value)
  const shown = onlyThose(value, (id) => (seesAll ? personId === null || id === personId : id === own))
  if (!seesAll) return done({ ...shown, district: districtForColleague(district, own), hidesOthers: true })
  return done(
    may(ctx.actor, 'read-doctors', scope)
      ? shown
      : { ...shown, district: districtForColleague(district, null) },
  )
}

interface Chosen {
  readonly period: LedgerPeriod
  readonly closing: ClosingHead | null
}

/** What was asked for; else the plan or quarter of today, or of the nearest published duty. */
function choose(
  { district, plan, closings, date }: LedgerGround,
  { kind, closingId }: ShowLedgerInput,
): Result<Chosen> {
  if (closingId !== null) {
    const closing = closings.find(({ id }) => id === closingId)
    return closing ? done({ period: closing.period, closing }) : refused({ kind: 'not-found' })
  }
  const usual = kind === null || kind === 'plan' ? periodAsked(district, plan, USUAL_KIND, date) : undefined
  const period = periodAsked(district, plan, kind ?? 'plan', date) ?? usual
  if (!period) return invalid('date', 'not-a-date', date)
  const closing = closings.find(({ period: own }) => own.from === period.from && own.to === period.to)
  return done({ period: closing?.period ?? period, closing: closing ?? null })
}

/** As they were when the period was closed, never counted anew; of an open one as they are. */
async function figuresOf(
  ctx: Context,
  ground: LedgerGround,
  { period, closing }: Chosen,
): Promise<Pick<LedgerValue, 'ledgers' | 'shares'> & { readonly isPublished: boolean }> {
  const { id } = ground.district
  if (closing) {
    const stored = await findClosing(ctx.db, id, closing.id)
    if (!stored) throw new Error(`closing ${closing.id} of ${id} is listed and not there`)
    return { ledgers: stored.ledgers, shares: stored.shares, isPublished: true }
  }
  const { rota, record } = await readLedger(ctx, ground, period)
  const { assignments, outcomes } = record
  return {
    ledgers: personLedgers({ rota, period, assignments, outcomes }),
    shares: fairShares(rota),
    isPublished: hasDuty(rota, period),
  }
}

async function toValue(ctx: Context, ground: LedgerGround, chosen: Chosen): Promise<LedgerValue> {
  const { district, entries, closings } = ground
  const { period, closing } = chosen
  const scope = { kind: 'district', id: district.id } as const
  const mayCorrect = may(ctx.actor, 'correct-shares', scope)
  const signers = [...entries.map((entry) => entry.by), ...(closing ? [closing.by] : [])]
  const isOver = period.to <= toWall(ctx.now).date
  const [{ isPublished, ...figures }, names, plan] = await Promise.all([
    figuresOf(ctx, ground, chosen),
    accountNames(ctx, district, signers, mayCorrect),
    findPlan(ctx.db, district.id, period.from),
  ])
  const hasPlan = periodAsked(district, plan, 'plan', period.from) !== undefined
  return {
    ...figures,
    district,
    period,
    closing: closing && { id: closing.id, closedAt: closing.closedAt, by: names[closing.by] },
    isPartlyClosed: closing === null && closings.some(({ period: own }) => rangesOverlap(own, period)),
    // A correction made after the closing is no part of what was closed.
    brought: balancesOn(
      entries.filter((entry) => closing === null || entry.at <= closing.closedAt),
      period.from,
    ),
    entries: entries.map((entry) => ({ ...entry, by: names[entry.by] })).reverse(),
    counts: figures.ledgers.map(({ personId, planned }) => ({
      personId,
      duties: planned.duties,
      nights: planned.nights,
      weekends: planned.weekendsAny,
    })),
    kinds: hasPlan ? ['plan', 'week', 'month', 'quarter', 'year'] : ['week', 'month', 'quarter', 'year'],
    hidesOthers: false,
    mayClose: may(ctx.actor, 'close-periods', scope) && isOver && isPublished,
    mayCorrect,
  }
}

/** Everything but the counts of those alone who may be seen. */
function onlyThose(value: LedgerValue, isShown: (personId: PersonId) => boolean): LedgerValue {
  const isOf = (row: { readonly personId: PersonId }) => isShown(row.personId)
  return {
    ...value,
    ledgers: value.ledgers.filter(isOf),
    shares: value.shares.filter(isOf),
    brought: value.brought.filter(isOf),
    entries: value.entries.filter(isOf),
  }
}
