import { planEdit } from '../core/plans/edit.ts'
import { settled } from '../core/plans/rebase.ts'
import { type CellKey, cellKey } from '../core/rota/assignment.ts'
import type { DraftEdit } from '../core/rota/draft.ts'
import type { DistrictId } from '../core/rota/person.ts'
import { toUtcText } from '../core/time/minute.ts'
import { editWrites } from '../data/draft-store.ts'
import type { Context } from './context.ts'
import { readDraftOnTimeline } from './draft-on-timeline.ts'
import { gate } from './gate.ts'
import { done, type Result, refused } from './refusal.ts'
import { actorId, save } from './save.ts'

export interface SettleClashesInput {
  readonly districtId: DistrictId
  readonly draftId: string
  /** `keep` what the draft has, or `take` what is published. */
  readonly choice: 'keep' | 'take'
  /** Which places; null = every clash. */
  readonly cells: readonly CellKey[] | null
  /** Of the timeline as the clashes were shown; another one since is refused. */
  readonly expectedRevision: number
}

/** Settles clashes between a draft and the timeline as one step, which can be taken back. */
export async function settleClashes(
  ctx: Context,
  { districtId, draftId, choice, cells: chosen, expectedRevision }: SettleClashesInput,
): Promise<Result<{ readonly edit: DraftEdit }>> {
  const isRefused = gate(ctx, 'edit-drafts', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const reading = await readDraftOnTimeline(ctx, districtId, draftId)
  if (!reading) return refused({ kind: 'not-found' })
  const { draft, cells, needs, timeline, clashes } = reading
  if (timeline.revision !== expectedRevision) return refused({ kind: 'stale-revision' })
  const own = clashes.filter((clash) => chosen === null || chosen.includes(cellKey(clash)))
  const planned = planEdit({
    kind: choice,
    wanted: settled(cells, own, choice),
    cells,
    needs: new Map(needs.map((need) => [need.id, need])),
    seen: new Map(),
    number: draft.edits + 1,
    by: actorId(ctx),
    at: toUtcText(ctx.now),
  })
  if (planned.kind === 'refused') return refused(planned.refusal)
  const { edit } = planned
  const read = new Map(edit.changes.map((cell) => [cellKey(cell), cells.get(cellKey(cell))?.edit ?? 0]))
  const record = { districtId, action: 'settle-clashes', subjectKind: 'draft', subjectId: draftId }
  const after = { choice, cells: edit.changes.map(cellKey) }
  const failed = await save(ctx, { ...record, after }, editWrites(districtId, draftId, edit, read))
  return failed ?? done({ edit })
}
