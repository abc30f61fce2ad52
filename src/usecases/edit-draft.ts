import { planEdit } from '../core/plans/edit.ts'
import { type Intent, toWanted } from '../core/plans/intent.ts'
import { type CellRef, cellKey, type Slice } from '../core/rota/assignment.ts'
import type { District } from '../core/rota/district.ts'
import type { DraftEdit } from '../core/rota/draft.ts'
import type { Need } from '../core/rota/need.ts'
import type { DistrictId } from '../core/rota/person.ts'
import { toUtcText } from '../core/time/minute.ts'
import { editWrites } from '../data/draft-store.ts'
import type { Context } from './context.ts'
import { readDraftOnTimeline } from './draft-on-timeline.ts'
import { freeTextProblem } from './free-text.ts'
import { gate } from './gate.ts'
import { holderProblem } from './holder-problem.ts'
import { done, type FieldProblem, type Result, refused } from './refusal.ts'
import { actorId, save } from './save.ts'

/** Who is to hold a part: a person, or a position whose locum is still to be named. */
export type WantedSlice = Slice
export type DraftChange = Intent

export interface EditDraftInput {
  readonly districtId: DistrictId
  readonly draftId: string
  readonly change: DraftChange
  /**
   * The number of the edit that the page last showed for the changed place (0 = never edited); null = whatever stands
   * there. A place touched since is refused with `cell-changed`.
   */
  readonly seenEdit: number | null
}

const LONGEST_NOTE = 500

/** One step in a draft. */
export async function editDraft(
  ctx: Context,
  { districtId, draftId, change, seenEdit }: EditDraftInput,
): Promise<Result<{ readonly edit: DraftEdit }>> {
  const isRefused = gate(ctx, 'edit-drafts', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const reading = await readDraftOnTimeline(ctx, districtId, draftId)
  if (!reading) return refused({ kind: 'not-found' })
  const { district, draft, cells } = reading
  const needs = new Map(reading.needs.map((need) => [need.id, need]))
  const problem = changeProblem(district, change, needs)
  if (problem) return refused({ kind: 'invalid', problems: [problem] })
  const planned = planEdit({
    kind: change.kind,
    wanted: toWanted(change, cells, needs),
    cells,
    needs,
    seen: new Map(seenEdit === null ? [] : [[cellKey(change.cell), seenEdit]]),
    number: draft.edits + 1,
    by: actorId(ctx),
    at: toUtcText(ctx.now),
  })
  if (planned.kind === 'refused') return refused(planned.refusal)
  const { edit } = planned
  const read = new Map(edit.changes.map((cell) => [cellKey(cell), cells.get(cellKey(cell))?.edit ?? 0]))
  const record = { districtId, action: 'edit-draft', subjectKind: 'draft', subjectId: draftId }
  const failed = await save(
    ctx,
    { ...record, after: { kind: edit.kind, cells: edit.changes.map(cellKey) } },
    editWrites(districtId, draftId, edit, read),
  )
  return failed ?? done({ edit })
}

function changeProblem(
  district: District,
  change: DraftChange,
  needs: ReadonlyMap<string, Need>,
): FieldProblem | undefined {
  const places = change.kind === 'move' ? [change.cell, change.to] : [change.cell]
  const unknown = places.find((place) => !isPlace(place, needs))
  if (unknown) return { field: 'needId', code: 'unknown-duty', value: cellKey(unknown) }
  if (change.kind === 'note') return freeTextProblem('note', change.note, LONGEST_NOTE)
  if (change.kind === 'assign') return holderProblem(district, [{ ...change, positionId: null }])
  return change.kind === 'slice' ? holderProblem(district, change.slices) : undefined
}

function isPlace({ needId, seat }: CellRef, needs: ReadonlyMap<string, Need>): boolean {
  const need = needs.get(needId)
  return need !== undefined && Number.isInteger(seat) && seat >= 0 && seat < need.number
}
