import { type BuildResult, resultWith } from '../solver/build.ts'
import type { Encoding } from '../solver/encode/encode.ts'
import { holdersOf } from '../solver/encode/holders.ts'
import { scoreOf } from '../solver/score/score.ts'

/**
 * The rota that stood when the order was frozen, where it is full, breaks no more than what a search came to, and has fewer
 * points in the same problem.
 */
export function betterFormer(encoding: Encoding, built: BuildResult): BuildResult | null {
  const former = holdersOf(encoding)
  const { hard, open, total } = scoreOf(encoding.problem, former)
  const isBetter = open === 0 && hard <= built.score.hard && total < built.score.total
  return isBetter ? { ...resultWith(encoding, former), iterations: built.iterations } : null
}
