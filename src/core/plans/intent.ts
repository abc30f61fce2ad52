import { type CellKey, type CellRef, cellKey, type Slice } from '../rota/assignment.ts'
import { type CellContent, type DraftCell, EMPTY_CONTENT } from '../rota/draft.ts'
import type { Need, NeedId } from '../rota/need.ts'
import type { PersonId } from '../rota/person.ts'
import { wholeSlice } from '../rota/rota.ts'

/** What somebody wants done to one place of a draft. */
export type Intent =
  | { readonly kind: 'assign'; readonly cell: CellRef; readonly personId: PersonId }
  | { readonly kind: 'slice'; readonly cell: CellRef; readonly slices: readonly Slice[] }
  /** Trades the holders of two places: whole duties go to whole duties, parts keep their times. */
  | { readonly kind: 'move'; readonly cell: CellRef; readonly to: CellRef }
  | { readonly kind: 'clear'; readonly cell: CellRef }
  | { readonly kind: 'lock'; readonly cell: CellRef }
  | { readonly kind: 'unlock'; readonly cell: CellRef }
  | { readonly kind: 'note'; readonly cell: CellRef; readonly note: string }

/** What one place is to hold after an edit. */
export interface WantedContent extends CellRef {
  readonly after: CellContent
}

export type DraftCells = ReadonlyMap<CellKey, DraftCell>
export type Needs = ReadonlyMap<NeedId, Need>

/** The places an intent changes and what each is to hold. @throws for a need that is not among `needs`. */
export function toWanted(intent: Intent, cells: DraftCells, needs: Needs): WantedContent[] {
  const { cell } = intent
  const now = contentOf(cells, cell)
  if (intent.kind === 'move') return tradeHolders(cell, intent.to, cells, needs)
  return [{ needId: cell.needId, seat: cell.seat, after: { ...now, ...changed(intent, needs) } }]
}

/** What a place holds; empty when nothing was ever put there. */
export function contentOf(cells: DraftCells, cell: CellRef): CellContent {
  const { slices, locked, note, base } = cells.get(cellKey(cell)) ?? EMPTY_CONTENT
  return { slices, locked, note, ...(base ? { base } : {}) }
}

function changed(intent: Exclude<Intent, { kind: 'move' }>, needs: Needs): Partial<CellContent> {
  switch (intent.kind) {
    case 'assign':
      return { slices: [wholeSlice(loadNeed(needs, intent.cell.needId), intent.personId)] }
    case 'slice':
      return { slices: [...intent.slices].sort((a, b) => a.start - b.start) }
    case 'clear':
      return { slices: [] }
    case 'lock':
      return { locked: true }
    case 'unlock':
      return { locked: false }
    case 'note':
      return { note: intent.note }
  }
}

function tradeHolders(a: CellRef, b: CellRef, cells: DraftCells, needs: Needs): WantedContent[] {
  const needA = loadNeed(needs, a.needId)
  const needB = loadNeed(needs, b.needId)
  const atA = contentOf(cells, a)
  const atB = contentOf(cells, b)
  const wanted: WantedContent[] = [
    { needId: a.needId, seat: a.seat, after: { ...atA, slices: refit(atB.slices, needB, needA) } },
    { needId: b.needId, seat: b.seat, after: { ...atB, slices: refit(atA.slices, needA, needB) } },
  ]
  return cellKey(a) === cellKey(b) ? [] : wanted
}

/** Slices that filled the whole of their need fill the whole of the other; parts keep their times, and may then not fit. */
function refit(slices: readonly Slice[], from: Need, to: Need): Slice[] {
  return slices.map((slice) =>
    slice.start === from.start && slice.end === from.end ? { ...slice, start: to.start, end: to.end } : slice,
  )
}

export function loadNeed(needs: Needs, needId: NeedId): Need {
  const need = needs.get(needId)
  if (!need) throw new Error(`no need ${needId} in this plan`)
  return need
}
