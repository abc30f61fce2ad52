import type { EditText } from '../../text/text.ts'
import { pickLanguage } from '../pick-language.ts'

/** What keys and pointer say. */
export const loadEditWords = (): Promise<EditText> =>
  pickLanguage({
    nb: () => import('./edit-words-nb.ts'),
    nn: () => import('./edit-words-nn.ts'),
    en: () => import('./edit-words-en.ts'),
  })
