import type { FlagIndex } from '../../board/flags.ts'
import type { Step } from '../../core/plans/step.ts'
import { type CellKey, cellKey } from '../../core/rota/assignment.ts'
import type { DraftCell } from '../../core/rota/draft.ts'
import type { Interval } from '../../core/time/interval.ts'
import { loadWords } from '../words.ts'
import { insist } from './insist.ts'
import { type Change, type Judge, judging } from './judge.ts'
import type { BoardModel } from './model.ts'
import type { Panels } from './panels/panels.ts'
import { runInSlices } from './slices.ts'

/** What the checks and panels need of the board that they stand beside. */
export interface CheckedBoard {
  /** `[data-board]`. */
  readonly frame: HTMLElement
  readonly model: BoardModel
  /** Paints the marks of every duty in sight; called after each change of the model and once at the start. */
  readonly mark: (flags: FlagIndex) => void
  /** Does a step as if it came from keys or pointer: stands at once, is stored, and `told` is said; false where it was refused and said so. */
  readonly apply: (step: Step, told: string) => boolean
  /** Gives the keyboard back to a duty in the grid; false where the duty is in other weeks than those in sight. */
  readonly go: (cell: CellKey, part: Interval | null) => boolean
  /** Runs a command on the duty that has the keyboard, as its key would. */
  readonly run: (command: 'slice' | 'swap' | 'note') => void
}

export interface Checks {
  /** Once the first marks are drawn. */
  readonly judged: Promise<unknown>
  /** False where the panels can't be had: the server has its own. */
  readonly hasPanels: boolean
  /** Opens what can be done with a duty in `#board-panel`, and takes the keyboard there unless told otherwise. */
  readonly open: (cell: CellKey, part: Interval, focus?: boolean) => void
  readonly close: () => void
}

/**
 * The board's rules live: marks after each edit, then, once they are drawn, what is told of it and the panels. `failing` is
 * told when the panels can't be had, and when they can after all.
 */
export function startChecks(board: CheckedBoard, failing: (isFailing: boolean) => void): Checks {
  const { model } = board
  let judge: Judge | undefined
  let panels: Panels | undefined
  let hasPanels = true
  const judged = new Promise<Judge>((resolve) => {
    runInSlices(judging(model.facts.rota), resolve)
  }).then((own) => {
    judge = own
    const ahead = aheadOfFacts(model)
    if (ahead.length > 0) own.change(ahead)
    board.mark(own.flags)
    performance.mark('board-judged')
    return own
  })
  const opened = judged.then(async (own) => {
    const { openPanels } = await insist(loadPanels, () => {
      hasPanels = false
      failing(true)
    })
    if (!hasPanels) failing(false)
    hasPanels = true
    panels = await openPanels(board, own, (next) => {
      judge = next
      board.mark(next.flags)
    })
    return panels
  })
  let untold: Change[] = []
  model.onChange((changed) => {
    if (!judge) return
    const change = judge.change(changed)
    board.mark(judge.flags)
    if (untold.push(change) === 1)
      afterPaint(() => {
        panels?.changed(untold)
        untold = []
      })
  })
  return {
    judged,
    get hasPanels() {
      return hasPanels
    },
    open: (cell, part, focus = true) => {
      opened.then((own) => own.open(cell, part, focus))
    },
    close: () => panels?.close(),
  }
}

/** With their words, which they ask for themselves once they are opened. */
async function loadPanels() {
  const [panels] = await Promise.all([import('./panels/panels.ts'), loadWords()])
  return panels
}

function afterPaint(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work))
}

/** Places that were changed on the page before it was judged. */
export function aheadOfFacts(model: BoardModel): DraftCell[] {
  return [...model.cells.values()].filter((cell) => cell !== model.facts.cells.get(cellKey(cell)))
}
