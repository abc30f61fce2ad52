import type { DistrictId } from '../core/rota/person.ts'
import { findReversible, listRecentSteps, type NamedStep } from '../data/step-store.ts'
import type { Context } from './context.ts'
import { actorId } from './save.ts'

export interface StepsOfDraft {
  /** Latest first, at most 20. */
  readonly edits: readonly NamedStep[]
  /** What one's own undo and redo would take back and bring back. */
  readonly undo: NamedStep | null
  readonly redo: NamedStep | null
}

/** What has been done in a draft, as one person sees it. */
export async function readSteps(
  ctx: Pick<Context, 'db' | 'actor'>,
  districtId: DistrictId,
  draftId: string,
): Promise<StepsOfDraft> {
  const [edits, reversible] = await Promise.all([
    listRecentSteps(ctx.db, districtId, draftId),
    findReversible(ctx.db, districtId, draftId, actorId(ctx)),
  ])
  return { edits, ...reversible }
}
