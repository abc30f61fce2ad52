import * as board from '../../text/en/board.ts'
import * as boardEdit from '../../text/en/board-edit.ts'
import * as format from '../../text/en/format.ts'
import * as views from '../../text/en/views.ts'
import * as words from '../../text/en/words.ts'
import type { EditText } from '../../text/text.ts'

export const text: EditText = { language: 'en', format, words, board, boardEdit, views }
