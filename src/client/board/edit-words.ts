import type { EditText } from '../../text/text.ts'

/** What keys and pointer say, in the language of the page; the other languages are not fetched. */
export async function loadEditWords(): Promise<EditText> {
  const { lang } = document.documentElement
  if (lang === 'nn') return (await import('./edit-words-nn.ts')).text
  if (lang === 'en') return (await import('./edit-words-en.ts')).text
  return (await import('./edit-words-nb.ts')).text
}
