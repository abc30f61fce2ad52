import { applyChanges } from '../core/plans/edit.ts'
import { type CellKey, type CellRef, cellKey } from '../core/rota/assignment.ts'
import { type DraftCell, type DraftEdit, EMPTY_CONTENT } from '../core/rota/draft.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { AuditHead } from '../data/audit-store.ts'
import { editWrites, type Sending } from '../data/draft-store.ts'
import {
  findEditor,
  findSentEdit,
  latestStepQuery,
  listPersonNames,
  type NamedStep,
  type SentEdit,
  toNamedStep,
} from '../data/step-store.ts'
import { accountNames } from './account-names.ts'
import type { Context } from './context.ts'
import { type PlacesOfDraft, readPlaces } from './places-of-draft.ts'
import { done, type Refused, type Result, refused } from './refusal.ts'
import { actorId, type Change, saveAndRead } from './save.ts'

/** A step as it is stored, and the cells it left behind. */
export interface StoredStep {
  readonly edit: DraftEdit
  readonly cells: readonly DraftCell[]
  /** Called by what was first done: an undo by the step that it takes back. */
  readonly named: NamedStep
}

export interface StepOfDraft {
  readonly districtId: DistrictId
  readonly draftId: string
  readonly edit: DraftEdit
  /** The places as they were read. */
  readonly places: Pick<PlacesOfDraft, 'cells' | 'draft'>
  readonly sending: Sending | null
  readonly log: AuditHead
}

/**
 * Stores a planned step with its log row in one batch. Refused as `cell-changed`, with who was first, when one of its places
 * was changed after it was read; a sending that another request has just stored gets that one's answer.
 */
export async function storeStep(
  ctx: Context,
  step: StepOfDraft,
  said: Pick<Change, 'action' | 'after'>,
): Promise<Result<StoredStep>> {
  const { districtId, draftId, edit, places, sending, log } = step
  const read = new Map(edit.changes.map((cell) => [cellKey(cell), editOf(places, cell)]))
  const saved = await saveAndRead(
    ctx,
    { districtId, subjectKind: 'draft', subjectId: draftId, ...said },
    editWrites(districtId, draftId, edit, read, sending, places.draft.baseRevision),
    latestStepQuery(districtId, draftId),
    log,
  )
  if (saved.kind === 'refused') return explained(ctx, step, read, saved)
  const [row] = saved.value
  if (!row) throw new Error(`draft ${draftId} of ${districtId} stored an edit and has none`)
  return done(asStored({ ...edit, number: row.number }, toNamedStep(row)))
}

/** The answer to a step that is stored already under this key; refused as `key-reused` when something else was asked with it. */
export function answerAgain({ edit, named, asked }: SentEdit, sending: Sending): Result<StoredStep> {
  return asked === sending.asked ? done(asStored(edit, named)) : refused({ kind: 'key-reused' })
}

/** Refused as `cell-changed`, told with who changed the place after edit `seen`, and what it holds now. */
export async function conflictAt(
  ctx: Context,
  { districtId, draftId }: Pick<StepOfDraft, 'districtId' | 'draftId'>,
  places: Pick<PlacesOfDraft, 'cells'>,
  cell: CellRef,
  seen: number,
): Promise<Refused> {
  const now = places.cells.get(cellKey(cell)) ?? { ...toRef(cell), ...EMPTY_CONTENT, edit: 0 }
  const isEdited = now.edit !== seen && now.edit > 0
  const [editor, persons] = await Promise.all([
    isEdited ? findEditor(ctx.db, districtId, draftId, now.edit) : undefined,
    listPersonNames(ctx.db, districtId),
  ])
  const names = editor ? await accountNames(ctx, { persons }, [editor.by], true) : {}
  return refused({
    kind: 'cell-changed',
    cell: cellKey(cell),
    by: (editor && names[editor.by]) ?? null,
    isOwn: editor?.by === actorId(ctx),
    at: editor?.at ?? null,
    now,
  })
}

async function explained(
  ctx: Context,
  step: StepOfDraft,
  read: ReadonlyMap<CellKey, number>,
  failed: Refused,
): Promise<Result<StoredStep>> {
  const { districtId, draftId, edit, sending } = step
  if (failed.refusal.kind === 'duplicate' && sending) {
    const sent = await findSentEdit(ctx.db, districtId, draftId, edit.by, sending.key)
    if (sent) return answerAgain(sent, sending)
  }
  if (failed.refusal.kind !== 'cell-changed') return failed
  const places = await readPlaces(ctx, districtId, draftId, edit.changes)
  if (!places) return refused({ kind: 'not-found' })
  const moved = edit.changes.find((cell) => editOf(places, cell) !== read.get(cellKey(cell)))
  return moved ? conflictAt(ctx, step, places, moved, read.get(cellKey(moved)) ?? 0) : failed
}

function asStored(edit: DraftEdit, named: NamedStep): StoredStep {
  return { edit, cells: applyChanges(edit.changes, edit.number), named }
}

function editOf({ cells }: Pick<PlacesOfDraft, 'cells'>, cell: CellRef): number {
  return cells.get(cellKey(cell))?.edit ?? 0
}

function toRef({ needId, seat }: CellRef): CellRef {
  return { needId, seat }
}
