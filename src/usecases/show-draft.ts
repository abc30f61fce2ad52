import type { CellRef } from '../core/rota/assignment.ts'
import type { District } from '../core/rota/district.ts'
import type { Draft, DraftEdit } from '../core/rota/draft.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { Violation } from '../core/rules/violation.ts'
import type { Context } from './context.ts'
import { type Result, refused } from './refusal.ts'
import type { BuildView } from './show-build.ts'

export interface ShowDraftInput {
  readonly districtId: DistrictId
  readonly draftId: string
}

export interface DraftValue {
  readonly district: District
  readonly draft: Draft
  /** Latest first, at most 20. */
  readonly edits: readonly DraftEdit[]
  /** Of the timeline now; `draft.baseRevision` tells what the draft was last judged against. */
  readonly revision: number
  readonly places: number
  /** Places of the draft of which some part is held by nobody. */
  readonly open: readonly CellRef[]
  readonly violations: readonly Violation[]
  /** The latest build of the draft. */
  readonly build: BuildView | null
}

/** One draft in sum: what is open, what is flagged, what was done, how its build goes. */
export async function showDraft(_ctx: Context, _input: ShowDraftInput): Promise<Result<DraftValue>> {
  return refused({ kind: 'not-found' })
}
