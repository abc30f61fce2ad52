import * as board from '../../text/en/board.ts'
import * as boardSync from '../../text/en/board-sync.ts'
import * as format from '../../text/en/format.ts'
import * as words from '../../text/en/words.ts'
import type { SyncText } from '../../text/text.ts'

export const text: SyncText = { language: 'en', format, words, board, boardSync }
