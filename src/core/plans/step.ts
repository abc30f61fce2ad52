import { cellKey } from '../rota/assignment.ts'
import type { DraftCell, EditKind } from '../rota/draft.ts'
import { type DraftCells, type Intent, type Needs, toWanted, type WantedContent } from './intent.ts'

/** What a person does to a draft in one gesture: one name in the list of steps, and one undo. */
export interface Step {
  readonly kind: Exclude<EditKind, 'undo'>
  readonly intents: readonly Intent[]
}

/**
 * What each place that a step touches is to hold, every place once: the intents are taken in their order, each over what the
 * former ones left. @throws for a need that is not among `needs`.
 */
export function wantedBy({ intents }: Step, cells: DraftCells, needs: Needs): WantedContent[] {
  const wanted = new Map<string, WantedContent>()
  const left = new Map(cells)
  for (const intent of intents) {
    for (const place of toWanted(intent, left, needs)) {
      const key = cellKey(place)
      wanted.set(key, place)
      left.set(key, standing(place, cells.get(key)?.edit ?? 0))
    }
  }
  return [...wanted.values()]
}

function standing({ needId, seat, after }: WantedContent, edit: number): DraftCell {
  return { needId, seat, ...after, edit }
}
