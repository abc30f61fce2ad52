import type { Interval } from '../time/interval.ts'
import type { Minute } from '../time/minute.ts'
import type { NeedId } from './need.ts'
import type { PersonId } from './person.ts'
import type { PositionId } from './position.ts'

/** How a duty came to its holder. */
export type Origin = 'share' | 'ordered' | 'voluntary' | 'swap' | 'sick-cover' | 'locum'

/** Part of a duty, to the minute, held by one person; or by a position whose locum is still to be named (`personId` null). */
export interface Slice extends Interval {
  readonly personId: PersonId | null
  readonly positionId: PositionId | null
  readonly origin: Origin
  /** A second doctor who learns and does not count toward cover. */
  readonly shadowing: boolean
}

/** One place of a need: seat 0 … number − 1. */
export interface CellRef {
  readonly needId: NeedId
  readonly seat: number
}

/** What stands in one place of a rota. Slices that count do not overlap and stay inside the need. */
export interface Cell extends CellRef {
  readonly slices: readonly Slice[]
  readonly locked: boolean
  readonly note: string
}

export type CellKey = string

export function cellKey(cell: CellRef): CellKey {
  return `${cell.needId}#${cell.seat}`
}

/**
 * A slice on the timeline. Changes append: an assignment holds from revision `revisionFrom` until `revisionTo`
 * (exclusive, null = now), and the one that takes its place names it in `replaces`.
 */
export interface Assignment extends CellRef, Slice {
  readonly id: string
  /**
   * The same for every row by which one person keeps one seat of one need; the first row's id. Calendars build the UID from
   * it, so a change of time updates the event, and a change of holder ends it and starts another. Stored as it is, never derived.
   */
  readonly chainId: string
  readonly revisionFrom: number
  readonly revisionTo: number | null
  /** Raised at each change of time, kind or what else calendars show of it: rows of a chain with the same one look the same there. */
  readonly sequence: number
  readonly modifiedAt: Minute
  readonly enteredBy: string
  readonly reason: string
  readonly replaces: string | null
  readonly note: string
}

/** What happened, once it is known to differ from the plan. Active minutes prove the duty class; they say nothing of patients. */
export interface Outcome extends Interval {
  readonly assignmentId: string
  readonly activeMinutes: number | null
  readonly callOuts: number | null
}

export type SliceFault = 'outside-duty' | 'empty' | 'overlapping' | 'nobody'

/** The first fault in a cell's slices, or undefined: each slice inside the need, not empty, and counting ones disjoint. */
export function sliceFault(need: Interval, slices: readonly Slice[]): SliceFault | undefined {
  for (const slice of slices) {
    if (slice.end <= slice.start) return 'empty'
    if (slice.start < need.start || slice.end > need.end) return 'outside-duty'
    if (slice.personId === null && slice.positionId === null) return 'nobody'
  }
  const counting = slices.filter((slice) => !slice.shadowing).sort((a, b) => a.start - b.start)
  const isOverlapping = counting.some(
    (slice, index) => index > 0 && (counting[index - 1] as Slice).end > slice.start,
  )
  return isOverlapping ? 'overlapping' : undefined
}
