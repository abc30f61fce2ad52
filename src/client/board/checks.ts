import type { FlagIndex } from '../../board/flags.ts'
import type { Step } from '../../core/plans/step.ts'
import type { CellKey } from '../../core/rota/assignment.ts'
import type { Interval } from '../../core/time/interval.ts'
import type { BoardModel } from './model.ts'

/** What the checks and panels need of the board that they stand beside. */
export interface CheckedBoard {
  /** `[data-board]`. */
  readonly frame: HTMLElement
  readonly model: BoardModel
  /** Paints the marks of every duty in sight; called after each change of the model and once at the start. */
  readonly mark: (flags: FlagIndex) => void
  /** Does a step as if it came from keys or pointer: stands at once, is stored and told; false where it was refused and said so. */
  readonly apply: (step: Step) => boolean
  /** Gives the keyboard back to a duty in the grid; false where the duty is in other weeks than those in sight. */
  readonly go: (cell: CellKey, part: Interval | null) => boolean
}

export interface Checks {
  /** Opens what can be done with a duty in `#board-panel`, and takes the keyboard there unless told otherwise. */
  readonly open: (cell: CellKey, part: Interval, focus?: boolean) => void
  readonly close: () => void
}
