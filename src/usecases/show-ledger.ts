import { type BalanceEntry, balancesOn } from '../core/ledger/balance.ts'
import { type FairShare, fairShares } from '../core/ledger/fair-share.ts'
import type { LedgerPeriod, PeriodKind } from '../core/ledger/period.ts'
import { type PersonLedger, personLedgers } from '../core/ledger/person-ledger.ts'
import type { District } from '../core/rota/district.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import type { ShareBalance } from '../core/rota/rota.ts'
import { rangesOverlap } from '../core/time/local-date.ts'
import type { Minute } from '../core/time/minute.ts'
import { toWall } from '../core/time/oslo.ts'
import { listBalanceEntries } from '../data/balance-store.ts'
import { type ClosingHead, findClosing, listClosings } from '../data/closing-store.ts'
import { findDistrict } from '../data/district-store.ts'
import { findNearestDutyDate } from '../data/nearest-duty.ts'
import { may } from '../identity/policy.ts'
import { accountNames } from './account-names.ts'
import { districtForColleague } from './colleague-view.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { type AskedPeriod, periodAsked, readLedger } from './ledger-reading.ts'
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
  const district = await findDistrict(ctx.db, districtId)
  if (!district) return refused({ kind: 'not-found' })
  if (personId !== null && !district.doctors.some((doctor) => doctor.personId === personId))
    return refused({ kind: 'not-found' })
  const figures =
    input.closingId === null
      ? await figuresAsked(ctx, district, input)
      : await storedFigures(ctx, districtId, input.closingId)
  if (figures.kind === 'refused') return figures
  const value = await toValue(ctx, district, figures.value)
  const shown = onlyThose(value, (id) => (seesAll ? personId === null || id === personId : id === own))
  if (!seesAll) return done({ ...shown, district: districtForColleague(district, own), hidesOthers: true })
  return done(
    may(ctx.actor, 'read-doctors', scope)
      ? shown
      : { ...shown, district: districtForColleague(district, null) },
  )
}

interface FiguresOf extends Pick<LedgerValue, 'period' | 'ledgers' | 'shares' | 'isPartlyClosed'> {
  readonly closing: ClosingHead | null
  readonly entries: readonly BalanceEntry[]
}

async function figuresAsked(
  ctx: Context,
  district: District,
  input: ShowLedgerInput,
): Promise<Result<FiguresOf>> {
  const period = await periodFor(ctx, district, input)
  if (!period) return invalid('date', 'not-a-date', input.date ?? '')
  const closings = await listClosings(ctx.db, district.id)
  const closing = closings.find(({ period: own }) => own.from === period.from && own.to === period.to)
  if (closing) return storedFigures(ctx, district.id, closing.id)
  const reading = await readLedger(ctx, district.id, period)
  if (!reading) return refused({ kind: 'not-found' })
  const { rota, record, entries } = reading
  const { assignments, outcomes } = record
  return done({
    period,
    closing: null,
    isPartlyClosed: closings.some(({ period: own }) => rangesOverlap(own, period)),
    ledgers: personLedgers({ rota, period, assignments, outcomes }),
    shares: fairShares(rota),
    entries,
  })
}

/** As they were when the period was closed: never counted anew. */
async function storedFigures(
  { db }: Context,
  districtId: DistrictId,
  closingId: string,
): Promise<Result<FiguresOf>> {
  const [closing, entries] = await Promise.all([
    findClosing(db, districtId, closingId),
    listBalanceEntries(db, districtId),
  ])
  if (!closing) return refused({ kind: 'not-found' })
  const { period, ledgers, shares } = closing
  return done({ period, closing, isPartlyClosed: false, ledgers, shares, entries })
}

/** What was asked for; else the plan or quarter of today, or of the nearest published duty. */
async function periodFor(ctx: Context, district: District, { kind, date }: AskedPeriod) {
  const today = toWall(ctx.now).date
  const day = date ?? (await findNearestDutyDate(ctx.db, district.id, today)) ?? today
  const asked = await periodAsked(ctx, district, kind ?? 'plan', day)
  return asked ?? (kind === null || kind === 'plan' ? periodAsked(ctx, district, USUAL_KIND, day) : undefined)
}

async function toValue(ctx: Context, district: District, figures: FiguresOf): Promise<LedgerValue> {
  const { closing, entries, ...shown } = figures
  const scope = { kind: 'district', id: district.id } as const
  const mayCorrect = may(ctx.actor, 'correct-shares', scope)
  const signers = [...entries.map((entry) => entry.by), ...(closing ? [closing.by] : [])]
  const names = await accountNames(ctx, district, signers, mayCorrect)
  const { from } = shown.period
  const hasPlan = (await periodAsked(ctx, district, 'plan', from)) !== undefined
  return {
    ...shown,
    district,
    closing: closing && { id: closing.id, closedAt: closing.closedAt, by: names[closing.by] },
    // A correction made after the closing is no part of what was closed.
    brought: balancesOn(
      entries.filter((entry) => closing === null || entry.at <= closing.closedAt),
      from,
    ),
    entries: entries.map((entry) => ({ ...entry, by: names[entry.by] })).reverse(),
    counts: shown.ledgers.map(({ personId, planned }) => ({
      personId,
      duties: planned.duties,
      nights: planned.nights,
      weekends: planned.weekendsAny,
    })),
    kinds: hasPlan ? ['plan', 'week', 'month', 'quarter', 'year'] : ['week', 'month', 'quarter', 'year'],
    hidesOthers: false,
    mayClose: may(ctx.actor, 'close-periods', scope) && shown.period.to <= toWall(ctx.now).date,
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
