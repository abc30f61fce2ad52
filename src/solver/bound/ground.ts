import type { Problem } from '../problem.ts'
import type { Hill } from './bundle.ts'
import { dayGround } from './day-ground.ts'
import { slotGround } from './slot-ground.ts'

/** What a bound by prices rests on. */
export interface Ground {
  /** Least and most that each price may be. */
  readonly low: Float64Array
  readonly high: Float64Array
  readonly hill: Hill
  /** What is surely proved where the hill is so high at these prices: sums of numbers may be off by a little. */
  readonly surely: (height: number, prices: Float64Array) => number
}

/** Undefined where nothing can be proved. */
export function groundOf(problem: Problem): Ground | undefined {
  return problem.grid === null ? slotGround(problem) : dayGround(problem)
}
