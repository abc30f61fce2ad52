import type { Problem } from '../problem.ts'

/** One thing that clashes with the others: without it the days named have a full rota. */
export type ClashElement =
  /** A place that must be held. */
  | { readonly kind: 'slot'; readonly slot: number }
  | { readonly kind: 'rule'; readonly rule: ClashRule }
  /** What keeps one person from places, by the bit of `refusal` that it stands under. */
  | { readonly kind: 'fact'; readonly person: number; readonly bit: number }
  /** A place that is held for good. */
  | { readonly kind: 'lock'; readonly slot: number }

/** Rules of a problem that can be left out one by one; `pattern` and `window` tell which of the windows by units. */
export type ClashRule =
  | { readonly kind: 'one-at-a-time' }
  | { readonly kind: 'rest' }
  | { readonly kind: 'budget' }
  | { readonly kind: 'window'; readonly pattern: number; readonly window: number }
  | { readonly kind: 'pairs' }
  | { readonly kind: 'backup' }
  | { readonly kind: 'quota' }

/** A smallest change after which everything can be held. */
export type Relaxation =
  | { readonly kind: 'leave-open'; readonly slot: number }
  | { readonly kind: 'exceed-budget'; readonly person: number; readonly budget: number; readonly by: number }
  | { readonly kind: 'exceed-quota'; readonly person: number; readonly quota: number; readonly by: number }
  | {
      readonly kind: 'exceed-window'
      readonly person: number
      readonly pattern: number
      readonly window: number
      readonly first: number
    }
  | {
      readonly kind: 'forget-fact'
      readonly person: number
      readonly bit: number
      readonly slots: readonly number[]
    }
  | {
      readonly kind: 'shorter-rest'
      readonly person: number
      readonly before: number
      readonly after: number
    }
  | { readonly kind: 'no-backup'; readonly slot: number }
  | { readonly kind: 'unlock'; readonly slot: number }

export interface Tried {
  readonly relaxation: Relaxation
  /** A rota of the whole in which nothing else is broken or open. */
  readonly holder: Int16Array
}

export type ClashResult =
  | {
      readonly kind: 'clash'
      /** The places that cannot all be held, and what stands against it. */
      readonly slots: readonly number[]
      readonly elements: readonly ClashElement[]
      readonly rules: readonly ClashRule[]
      /** The days, as minutes of the problem's axis, exclusive at the end. */
      readonly from: number
      readonly to: number
      /** Whether each element was shown to be needed; false where the budget ran out before all were tried. */
      readonly isIrreducible: boolean
      /** The three cheapest of those found, best first; fewer where fewer were found. */
      readonly relaxations: readonly Tried[]
    }
  /** A full rota after all. */
  | { readonly kind: 'none'; readonly holder: Int16Array }
  | { readonly kind: 'undecided' }

/** Finds what makes a full rota impossible, starting around what is open or broken in `holder`. `budget` counts steps, not time. */
export function findClash(_problem: Problem, _holder: Int16Array, _budget: number): ClashResult {
  return { kind: 'undecided' }
}
