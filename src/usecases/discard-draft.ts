import type { DistrictId } from '../core/rota/person.ts'
import { findLatestBuild } from '../data/build-store.ts'
import { findDraftHead, moveWrites } from '../data/draft-life-store.ts'
import { isUnderWay } from './build-view.ts'
import type { Context } from './context.ts'
import { isOpenDraft } from './draft-on-timeline.ts'
import { gate } from './gate.ts'
import { done, type Result, refused } from './refusal.ts'
import { save } from './save.ts'

export interface DraftLifeInput {
  readonly districtId: DistrictId
  readonly draftId: string
}

/**
 * Puts a draft away: it is no longer listed, edited, read by doctors or published, and can be brought back. Refused while a
 * build of it is under way, and for one that is published.
 */
export async function discardDraft(
  ctx: Context,
  { districtId, draftId }: DraftLifeInput,
): Promise<Result<{ readonly name: string }>> {
  const isRefused = gate(ctx, 'edit-drafts', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const [draft, build] = await Promise.all([
    findDraftHead(ctx.db, districtId, draftId),
    findLatestBuild(ctx.db, districtId, draftId),
  ])
  if (!draft) return refused({ kind: 'not-found' })
  if (!isOpenDraft(draft)) return refused({ kind: 'draft-closed' })
  if (build && isUnderWay(build)) return refused({ kind: 'build-running' })
  const change = { districtId, action: 'discard-draft', subjectKind: 'draft', subjectId: draftId }
  const said = { before: { status: draft.status }, after: { status: 'discarded' } }
  const failed = await save(
    ctx,
    { ...change, ...said },
    moveWrites(districtId, draftId, draft.status, 'discarded'),
  )
  return failed ?? done({ name: draft.name })
}

/** Takes a draft out again that was put away, with all that stood in it. Doctors read it only once it is sent out anew. */
export async function bringBackDraft(
  ctx: Context,
  { districtId, draftId }: DraftLifeInput,
): Promise<Result<{ readonly name: string }>> {
  const isRefused = gate(ctx, 'edit-drafts', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const draft = await findDraftHead(ctx.db, districtId, draftId)
  if (!draft) return refused({ kind: 'not-found' })
  if (draft.status !== 'discarded') return refused({ kind: 'draft-closed' })
  const change = { districtId, action: 'bring-back-draft', subjectKind: 'draft', subjectId: draftId }
  const said = { before: { status: draft.status }, after: { status: 'draft' } }
  const failed = await save(
    ctx,
    { ...change, ...said },
    moveWrites(districtId, draftId, 'discarded', 'draft'),
  )
  return failed ?? done({ name: draft.name })
}
