import * as board from '../../text/nn/board.ts'
import * as boardSync from '../../text/nn/board-sync.ts'
import * as format from '../../text/nn/format.ts'
import * as words from '../../text/nn/words.ts'
import type { SyncText } from '../../text/text.ts'

export const text: SyncText = { language: 'nn', format, words, board, boardSync }
