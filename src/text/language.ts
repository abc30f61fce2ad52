import type { Language } from '../core/rota/district.ts'

/** The languages of the product, each by its own name: whoever looks for theirs need not read another. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  nb: 'Bokmål',
  nn: 'Nynorsk',
  en: 'English',
}

export const LANGUAGES = Object.keys(LANGUAGE_NAMES) as readonly Language[]

/** The language that a text names, or undefined. */
export function toLanguage(text: string | null | undefined): Language | undefined {
  return LANGUAGES.find((language) => language === text)
}

/** The first language of ours that a browser asks for by Accept-Language (RFC 9110 §12.5.4); bokmål when it asks for none of them. */
export function languageAsked(header: string | null | undefined): Language {
  const asked = (header ?? '')
    .split(',')
    .map((part, index) => ({ ...toRange(part), index }))
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality || a.index - b.index)
  for (const { tag } of asked) {
    const language = tag === 'no' ? 'nb' : toLanguage(tag)
    if (language) return language
  }
  return 'nb'
}

function toRange(part: string): { readonly tag: string; readonly quality: number } {
  const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase())
  const quality = parameters.find((parameter) => parameter.startsWith('q='))
  return {
    tag: range.split('-')[0] ?? '',
    quality: quality === undefined ? 1 : Number(quality.slice(2)) || 0,
  }
}
