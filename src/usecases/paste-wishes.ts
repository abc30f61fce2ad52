import type { DistrictId } from '../core/rota/person.ts'
import type { Wish } from '../core/rota/wish.ts'
import type { Context } from './context.ts'
import { type FieldProblem, type Result, refused } from './refusal.ts'

export interface PasteWishesInput {
  readonly districtId: DistrictId
  /** Rows copied from a spreadsheet: initials, first date, last date (inclusive, may be empty), stance, weight (may be empty). */
  readonly text: string
  /** False shows what would be stored; true stores it, unless a row is refused. */
  readonly isConfirmed: boolean
}

export interface PastedWishes {
  readonly wishes: readonly Wish[]
  /** One for each row that could not be read; `field` is the row's number from 1. */
  readonly problems: readonly FieldProblem[]
  readonly isStored: boolean
}

/** Many wishes at once, previewed before they are stored. */
export async function pasteWishes(_ctx: Context, _input: PasteWishesInput): Promise<Result<PastedWishes>> {
  return refused({ kind: 'not-found' })
}
