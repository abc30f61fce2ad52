import type { BalanceEntry } from '../ledger/balance.ts'
import type { FairShare } from '../ledger/fair-share.ts'
import type { LedgerPeriod } from '../ledger/period.ts'
import type { PersonLedger } from '../ledger/person-ledger.ts'
import type { Assignment, Outcome } from '../rota/assignment.ts'
import type { Rota } from '../rota/rota.ts'
import { holdsOn, type LocalDate } from '../time/local-date.ts'
import type { Minute } from '../time/minute.ts'

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

export type ClosingRefusal = 'already-closed' | 'not-over' | 'overlaps-closed'

export type ClosingResult =
  | { readonly kind: 'planned'; readonly closing: ClosedPeriod; readonly entries: readonly BalanceEntry[] }
  | { readonly kind: 'refused'; readonly reason: ClosingRefusal }

/** Closes a period that is over. */
export function planClosing(_input: ClosingInput): ClosingResult {
  throw new Error('not written yet')
}

/** True for a date of a period that is closed. */
export function isClosed(closings: readonly Pick<ClosedPeriod, 'period'>[], date: LocalDate): boolean {
  return closings.some(({ period }) => holdsOn(period, date))
}
