import { type Assignment, type CellRef, cellKey } from '../rota/assignment.ts'
import type { Need } from '../rota/need.ts'
import { placesOf, sliceOf } from '../rota/rota.ts'
import type { Minute } from '../time/minute.ts'
import { contentOf, type DraftCells, type WantedContent } from './intent.ts'
import { fitSlices } from './rebase.ts'

interface RestorationInput {
  /** As the draft is to fill them. */
  readonly needs: readonly Need[]
  /** What the draft holds: the timeline as it is. */
  readonly cells: DraftCells
  /** The rota that is fetched back. */
  readonly formerNeeds: readonly Need[]
  readonly former: readonly Assignment[]
  readonly now: Minute
}

export interface Restoration {
  readonly wanted: readonly WantedContent[]
  /** Places that were held then and that nobody is asked for now: nothing to fetch them back to. */
  readonly lost: readonly CellRef[]
}

/**
 * What a draft is to hold to become the rota as it was: each duty that has not begun gets the holders it had, the times
 * fitted to what is asked for now; one that was not there then stands open. What has begun stays as it is.
 */
export function planRestoration({ needs, cells, formerNeeds, former, now }: RestorationInput): Restoration {
  const held = Map.groupBy(former, cellKey)
  const old = new Map(formerNeeds.map((need) => [need.id, need]))
  const coming = needs.filter((need) => need.start > now)
  const wanted = coming.flatMap((need) =>
    placesOf([need]).map((place) => {
      const rows = held.get(cellKey(place)) ?? []
      const slices = rows.map(sliceOf).sort((a, b) => a.start - b.start)
      const own = contentOf(cells, place)
      return {
        ...place,
        after: { ...own, slices: fitSlices(slices, old.get(need.id), need), note: rows[0]?.note ?? '' },
      }
    }),
  )
  const asked = new Set(placesOf(needs).map(cellKey))
  const lost = placesOf(formerNeeds.filter((need) => need.start > now)).filter(
    (place) => !asked.has(cellKey(place)) && held.has(cellKey(place)),
  )
  return { wanted, lost }
}
