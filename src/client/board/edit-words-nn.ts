import * as board from '../../text/nn/board.ts'
import * as boardEdit from '../../text/nn/board-edit.ts'
import * as format from '../../text/nn/format.ts'
import * as views from '../../text/nn/views.ts'
import * as words from '../../text/nn/words.ts'
import type { EditText } from '../../text/text.ts'

export const text: EditText = { language: 'nn', format, words, board, boardEdit, views }
