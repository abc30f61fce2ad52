import * as board from './nb/board.ts'
import * as format from './nb/format.ts'
import * as pages from './nb/pages.ts'
import * as words from './nb/words.ts'

/** Every sentence in bokmål, by topic. */
export const nb = { language: 'nb', format, words, pages, board }
