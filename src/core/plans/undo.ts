import type { CellRef } from '../rota/assignment.ts'
import type { CellChange, CellContent, DraftEdit } from '../rota/draft.ts'
import { applyChanges, type EditPlan, isSameBase, isSameOwn } from './edit.ts'
import { contentOf, type DraftCells } from './intent.ts'

export interface ReversalInput {
  readonly kind: 'undo' | 'redo'
  /** What `stepToUndo` or `stepToRedo` found. */
  readonly target: DraftEdit | undefined
  readonly cells: DraftCells
  readonly number: number
  readonly by: string
  readonly at: string
}

export type ReversalRefusal =
  | { readonly kind: 'nothing-to-undo' | 'nothing-to-redo' }
  | ({ readonly kind: 'cell-changed' } & CellRef)

/**
 * Takes back a step as a new step. Refused when one of its places no longer holds what the step put there: what somebody
 * has done since stays. A base that a publication has moved since stays too, and refuses nothing.
 */
export function planReversal(input: ReversalInput): EditPlan<ReversalRefusal> {
  const { kind, target, number, by, at } = input
  if (!target) return { kind: 'refused', refusal: { kind: `nothing-to-${kind}` } }
  const moved = target.changes.find((change) => isOvertaken(contentOf(input.cells, change), change))
  if (moved)
    return { kind: 'refused', refusal: { kind: 'cell-changed', needId: moved.needId, seat: moved.seat } }
  const changes = target.changes.map((change) => reverse(contentOf(input.cells, change), change))
  const edit: DraftEdit = { number, kind, by, at, changes, undoes: target.number }
  return { kind: 'planned', edit, cells: applyChanges(changes, number) }
}

type Head = Pick<DraftEdit, 'number' | 'kind' | 'by' | 'undoes'>

/** One's own latest step that stands: neither an undo nor taken back. A redo is a step like any other. */
export function stepToUndo<H extends Head>(edits: readonly H[], by: string): H | undefined {
  return latest(standing(edits, by).filter((edit) => edit.kind !== 'undo'))
}

/** One's own latest undo that stands; none once one has done something new since. */
export function stepToRedo<H extends Head>(edits: readonly H[], by: string): H | undefined {
  const undo = latest(standing(edits, by).filter((edit) => edit.kind === 'undo'))
  const isNew = (edit: H) => edit.by === by && edit.kind !== 'undo' && edit.kind !== 'redo'
  return edits.some((edit) => isNew(edit) && edit.number > (undo?.number ?? 0)) ? undefined : undo
}

function standing<H extends Head>(edits: readonly H[], by: string): H[] {
  const reversed = new Set(edits.map((edit) => edit.undoes))
  return edits.filter((edit) => edit.by === by && !reversed.has(edit.number))
}

function latest<H extends Head>(edits: readonly H[]): H | undefined {
  return edits.reduce<H | undefined>(
    (found, edit) => (found === undefined || edit.number > found.number ? edit : found),
    undefined,
  )
}

/** Of a step that did nothing but settle what the timeline says, the base is what it put there. */
function isOvertaken(now: CellContent, { before, after }: CellChange): boolean {
  return !isSameOwn(now, after) || (isSameOwn(before, after) && !isSameBase(now, after))
}

function reverse(now: CellContent, { needId, seat, before, after }: CellChange): CellChange {
  const { base: _, ...own } = before
  const { base } = isSameBase(now, after) ? before : now
  return { needId, seat, before: now, after: base ? { ...own, base } : own }
}
