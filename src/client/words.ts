import type { BoardText, BuildText } from '../text/text.ts'
import { pickLanguage } from './pick-language.ts'

/** What the board says in the browser. */
export const loadWords = (): Promise<BoardText> =>
  pickLanguage({
    nb: () => import('./board/words-nb.ts'),
    nn: () => import('./board/words-nn.ts'),
    en: () => import('./board/words-en.ts'),
  })

/** What follows a build says. */
export const loadBuildWords = (): Promise<BuildText> =>
  pickLanguage({
    nb: () => import('./build-words-nb.ts'),
    nn: () => import('./build-words-nn.ts'),
    en: () => import('./build-words-en.ts'),
  })
