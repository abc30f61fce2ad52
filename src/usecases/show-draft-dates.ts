import type { Draft } from '../core/rota/draft.ts'
import type { DistrictId } from '../core/rota/person.ts'
import { findDraftHead } from '../data/draft-life-store.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { done, type Result, refused } from './refusal.ts'

export interface ShowDraftDatesInput {
  readonly districtId: DistrictId
  readonly draftId: string
}

/** From when to when a draft plans. */
export async function showDraftDates(
  ctx: Context,
  { districtId, draftId }: ShowDraftDatesInput,
): Promise<Result<Pick<Draft, 'from' | 'to'>>> {
  const isRefused = gate(ctx, 'read-drafts', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const draft = await findDraftHead(ctx.db, districtId, draftId)
  return draft ? done({ from: draft.from, to: draft.to }) : refused({ kind: 'not-found' })
}
