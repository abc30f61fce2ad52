import type { FairShare } from '../core/ledger/fair-share.ts'
import type { LedgerRow } from '../core/ledger/hours.ts'
import type { District } from '../core/rota/district.ts'
import type { Draft, DraftEdit } from '../core/rota/draft.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import type { Rota } from '../core/rota/rota.ts'
import type { Violation } from '../core/rules/violation.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import type { Context } from './context.ts'
import { type Result, refused } from './refusal.ts'

export type BoardSource = { readonly kind: 'timeline' } | { readonly kind: 'draft'; readonly draftId: string }

export interface ShowBoardInput {
  readonly districtId: DistrictId
  readonly source: BoardSource
  readonly from: LocalDate
  /** 1–92 days from `from`. */
  readonly days: number
}

export interface BoardValue {
  readonly district: District
  /** The days on the board, with three days of needs before and after as context (`isInPeriod` tells them apart). */
  readonly rota: Rota
  readonly draft: Draft | null
  /** Latest first, at most 20; empty on the timeline. */
  readonly edits: readonly DraftEdit[]
  /** Of the timeline; sent back with what is published or amended. */
  readonly revision: number
  /** Judged over the whole draft or the days on the board; only those that touch the board. */
  readonly violations: readonly Violation[]
  readonly ledger: readonly LedgerRow[]
  readonly shares: readonly FairShare[]
  /** A colleague sees who has which duty, and of hours, wishes and surgery only their own. */
  readonly hidesHours: boolean
  /** The person behind the account, so that a page can mark their own duties. */
  readonly ownPersonId: PersonId | null
}

/** The rota of some days, of the timeline or of a draft, with its hours and flags as far as the actor may see them. */
export async function showBoard(_ctx: Context, _input: ShowBoardInput): Promise<Result<BoardValue>> {
  return refused({ kind: 'not-found' })
}
