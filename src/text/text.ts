import type { Language } from '../core/rota/district.ts'
import { en } from './en.ts'
import { nb } from './nb.ts'
import { nn } from './nn.ts'
import type { Shape } from './shape.ts'

/** What every language must say: bokmål is written first and sets the shape. */
export type Text = Shape<typeof nb> & { readonly language: Language }

const TEXTS: Readonly<Record<Language, Text>> = { nb, nn, en }

/** The sentences of a language. */
export function textFor(language: Language): Text {
  return TEXTS[language]
}
