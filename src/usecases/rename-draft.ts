import type { DistrictId } from '../core/rota/person.ts'
import { findDraftHead, renameWrites } from '../data/draft-life-store.ts'
import type { Context } from './context.ts'
import { draftNameProblem } from './draft-name.ts'
import { gate } from './gate.ts'
import { done, type Result, refused } from './refusal.ts'
import { save } from './save.ts'

export interface RenameDraftInput {
  readonly districtId: DistrictId
  readonly draftId: string
  readonly name: string
}

/** Gives a draft another name, whatever state it is in. */
export async function renameDraft(
  ctx: Context,
  { districtId, draftId, name: given }: RenameDraftInput,
): Promise<Result<{ readonly name: string }>> {
  const isRefused = gate(ctx, 'edit-drafts', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const name = given.trim()
  const draft = await findDraftHead(ctx.db, districtId, draftId)
  if (!draft) return refused({ kind: 'not-found' })
  const problem = draftNameProblem(name)
  if (problem) return refused({ kind: 'invalid', problems: [problem] })
  const change = { districtId, action: 'rename-draft', subjectKind: 'draft', subjectId: draftId }
  // Free text, which the log would keep for ever.
  const said = { before: { characters: draft.name.length }, after: { characters: name.length } }
  const failed = await save(ctx, { ...change, ...said }, renameWrites(districtId, draftId, name))
  return failed ?? done({ name })
}
