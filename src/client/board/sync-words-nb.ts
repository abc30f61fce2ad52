import * as board from '../../text/nb/board.ts'
import * as boardSync from '../../text/nb/board-sync.ts'
import * as format from '../../text/nb/format.ts'
import * as words from '../../text/nb/words.ts'
import type { SyncText } from '../../text/text.ts'

export const text: SyncText = { language: 'nb', format, words, board, boardSync }
