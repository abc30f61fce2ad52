import type { Language } from '../core/rota/district.ts'
import { toLanguage } from '../text/language.ts'

/** The words of the page's language; those of the other languages are not fetched. */
export async function pickLanguage<T>(
  modules: Readonly<Record<Language, () => Promise<{ readonly text: T }>>>,
): Promise<T> {
  const { lang } = document.documentElement
  return (await modules[toLanguage(lang) ?? 'nb']()).text
}
