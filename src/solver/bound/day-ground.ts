import type { Problem } from '../problem.ts'
import type { Ground } from './ground.ts'
import { boundBy, scratchOf } from './programme.ts'
import { type PersonPrices, relaxationOf } from './relaxation.ts'

/** For rules by units: each person by a programme over their days. */
export function dayGround(problem: Problem): Ground | undefined {
  const relaxation = relaxationOf(problem)
  if (relaxation === undefined) return undefined
  const scratch = scratchOf(relaxation)
  return {
    low: relaxation.low,
    high: relaxation.high,
    hill: (prices, slope) => {
      const bound = boundBy(relaxation, prices, scratch)
      slope.set(scratch.slope)
      return bound
    },
    surely: (height, prices) => surely(relaxation, height, prices),
  }
}

/** Up to the next cost that a rota can have, when what rounding of sums may have added is taken off. */
function surely({ grain, base, persons }: PersonPrices, height: number, prices: Float64Array): number {
  if (!Number.isFinite(height)) return Number.NEGATIVE_INFINITY
  const size = prices.reduce((sum, price) => sum + Math.abs(price), Math.abs(height))
  const sure = height - 0.01 - 1e-12 * size * (persons.length + 1)
  return grain === 0 ? sure : base + grain * Math.ceil((sure - base) / grain)
}
