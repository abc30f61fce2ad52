import { type BalanceEntry, SHARE_MEASURES } from '../ledger/balance.ts'
import { type FairShare, fairShares, type Load } from '../ledger/fair-share.ts'
import { asWorked } from '../ledger/outcome.ts'
import type { LedgerPeriod } from '../ledger/period.ts'
import { type PersonLedger, personLedgers } from '../ledger/person-ledger.ts'
import type { Assignment, Outcome } from '../rota/assignment.ts'
import { dutiesOf, type Rota, type ShareBalance, type ShareMeasure } from '../rota/rota.ts'
import { overlaps } from '../time/interval.ts'
import { holdsOn, type LocalDate, rangesOverlap } from '../time/local-date.ts'
import type { Minute } from '../time/minute.ts'
import { dayInterval, toWall } from '../time/oslo.ts'

/** The figures of a period as they stood when it was closed; they are stored as they are and never worked out anew. */
export interface ClosedPeriod {
  readonly id: string
  readonly period: LedgerPeriod
  readonly closedAt: Minute
  readonly by: string
  readonly ledgers: readonly PersonLedger[]
  readonly shares: readonly FairShare[]
}

export interface ClosingInput {
  /** The timeline with context before the period, and the balances that the doctors brought to it. */
  readonly rota: Rota
  readonly period: LedgerPeriod
  /** Every assignment of the rota's needs, closed ones too. */
  readonly assignments: readonly Assignment[]
  readonly outcomes: readonly Outcome[]
  /** Those of the district so far. */
  readonly closings: readonly Pick<ClosedPeriod, 'period'>[]
  readonly by: string
  readonly now: Minute
  readonly newId: () => string
}

export type ClosingRefusal = 'already-closed' | 'not-over' | 'overlaps-closed' | 'nothing-to-close'

export type ClosingResult =
  | { readonly kind: 'planned'; readonly closing: ClosedPeriod; readonly entries: readonly BalanceEntry[] }
  | { readonly kind: 'refused'; readonly reason: ClosingRefusal }

/**
 * Freezes the figures of a period that is over, with the values of its time, and opens what each doctor carries on from it: of
 * what was worked, at the planned times where nothing was told.
 * Refused before the period's last day has ended, when it or dates of it are closed, and when no duty was ever published in it. Outcomes may be missing: what is
 * told later is a correction.
 */
export function planClosing(input: ClosingInput): ClosingResult {
  const refusal = refusalOf(input)
  if (refusal) return { kind: 'refused', reason: refusal }
  const { rota, period, assignments, outcomes, by, now, newId } = input
  const dated = { ...rota, from: period.from, to: period.to }
  const closing = {
    id: newId(),
    period,
    closedAt: now,
    by,
    ledgers: personLedgers({ rota, period, assignments, outcomes }),
    shares: fairShares(dated),
  }
  const worked = asWorked(dutiesOf(rota), rota, assignments, outcomes)
  const carried = carriedOn(fairShares({ ...dated, balances: [] }, worked))
  const origin = {
    on: period.to,
    kind: 'closing',
    closingId: closing.id,
    reason: period.name,
    by,
    at: now,
  } as const
  return { kind: 'planned', closing, entries: carried.map((own) => ({ id: newId(), ...own, ...origin })) }
}

/** True for a date of a period that is closed. */
export function isClosed(closings: readonly Pick<ClosedPeriod, 'period'>[], date: LocalDate): boolean {
  return closings.some(({ period }) => holdsOn(period, date))
}

function refusalOf({ rota, period, closings, now }: ClosingInput): ClosingRefusal | undefined {
  const overlapping = closings.filter((closed) => rangesOverlap(closed.period, period))
  if (overlapping.some((closed) => closed.period.from === period.from && closed.period.to === period.to))
    return 'already-closed'
  if (overlapping.length > 0) return 'overlaps-closed'
  if (toWall(now).date < period.to) return 'not-over'
  return hasDuty(rota, period) ? undefined : 'nothing-to-close'
}

/** Whether some published duty touches the dates, held or not. */
export function hasDuty({ needs }: Pick<Rota, 'needs'>, { from, to }: LedgerPeriod): boolean {
  const dates = { start: dayInterval(from).start, end: dayInterval(to).start }
  return needs.some((need) => need.number > 0 && overlaps(need, dates))
}

/**
 * How far each who shares came from an even share of what they worked together, by measure: whole minutes, and hundredths of a
 * count. What was brought to the period is not in it, for it stands in the balance already. Adds up to 0; zeros are left out.
 */
function carriedOn(shares: readonly FairShare[]): ShareBalance[] {
  const sharing = shares.filter(({ weight }) => weight > 0)
  return SHARE_MEASURES.flatMap((measure) => {
    const held = sharing.map(({ actual }) => amountOf(actual, measure))
    const even = sharing.map(({ target }) => amountOf(target, measure))
    if (sum(even) === 0) return []
    const scale = sum(held) / sum(even)
    const steps = measure === 'home' || measure === 'on-site' || measure === 'backup' ? 1 : 100
    const apart = held.map((own, index) => (own - (even[index] as number) * scale) * steps)
    return inWholeSteps(apart)
      .map((amount, index) => ({
        personId: (sharing[index] as FairShare).personId,
        measure,
        amount: amount / steps,
      }))
      .filter(({ amount }) => amount !== 0)
  })
}

function amountOf(load: Load, measure: ShareMeasure): number {
  if (measure === 'nights' || measure === 'weekends' || measure === 'holidays') return load[measure]
  return load.minutes[measure]
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** Each less than 1 from what it was, and together as near their sum as whole numbers come. */
function inWholeSteps(values: readonly number[]): number[] {
  let total = 0
  return values.map((value) => {
    const before = Math.round(total)
    total += value
    return Math.round(total) - before
  })
}
