import type { Interval } from '../time/interval.ts'
import type { Minute } from '../time/minute.ts'
import type { DutyForm, LineId } from './line.ts'
import type { FormPiece, NeedId } from './need.ts'
import type { DistrictId } from './person.ts'

/** A duty as its holder had it or has it: the time held, the forms inside it, and whether another doctor counts. */
export interface HeldTime extends Interval {
  readonly pieces: readonly FormPiece[]
  readonly shadowing: boolean
}

/**
 * The change without its line's place once the duty is over: a place holds from when it is told, so that one told since says
 * nothing of where a duty was.
 */
export function withPlaceAhead<C extends DutyChange>(change: C, now: Minute): C {
  const isAhead = Math.max(change.before?.end ?? 0, change.after?.end ?? 0) > now
  return isAhead ? change : { ...change, line: { ...change.line, place: '' } }
}

/** What one publication changed of one duty for one doctor: gained (before null), lost (after null) or moved. */
export interface DutyChange {
  readonly districtId: DistrictId
  readonly districtName: string
  readonly revision: number
  /** When it was published. */
  readonly at: Minute
  readonly needId: NeedId
  readonly seat: number
  readonly name: string
  readonly line: {
    readonly id: LineId
    readonly name: string
    readonly code: string
    readonly form: DutyForm
    readonly place: string
  }
  readonly before: HeldTime | null
  readonly after: HeldTime | null
}
