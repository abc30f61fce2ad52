import type { Problem } from '../problem.ts'

export interface RepairOptions {
  /** How many repairs are wanted at most, the best first. */
  readonly alternatives: number
  /** Steps of the search at most; the same number gives the same answer. */
  readonly budget: number
}

/** A rota in which nothing that can move is broken or missed. */
export interface Repair {
  readonly holder: Int16Array
  /** Slots whose holder is another than before, in order of start. */
  readonly changed: readonly number[]
  readonly cost: number
}

export type RepairResult =
  | { readonly kind: 'repaired'; readonly repairs: readonly Repair[]; readonly isFewest: boolean }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'undecided' }

/** The rotas nearest to a given one in which every breach is healed and every duty held; locked slots stay. */
export function repairRota(_problem: Problem, _holder: Int16Array, _options: RepairOptions): RepairResult {
  return { kind: 'undecided' }
}
