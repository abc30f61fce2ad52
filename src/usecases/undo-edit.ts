import type { DraftEdit } from '../core/rota/draft.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { Context } from './context.ts'
import { type Result, refused } from './refusal.ts'

export interface UndoEditInput {
  readonly districtId: DistrictId
  readonly draftId: string
}

/** Takes back one's own latest edit; refused when a place in it has changed since. */
export async function undoEdit(
  _ctx: Context,
  _input: UndoEditInput,
): Promise<Result<{ readonly edit: DraftEdit }>> {
  return refused({ kind: 'not-found' })
}
