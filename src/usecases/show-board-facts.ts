import { type BoardFactsJson, toFactsJson } from '../core/plans/board-facts.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { readDraft } from './read-source.ts'
import { done, type Result, refused } from './refusal.ts'
import { actorId } from './save.ts'

export interface ShowBoardFactsInput {
  readonly districtId: DistrictId
  readonly draftId: string
}

/**
 * What a browser needs to judge the whole of a draft by the same rules, for those who may edit it: no contact data, no reason
 * for an absence or exemption, and of dates of birth only those that decide when a GP agreement ends.
 */
export async function showBoardFacts(
  ctx: Context,
  { districtId, draftId }: ShowBoardFactsInput,
): Promise<Result<BoardFactsJson>> {
  const isRefused = gate(ctx, 'edit-drafts', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const reading = await readDraft(ctx, districtId, draftId)
  if (!reading) return refused({ kind: 'not-found' })
  const { draft, revision, rota, cells } = reading
  const { edits, status, lineIds } = draft
  return done(toFactsJson({ accountId: actorId(ctx), edits, status, revision, lineIds, rota, cells }))
}
