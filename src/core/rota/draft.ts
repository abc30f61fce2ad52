import type { LocalDate } from '../time/local-date.ts'
import type { Cell, CellRef } from './assignment.ts'
import type { LineId } from './line.ts'

export type DraftStatus = 'draft' | 'circulated' | 'published' | 'discarded'

/** How far a comment on a circulated draft has come. */
export type CommentState = 'new' | 'seen' | 'dealt-with'

/** A named candidate for lines × period, kept apart from the timeline. Two drafts may disagree. */
export interface Draft {
  readonly id: string
  readonly name: string
  readonly from: LocalDate
  /** Exclusive. */
  readonly to: LocalDate
  readonly lineIds: readonly LineId[]
  /** The timeline revision it was last judged against. */
  readonly baseRevision: number
  readonly status: DraftStatus
}

/** A cell of a draft with the number of the edit that last touched it (0 = never). */
export interface DraftCell extends Cell {
  readonly edit: number
  /** What the draft took into account here; nothing when left out. */
  readonly base?: Baseline
}

/** What the timeline held in a place when the draft took it into account: by opening, editing or settling a clash. */
export type Baseline = Pick<Cell, 'slices' | 'note'>

export type EditKind =
  | 'assign'
  | 'slice'
  | 'move'
  | 'clear'
  | 'lock'
  | 'unlock'
  | 'note'
  | 'build'
  | 'repair'
  | 'restore'
  | 'keep'
  | 'take'
  /** Many places in one gesture: filled by a sweep, every n-th week, as an earlier week, a whole block, from a table. */
  | 'sweep'
  | 'repeat'
  | 'copy-week'
  | 'block'
  | 'paste'
  | 'undo'
  /** Takes back an undo: what the undo took back stands again. */
  | 'redo'

/** One step of a draft: what stood in each cell before and after. Undo and redo write the reverse of a step as a new one. */
export interface DraftEdit {
  readonly number: number
  readonly kind: EditKind
  readonly by: string
  readonly at: string
  readonly changes: readonly CellChange[]
  /** The edit that this one takes back. */
  readonly undoes: number | null
}

export interface CellChange extends CellRef {
  readonly before: CellContent
  readonly after: CellContent
}

export type CellContent = Pick<Cell, 'slices' | 'locked' | 'note'> & { readonly base?: Baseline }

export const EMPTY_CONTENT: CellContent = { slices: [], locked: false, note: '' }
