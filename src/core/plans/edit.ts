import { type CellRef, cellKey, type Slice, type SliceFault, sliceFault } from '../rota/assignment.ts'
import type { CellChange, CellContent, DraftCell, DraftEdit } from '../rota/draft.ts'
import { contentOf, type DraftCells, loadNeed, type Needs, type WantedContent } from './intent.ts'
import type { StepKind } from './step.ts'

export interface EditInput {
  readonly kind: StepKind
  readonly wanted: readonly WantedContent[]
  readonly cells: DraftCells
  readonly needs: Needs
  /** The number of the edit the person last saw in each place (0 = never edited), by `cellKey`; a missing one is not checked. */
  readonly seen: ReadonlyMap<string, number>
  /** Of the new edit: one more than the draft's last. */
  readonly number: number
  readonly by: string
  readonly at: string
}

export type EditRefusal =
  | ({ readonly kind: 'cell-changed'; readonly edit: number } & CellRef)
  | ({ readonly kind: 'invalid-slices'; readonly fault: SliceFault } & CellRef)
  | ({ readonly kind: 'locked' } & CellRef)
  | { readonly kind: 'nothing-changed' }

export type EditPlan<Refusal = EditRefusal> =
  | { readonly kind: 'planned'; readonly edit: DraftEdit; readonly cells: readonly DraftCell[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/**
 * One step of a draft. Refused when a place was changed since it was seen, when slices do not fit their need, and when a
 * locked place is to get other holders: it is unlocked first. Rules are not asked: a draft may be in breach.
 */
export function planEdit(input: EditInput): EditPlan {
  const { cells } = input
  const changes = input.wanted
    .map(({ needId, seat, after }) => ({ needId, seat, before: contentOf(cells, { needId, seat }), after }))
    .filter((change) => !isSameContent(change.before, change.after))
  const refusal = input.wanted
    .map((wanted) => staleness(input, wanted))
    .concat(changes.map((change) => fault(input, change)))
    .find((found) => found !== undefined)
  if (refusal) return { kind: 'refused', refusal }
  if (changes.length === 0) return { kind: 'refused', refusal: { kind: 'nothing-changed' } }
  const { number, kind, by, at } = input
  const edit: DraftEdit = { number, kind, by, at, changes, undoes: null }
  return { kind: 'planned', edit, cells: applyChanges(changes, number) }
}

/** The cells an edit leaves behind. */
export function applyChanges(changes: readonly CellChange[], number: number): DraftCell[] {
  return changes.map(({ needId, seat, after }) => ({ needId, seat, ...after, edit: number }))
}

export function isSameContent(a: CellContent, b: CellContent): boolean {
  return isSameOwn(a, b) && isSameBase(a, b)
}

/** What the draft itself says: holders, lock and note. */
export function isSameOwn(a: CellContent, b: CellContent): boolean {
  return a.locked === b.locked && a.note === b.note && isSameSlices(a.slices, b.slices)
}

/** What the draft has taken into account of the timeline. */
export function isSameBase(a: CellContent, b: CellContent): boolean {
  return (
    (a.base?.note ?? '') === (b.base?.note ?? '') && isSameSlices(a.base?.slices ?? [], b.base?.slices ?? [])
  )
}

export function isSameSlices(a: readonly Slice[], b: readonly Slice[]): boolean {
  return a.length === b.length && a.every((slice, index) => isSameSlice(slice, b[index] as Slice))
}

export function isSameSlice(a: Slice, b: Slice): boolean {
  return (
    a.start === b.start &&
    a.end === b.end &&
    a.personId === b.personId &&
    a.positionId === b.positionId &&
    a.origin === b.origin &&
    a.shadowing === b.shadowing
  )
}

function staleness(input: EditInput, { needId, seat }: CellRef): EditRefusal | undefined {
  const key = cellKey({ needId, seat })
  const edit = input.cells.get(key)?.edit ?? 0
  const seen = input.seen.get(key)
  return seen === undefined || seen === edit ? undefined : { kind: 'cell-changed', needId, seat, edit }
}

function fault(input: EditInput, { needId, seat, before, after }: CellChange): EditRefusal | undefined {
  if (isSameSlices(before.slices, after.slices)) return undefined
  if (before.locked && after.locked) return { kind: 'locked', needId, seat }
  const wrong = sliceFault(loadNeed(input.needs, needId), after.slices)
  return wrong && { kind: 'invalid-slices', needId, seat, fault: wrong }
}
