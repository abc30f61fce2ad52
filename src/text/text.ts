import type { Language } from '../core/rota/district.ts'
import { en } from './en.ts'
import { nb } from './nb.ts'
import { nn } from './nn.ts'
import type { Shape } from './shape.ts'

/** What every language must say: bokmål is written first and sets the shape. */
export type Text = Shape<typeof nb> & { readonly language: Language }

/** What a board says, on the page and in the browser, which fetches no more than this, and in one language. */
export type BoardText = Pick<
  Text,
  'language' | 'format' | 'words' | 'board' | 'boardPanels' | 'violations'
> & { readonly plans: Pick<Text['plans'], 'panel'>; readonly why: Pick<Text['why'], 'link'> }

/** What the board says while it is edited by keys and pointer: little, since nothing is edited before it is there. */
export type EditText = Pick<Text, 'language' | 'format' | 'words' | 'board' | 'boardEdit' | 'views'>

/** What is said of what is stored, what waits, and what others do. */
export type SyncText = Pick<Text, 'language' | 'format' | 'words' | 'board' | 'boardSync'>

/** What a page that follows a build says in the browser. */
export interface BuildText {
  readonly build: Text['building']['build']
  readonly distances: Text['weights']['distances']
  readonly number: Text['format']['number']
}

const TEXTS: Readonly<Record<Language, Text>> = { nb, nn, en }

/** The sentences of a language. */
export function textFor(language: Language): Text {
  return TEXTS[language]
}
