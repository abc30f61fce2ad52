import type { Stance } from '../core/rota/wish.ts'

/** The words for stances in a pasted sheet, lower case, in the three languages of the product: a sheet may be in any. */
export const STANCE_WORDS: Readonly<Record<string, Stance>> = {
  ønske: 'wish',
  ønsker: 'wish',
  ønskje: 'wish',
  ønskjer: 'wish',
  wish: 'wish',
  'helst ikke': 'rather-not',
  'helst ikkje': 'rather-not',
  'rather not': 'rather-not',
  'kan ikke': 'cannot',
  'kan ikkje': 'cannot',
  cannot: 'cannot',
}
