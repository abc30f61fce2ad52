import { planUndo } from '../core/plans/undo.ts'
import { cellKey } from '../core/rota/assignment.ts'
import type { DraftEdit } from '../core/rota/draft.ts'
import type { DistrictId } from '../core/rota/person.ts'
import { toUtcText } from '../core/time/minute.ts'
import { editWrites, listEditHeads, listEdits } from '../data/draft-store.ts'
import type { Context } from './context.ts'
import { readDraftOnTimeline } from './draft-on-timeline.ts'
import { gate } from './gate.ts'
import { done, type Result, refused } from './refusal.ts'
import { actorId, save } from './save.ts'

export interface UndoEditInput {
  readonly districtId: DistrictId
  readonly draftId: string
}

/** How far back one's own steps are looked for. */
const MOST_STEPS = 500

/** Takes back one's own latest edit; refused when a place in it has changed since. */
export async function undoEdit(
  ctx: Context,
  { districtId, draftId }: UndoEditInput,
): Promise<Result<{ readonly edit: DraftEdit }>> {
  const isRefused = gate(ctx, 'edit-drafts', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const by = actorId(ctx)
  const [found, edits] = await Promise.all([
    readDraftOnTimeline(ctx, districtId, draftId),
    editsBackTo(ctx, districtId, draftId, by),
  ])
  if (!found) return refused({ kind: 'not-found' })
  const { cells } = found
  const number = found.draft.edits + 1
  const planned = planUndo({ edits, cells, number, by, at: toUtcText(ctx.now) })
  if (planned.kind === 'refused') return refused(planned.refusal)
  const { edit } = planned
  const read = new Map(edit.changes.map((cell) => [cellKey(cell), cells.get(cellKey(cell))?.edit ?? 0]))
  const record = { districtId, action: 'undo-edit', subjectKind: 'draft', subjectId: draftId }
  const writes = editWrites(districtId, draftId, edit, read)
  const failed = await save(ctx, { ...record, after: { undoes: edit.undoes } }, writes)
  return failed ?? done({ edit })
}

/** The steps down to one's own latest that is not taken back, with their changes. */
async function editsBackTo(
  ctx: Context,
  districtId: DistrictId,
  draftId: string,
  by: string,
): Promise<DraftEdit[]> {
  const heads = await listEditHeads(ctx.db, districtId, draftId, MOST_STEPS)
  const undone = new Set(heads.map((head) => head.undoes))
  const own = heads.findIndex((head) => head.by === by && head.kind !== 'undo' && !undone.has(head.number))
  return own === -1 ? [] : listEdits(ctx.db, districtId, draftId, own + 1)
}
