import * as board from '../../text/nb/board.ts'
import * as boardEdit from '../../text/nb/board-edit.ts'
import * as format from '../../text/nb/format.ts'
import * as views from '../../text/nb/views.ts'
import * as words from '../../text/nb/words.ts'
import type { EditText } from '../../text/text.ts'

export const text: EditText = { language: 'nb', format, words, board, boardEdit, views }
