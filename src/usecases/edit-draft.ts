import type { CellRef, Origin } from '../core/rota/assignment.ts'
import type { DraftEdit } from '../core/rota/draft.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import type { PositionId } from '../core/rota/position.ts'
import type { Interval } from '../core/time/interval.ts'
import type { Context } from './context.ts'
import { type Result, refused } from './refusal.ts'

/** Who is to hold a part: a person, or a position whose locum is still to be named. */
export interface WantedSlice extends Interval {
  readonly personId: PersonId | null
  readonly positionId: PositionId | null
  readonly origin: Origin
  readonly shadowing: boolean
}

export type DraftChange =
  | { readonly kind: 'assign'; readonly cell: CellRef; readonly personId: PersonId }
  | { readonly kind: 'slice'; readonly cell: CellRef; readonly slices: readonly WantedSlice[] }
  /** Trades the content of two places; a move into an open place empties the first. */
  | { readonly kind: 'move'; readonly cell: CellRef; readonly to: CellRef }
  | { readonly kind: 'clear'; readonly cell: CellRef }
  | { readonly kind: 'lock'; readonly cell: CellRef }
  | { readonly kind: 'unlock'; readonly cell: CellRef }
  | { readonly kind: 'note'; readonly cell: CellRef; readonly note: string }

export interface EditDraftInput {
  readonly districtId: DistrictId
  readonly draftId: string
  readonly change: DraftChange
  /**
   * The number of the edit that the page last showed for the changed place (0 = never edited); null = whatever stands
   * there. A place touched since is refused with `cell-changed`.
   */
  readonly seenEdit: number | null
}

/** One step in a draft. */
export async function editDraft(
  _ctx: Context,
  _input: EditDraftInput,
): Promise<Result<{ readonly edit: DraftEdit }>> {
  return refused({ kind: 'not-found' })
}
