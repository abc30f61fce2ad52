import * as board from '../../text/en/board.ts'
import * as boardPanels from '../../text/en/board-panels.ts'
import * as format from '../../text/en/format.ts'
import { panel } from '../../text/en/plans.ts'
import * as violations from '../../text/en/violations.ts'
import { link } from '../../text/en/why.ts'
import * as words from '../../text/en/words.ts'
import type { BoardText } from '../../text/text.ts'

export const text: BoardText = {
  language: 'en',
  format,
  words,
  board,
  boardPanels,
  plans: { panel },
  violations,
  why: { link },
}
