import type { CellRef } from '../rota/assignment.ts'
import type { CellChange, DraftEdit } from '../rota/draft.ts'
import { applyChanges, type EditPlan, isSameContent } from './edit.ts'
import { contentOf, type DraftCells } from './intent.ts'

export interface UndoInput {
  /** Every edit of the draft, in any order. */
  readonly edits: readonly DraftEdit[]
  readonly cells: DraftCells
  readonly number: number
  readonly by: string
  readonly at: string
}

export type UndoRefusal = { readonly kind: 'nothing-to-undo' } | ({ readonly kind: 'cell-changed' } & CellRef)

/**
 * Takes back one's own latest edit that is not taken back yet, as a new step. Refused when one of its places no longer
 * holds what the edit put there. An undo is not itself undone.
 */
export function planUndo(input: UndoInput): EditPlan<UndoRefusal> {
  const target = latestOwn(input.edits, input.by)
  if (!target) return { kind: 'refused', refusal: { kind: 'nothing-to-undo' } }
  const moved = target.changes.find((change) => !isSameContent(contentOf(input.cells, change), change.after))
  if (moved)
    return { kind: 'refused', refusal: { kind: 'cell-changed', needId: moved.needId, seat: moved.seat } }
  const changes = target.changes.map(reverse)
  const { number, by, at } = input
  const edit: DraftEdit = { number, kind: 'undo', by, at, changes, undoes: target.number }
  return { kind: 'planned', edit, cells: applyChanges(changes, number) }
}

function latestOwn(edits: readonly DraftEdit[], by: string): DraftEdit | undefined {
  const undone = new Set(edits.map((edit) => edit.undoes))
  return edits
    .filter((edit) => edit.by === by && edit.kind !== 'undo' && !undone.has(edit.number))
    .reduce<DraftEdit | undefined>(
      (latest, edit) => (latest === undefined || edit.number > latest.number ? edit : latest),
      undefined,
    )
}

function reverse({ needId, seat, before, after }: CellChange): CellChange {
  return { needId, seat, before: after, after: before }
}
