import type { SyncText } from '../../text/text.ts'
import { pickLanguage } from '../pick-language.ts'

/** What is said of storing. */
export const loadSyncWords = (): Promise<SyncText> =>
  pickLanguage({
    nb: () => import('./sync-words-nb.ts'),
    nn: () => import('./sync-words-nn.ts'),
    en: () => import('./sync-words-en.ts'),
  })
