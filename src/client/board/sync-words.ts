import type { SyncText } from '../../text/text.ts'

/** What is said of storing, in the language of the page; the other languages are not fetched. */
export async function loadSyncWords(): Promise<SyncText> {
  const { lang } = document.documentElement
  if (lang === 'nn') return (await import('./sync-words-nn.ts')).text
  if (lang === 'en') return (await import('./sync-words-en.ts')).text
  return (await import('./sync-words-nb.ts')).text
}
