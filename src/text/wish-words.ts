import type { Stance, Wish } from '../core/rota/wish.ts'

/** The words for stances in a pasted sheet, lower case, in the three languages of the product: a sheet may be in any. */
export const STANCE_WORDS: Readonly<Record<string, Stance>> = {
  ønske: 'wish',
  ønsker: 'wish',
  'ønsker vakt': 'wish',
  ønskje: 'wish',
  ønskjer: 'wish',
  'ønskjer vakt': 'wish',
  wish: 'wish',
  'helst ikke': 'rather-not',
  'helst ikkje': 'rather-not',
  'rather not': 'rather-not',
  'kan ikke': 'cannot',
  'kan ikkje': 'cannot',
  cannot: 'cannot',
}

/** How much a wish weighs, as a number or in the words of the form. */
export const WEIGHT_WORDS: Readonly<Record<string, Wish['weight']>> = {
  1: 1,
  2: 2,
  3: 3,
  'litt viktig': 1,
  viktig: 2,
  'svært viktig': 3,
  'a little important': 1,
  important: 2,
  'very important': 3,
}

/** Months by the first three letters of their names, which differ in no month of the three languages that would clash. */
export const MONTH_STARTS: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  mai: 5,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  okt: 10,
  oct: 10,
  nov: 11,
  des: 12,
  dec: 12,
}

/** A weekday before a single date, or before both ends of a range, tells nothing that the dates do not. */
export const LEADING_WEEKDAY =
  /^(?:man|tir|tys|ons|tor|fre|lør|lau|søn|sun|mon|tue|wed|thu|fri|sat)[a-zæøå]*\.?,? +/
