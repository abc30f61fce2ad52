import type { Draft } from '../core/rota/draft.ts'
import type { Dates } from '../core/time/local-date.ts'
import { findLatestBuild } from '../data/build-store.ts'
import { listDayNotesAround } from '../data/day-note-store.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { readDraft } from './read-source.ts'
import { readSteps } from './recent-steps.ts'
import { done, type Result, refused } from './refusal.ts'
import { type BoardValue, boardOf } from './show-board.ts'
import { type DraftValue, draftOf, type ShowDraftInput } from './show-draft.ts'

export interface ShowDraftBoardInput extends ShowDraftInput {
  /** The days to show of the draft, once it is known. */
  readonly windowOf: (draft: Draft) => Dates
}

/** A draft in sum and some days of it on the board, from one reading. */
export async function showDraftBoard(
  ctx: Context,
  { districtId, draftId, windowOf }: ShowDraftBoardInput,
): Promise<Result<{ readonly draft: DraftValue; readonly board: BoardValue }>> {
  const isRefused = gate(ctx, 'read-drafts', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const [reading, steps, build, notes] = await Promise.all([
    readDraft(ctx, districtId, draftId),
    readSteps(ctx, districtId, draftId),
    findLatestBuild(ctx.db, districtId, draftId),
    listDayNotesAround(ctx.db, districtId, draftId),
  ])
  if (!reading) return refused({ kind: 'not-found' })
  const window = windowOf(reading.draft)
  return done({
    draft: draftOf(ctx, { reading, steps, build }),
    board: boardOf(ctx, { reading, edits: steps.edits, waivers: [], notes, window }),
  })
}
