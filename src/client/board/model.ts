import type { BoardFacts } from '../../core/plans/board-facts.ts'
import { type EditPlan, isSameContent, planEdit } from '../../core/plans/edit.ts'
import { contentOf, type DraftCells, type Needs } from '../../core/plans/intent.ts'
import { type Step, wantedBy } from '../../core/plans/step.ts'
import { type CellKey, cellKey } from '../../core/rota/assignment.ts'
import { type DraftCell, EMPTY_CONTENT } from '../../core/rota/draft.ts'

export type { BoardFacts } from '../../core/plans/board-facts.ts'

/** A step that stands on the page and is not yet known to be stored. */
export interface Pending {
  /** Makes a repeated sending have one effect. */
  readonly key: string
  readonly step: Step
  /** The edit last seen in each place when the step was made, by `cellKey`. */
  readonly seen: Readonly<Record<CellKey, number>>
}

/**
 * A draft in the browser: what is stored, and on top of it what is done and not yet stored. Everything that is painted or
 * judged reads `cells`.
 */
export interface BoardModel {
  readonly facts: BoardFacts
  readonly needs: Needs
  /** What stands now, with what is not yet stored. */
  readonly cells: DraftCells
  /** Number of the latest stored edit known here. */
  readonly edits: number
  readonly pending: readonly Pending[]
  /** Plans a step over what stands; what is planned stands at once and waits to be stored. */
  apply(step: Step, key: string): EditPlan
  /** What the server says stands, by others or by undo and redo. */
  adopt(cells: readonly DraftCell[], edits: number): void
  /** The same of a step that waited and is stored: those behind it were done over what it left, and have seen that. */
  settle(key: string, cells: readonly DraftCell[], edits: number): void
  /** The same of a step that waited and is not to be stored: what it did is gone from the page. */
  drop(key: string, cells: readonly DraftCell[]): void
  /** Steps that were left waiting when the page was last closed, as they were. */
  restore(left: readonly Pending[]): void
  /** Called after each change with the places whose content has changed. */
  onChange(listener: (changed: readonly DraftCell[]) => void): void
}

export function boardModel(facts: BoardFacts): BoardModel {
  const needs: Needs = new Map(facts.rota.needs.map((need) => [need.id, need]))
  const listeners: ((changed: readonly DraftCell[]) => void)[] = []
  let stored: DraftCells = facts.cells
  let edits = facts.edits
  let pending: readonly Pending[] = []
  let cells: DraftCells = stored

  const tell = (changed: readonly DraftCell[]) => {
    if (changed.length > 0) for (const listener of listeners) listener(changed)
  }
  const plan = (step: Step): EditPlan =>
    planEdit({
      kind: step.kind,
      wanted: wantedBy(step, cells, needs),
      cells,
      needs,
      seen: new Map(),
      number: edits + 1,
      by: facts.accountId,
      at: '',
    })

  /** Lays what waits anew over what is stored. */
  const lay = (fresh: readonly DraftCell[], upTo: number, waiting: readonly Pending[]) => {
    const before = cells
    stored = withCells(
      stored,
      fresh.filter((cell) => cell.edit >= (stored.get(cellKey(cell))?.edit ?? 0)),
    )
    edits = Math.max(edits, upTo)
    pending = waiting
    cells = stored
    for (const { step } of pending) {
      const planned = plan(step)
      if (planned.kind === 'planned') cells = withCells(cells, keepingEdit(cells, planned.cells))
    }
    tell(changedCells(before, cells))
  }

  return {
    facts,
    needs,
    get cells() {
      return cells
    },
    get edits() {
      return edits
    },
    get pending() {
      return pending
    },
    apply(step, key) {
      const planned = plan(step)
      if (planned.kind === 'refused') return planned
      const seen = Object.fromEntries(
        planned.edit.changes.map((cell) => [cellKey(cell), cells.get(cellKey(cell))?.edit ?? 0]),
      )
      pending = [...pending, { key, step, seen }]
      cells = withCells(cells, keepingEdit(cells, planned.cells))
      tell(planned.cells)
      return planned
    },
    adopt(fresh, upTo) {
      lay(fresh, upTo, pending)
    },
    settle(key, fresh, upTo) {
      const later = pending.filter((waiting) => waiting.key !== key)
      lay(
        fresh,
        upTo,
        later.map((waiting) => ({ ...waiting, seen: withSeen(waiting.seen, fresh) })),
      )
    },
    drop(key, fresh) {
      lay(
        fresh,
        edits,
        pending.filter((waiting) => waiting.key !== key),
      )
    },
    restore(left) {
      const known = new Set(pending.map((waiting) => waiting.key))
      lay([], edits, [...left.filter(({ key }) => !known.has(key)), ...pending])
    },
    onChange(listener) {
      listeners.push(listener)
    },
  }
}

function withCells(cells: DraftCells, changed: readonly DraftCell[]): DraftCells {
  const next = new Map(cells)
  for (const cell of changed) next.set(cellKey(cell), cell)
  return next
}

function withSeen(seen: Pending['seen'], fresh: readonly DraftCell[]): Pending['seen'] {
  const own = fresh.map((cell) => [cellKey(cell), cell.edit] as const).filter(([key]) => key in seen)
  return { ...seen, ...Object.fromEntries(own) }
}

/** A step that is not stored yet has no number: the place keeps the number it was last seen with. */
function keepingEdit(cells: DraftCells, changed: readonly DraftCell[]): DraftCell[] {
  return changed.map((cell) => ({ ...cell, edit: cells.get(cellKey(cell))?.edit ?? 0 }))
}

function changedCells(before: DraftCells, after: DraftCells): DraftCell[] {
  const keys = new Set([...before.keys(), ...after.keys()])
  return [...keys].flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)]
    const place = is ?? was
    if (was === is || !place || isSameContent(contentOf(before, place), contentOf(after, place))) return []
    // A place that was never stored is empty again once a step on it is refused.
    return [is ?? { needId: place.needId, seat: place.seat, ...EMPTY_CONTENT, edit: 0 }]
  })
}
