import { type Assignment, type CellRef, cellKey, type Slice } from '../rota/assignment.ts'
import { isSameNeed, type Need } from '../rota/need.ts'
import { placesOf, sliceOf } from '../rota/rota.ts'
import { isSameSlices } from './edit.ts'
import type { DraftCells, Needs } from './intent.ts'

interface RemainderInput {
  /** Of the draft outside the part that is published. */
  readonly needs: readonly Need[]
  readonly cells: DraftCells
  /** The needs as they stand on the timeline, and what it holds. */
  readonly published: Needs
  readonly timeline: readonly Assignment[]
}

/** Places of a draft that the timeline does not hold as the draft does: what is left in it once the part is published. */
export function remainderOf({ needs, cells, published, timeline }: RemainderInput): CellRef[] {
  const held = Map.groupBy(timeline, cellKey)
  return needs.flatMap((need) => {
    const known = published.get(need.id)
    const isNew = known === undefined || !isSameNeed(known, need)
    return placesOf([need]).filter((place) => {
      const own = cells.get(cellKey(place))
      const rows = held.get(cellKey(place)) ?? []
      if (isNew) return true
      return (
        !isSameSlices(sorted(own?.slices ?? []), sorted(rows.map(sliceOf))) || isOtherNote(own?.note, rows)
      )
    })
  })
}

function isOtherNote(note: string | undefined, rows: readonly Assignment[]): boolean {
  return rows.some((row) => row.note !== (note ?? ''))
}

function sorted(slices: readonly Slice[]): Slice[] {
  return slices.toSorted((a, b) => a.start - b.start)
}
