import type { BoardText, BuildText } from '../text/text.ts'

/** What the board says in the browser. */
export type ClientWords = BoardText

/** The board's words in the language of the page; the other languages are not fetched. */
export async function loadWords(): Promise<ClientWords> {
  const { lang } = document.documentElement
  if (lang === 'nn') return (await import('./board/words-nn.ts')).text
  if (lang === 'en') return (await import('./board/words-en.ts')).text
  return (await import('./board/words-nb.ts')).text
}

/** The same of what follows a build. */
export async function loadBuildWords(): Promise<BuildText> {
  const { lang } = document.documentElement
  if (lang === 'nn') return (await import('./build-words-nn.ts')).text
  if (lang === 'en') return (await import('./build-words-en.ts')).text
  return (await import('./build-words-nb.ts')).text
}
