import * as board from '../../text/nn/board.ts'
import * as boardPanels from '../../text/nn/board-panels.ts'
import * as format from '../../text/nn/format.ts'
import { panel } from '../../text/nn/plans.ts'
import * as violations from '../../text/nn/violations.ts'
import { link } from '../../text/nn/why.ts'
import * as words from '../../text/nn/words.ts'
import type { BoardText } from '../../text/text.ts'

export const text: BoardText = {
  language: 'nn',
  format,
  words,
  board,
  boardPanels,
  plans: { panel },
  violations,
  why: { link },
}
