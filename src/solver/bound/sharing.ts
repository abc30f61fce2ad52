import type { Curve } from './curve.ts'

/** Amounts to be shared out: each item goes whole to one of its takers; an optional one may also go to nobody. */
export interface Sharing {
  readonly curves: readonly Curve[]
  readonly items: readonly Item[]
}

export interface Item {
  readonly amount: number
  readonly takers: Int32Array
  readonly isOptional: boolean
  /** No person takes two items of one clique. */
  readonly clique: number
}
