import * as board from '../../text/nb/board.ts'
import * as boardPanels from '../../text/nb/board-panels.ts'
import * as format from '../../text/nb/format.ts'
import { panel } from '../../text/nb/plans.ts'
import * as violations from '../../text/nb/violations.ts'
import { link } from '../../text/nb/why.ts'
import * as words from '../../text/nb/words.ts'
import type { BoardText } from '../../text/text.ts'

export const text: BoardText = {
  language: 'nb',
  format,
  words,
  board,
  boardPanels,
  plans: { panel },
  violations,
  why: { link },
}
