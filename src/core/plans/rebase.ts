import { type Assignment, type CellKey, type CellRef, cellKey, type Slice } from '../rota/assignment.ts'
import type { Baseline, CellContent, DraftCell } from '../rota/draft.ts'
import type { Need } from '../rota/need.ts'
import { placesOf, sliceOf } from '../rota/rota.ts'
import { intersection } from '../time/interval.ts'
import { isSameSlices } from './edit.ts'
import { contentOf, type DraftCells, type Needs, type WantedContent } from './intent.ts'

export interface RebaseInput {
  /** As the draft stores them. */
  readonly stored: readonly DraftCell[]
  /** The current assignments of the draft's needs. */
  readonly timeline: readonly Assignment[]
  /** The needs as published. */
  readonly published: Needs
  /** The needs as the draft is to fill them. */
  readonly needs: readonly Need[]
}

/** A place that the draft and the timeline have both changed since the draft took the timeline into account. */
export interface Clash extends CellRef {
  readonly draft: readonly Slice[]
  readonly timeline: readonly Slice[]
  /** What the draft took into account. */
  readonly base: readonly Slice[]
}

export interface Rebased {
  readonly cells: DraftCells
  readonly clashes: readonly Clash[]
}

/**
 * A draft over the timeline as it is now. A place the draft left alone follows the timeline; one it edited, built or locked
 * keeps what the draft put there, and clashes when the timeline has changed it too, to something else.
 */
export function rebase({ stored, timeline, published, needs }: RebaseInput): Rebased {
  const drafted = new Map(stored.map((cell) => [cellKey(cell), cell]))
  const held = Map.groupBy(timeline, cellKey)
  const byId = new Map(needs.map((need) => [need.id, need]))
  const cells = new Map<CellKey, DraftCell>()
  const clashes: Clash[] = []
  for (const place of placesOf(needs)) {
    const key = cellKey(place)
    const need = byId.get(place.needId) as Need
    const fitted = (slices: readonly Slice[]) => fitSlices(slices, published.get(need.id), need)
    const now = baselineOf(held.get(key) ?? [], fitted)
    const cell = drafted.get(key)
    if (!cell && now.slices.length === 0) continue
    const own = cell && { ...cell, slices: fitted(cell.slices) }
    const base = fitted(cell?.base?.slices ?? [])
    const isKept = own !== undefined && isDrafts(own, base, now)
    cells.set(key, own && isKept ? own : following(place, own, now))
    const isClash = isKept && !isSameSlices(base, now.slices) && !isSameHolders(own.slices, now.slices)
    if (isClash) clashes.push({ ...place, draft: own.slices, timeline: now.slices, base })
  }
  return { cells, clashes }
}

/** What settles clashes for the draft or for the timeline; either way the draft has then taken the timeline into account. */
export function settled(
  cells: DraftCells,
  clashes: readonly Clash[],
  choice: 'keep' | 'take',
): WantedContent[] {
  return clashes.map(({ needId, seat, timeline }) => {
    const own = contentOf(cells, { needId, seat })
    const base = { slices: timeline, note: own.base?.note ?? '' }
    const after: CellContent =
      choice === 'keep' ? { ...own, base } : { ...own, slices: timeline, locked: false, base }
    return { needId, seat, after }
  })
}

/** Slices that filled the whole of a need as it was published fill the need as it is now; the others are cut to it. */
export function fitSlices(slices: readonly Slice[], published: Need | undefined, need: Need): Slice[] {
  return slices.flatMap((slice) => {
    const isWhole = slice.start === published?.start && slice.end === published.end
    const span = isWhole ? need : intersection(slice, need)
    return span ? [{ ...slice, start: span.start, end: span.end }] : []
  })
}

/** Whether the draft has put something of its own there; the same holders on the timeline make it the timeline's. */
function isDrafts(own: DraftCell, base: readonly Slice[], now: Baseline): boolean {
  if (isSameSlices(own.slices, base)) return own.locked && !isSameHolders(own.slices, now.slices)
  return isSameSlices(base, now.slices) || !isSameHolders(own.slices, now.slices)
}

function following(place: CellRef, own: DraftCell | undefined, now: Baseline): DraftCell {
  const isNoted = own !== undefined && own.note !== (own.base?.note ?? '')
  const note = isNoted ? own.note : now.note
  const base = isNoted ? { ...now, note: own.base?.note ?? '' } : now
  return { ...place, slices: now.slices, locked: own?.locked ?? false, note, base, edit: own?.edit ?? 0 }
}

function baselineOf(
  rows: readonly Assignment[],
  fitted: (slices: readonly Slice[]) => readonly Slice[],
): Baseline {
  const slices = rows.map(sliceOf).sort((a, b) => a.start - b.start)
  return { slices: fitted(slices), note: rows[0]?.note ?? '' }
}

function isSameHolders(a: readonly Slice[], b: readonly Slice[]): boolean {
  const anyOrigin = (slices: readonly Slice[]) =>
    slices.map((slice) => ({ ...slice, origin: 'share' as const }))
  return isSameSlices(anyOrigin(a), anyOrigin(b))
}
