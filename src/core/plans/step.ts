import { type CellRef, cellKey } from '../rota/assignment.ts'
import type { DraftCell, EditKind } from '../rota/draft.ts'
import { type DraftCells, type Intent, type Needs, toWanted, type WantedContent } from './intent.ts'

/** What a person does to a draft in one gesture: one name in the list of steps, and one undo. */
export interface Step {
  readonly kind: StepKind
  readonly intents: readonly Intent[]
}

/** Every kind that changes places by itself; undo and redo only reverse what is there. */
export type StepKind = Exclude<EditKind, 'undo' | 'redo'>

/** The kinds of step that hands make; the others come of a build, a repair or a clash. */
export const HAND_KINDS = [
  'assign',
  'slice',
  'move',
  'clear',
  'lock',
  'unlock',
  'note',
  'sweep',
  'repeat',
  'copy-week',
  'block',
  'paste',
] as const satisfies readonly StepKind[]

/** Places that one step may touch: a line of half a year and some more. */
export const MOST_PLACES = 2000
/** Characters. */
export const LONGEST_NOTE = 500
/** Of what a page and its server say to each other about a draft; raised when an older page would misunderstand. */
export const BOARD_VERSION = 1

/** One intent as a step of its own. */
export function stepOf(intent: Intent): Step {
  return { kind: intent.kind, intents: [intent] }
}

/** The places that a step names, each once. */
export function placesNamed({ intents }: Step): CellRef[] {
  const named = intents.flatMap((intent) =>
    intent.kind === 'move' ? [intent.cell, intent.to] : [intent.cell],
  )
  return [...new Map(named.map((cell) => [cellKey(cell), cell])).values()]
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
