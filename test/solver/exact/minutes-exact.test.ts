import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { solveExact } from '../../../src/cli/highs.ts'
import { encodeRota } from '../../../src/solver/encode/encode.ts'
import { toModel } from '../../../src/solver/exact/model.ts'
import { NONE, type Problem } from '../../../src/solver/problem.ts'
import { scoreOf } from '../../../src/solver/score/score.ts'
import { advanceSearch, startSearch } from '../../../src/solver/search/search.ts'
import { randomRota } from '../random-district.ts'
import { bestByTrying, everyChoice } from './trying.ts'

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 })

/** A small district with what a short search makes of it, and a few neighbouring duties to choose holders for anew. */
function caseOf(seed: number): { problem: Problem; former: Int16Array; free: number[] } {
  const rota = randomRota(seed)
  const lineIds = rota.district.lines.map((line) => line.id)
  const { problem } = encodeRota(rota, { lineIds, locked: new Set(), keep: 'locked' })
  const state = startSearch(problem, seed, 300)
  advanceSearch(problem, state, 300)
  const held = [...problem.movable].filter(
    (slot) => state.best[slot] !== NONE || problem.conditional[slot] === 1,
  )
  const first = (seed >>> 3) % Math.max(1, held.length - 4)
  return { problem, former: state.best, free: held.slice(first, first + 4) }
}

describe('the exact model of a district', { timeout: 60_000 }, () => {
  it('has no rota where trying finds none, and never promises more than the best that trying finds', async () => {
    const met = { solved: 0, best: 0, broken: 0, exact: 0 }
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const { problem, former, free } = caseOf(seed)
        const options = { objective: 'cost', former, free } as const
        const { unmendable } = toModel(problem, options)
        const best = bestByTrying(problem, former, everyChoice(problem, free), 'cost', unmendable)
        const found = await solveExact(problem, { ...options, seconds: 5 })
        if (best === null) {
          expect(found.kind).not.toBe('optimal')
          return
        }
        if (found.kind === 'infeasible') throw new Error('there is a rota')
        expect(found.bound).toBeLessThanOrEqual(best + 1e-6 * Math.abs(best))
        if (found.kind === 'undecided') met.broken++
        else {
          met.solved++
          expect(scoreOf(problem, found.holder)).toMatchObject({ hard: unmendable, total: found.cost })
          if (found.cost === best) met.best++
          if (found.kind === 'optimal') met.exact++
        }
      }),
      { seed: 62, numRuns: 40 },
    )
    expect(met.exact).toBeGreaterThan(0)
    expect(met.best).toBeGreaterThan(0.9 * met.solved)
    expect(met.broken).toBeLessThan(0.1 * met.solved)
  })

  it('promises for a whole district no more than a legal rota of a search costs', async () => {
    let compared = 0
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const { problem, former } = caseOf(seed)
        const { hard, open, total } = scoreOf(problem, former)
        const { unmendable } = toModel(problem, { objective: 'cost', former })
        const found = await solveExact(problem, { objective: 'cost', former, open, seconds: 1 })
        if (found.kind === 'infeasible') expect(hard).toBeGreaterThan(unmendable)
        else if (hard === unmendable) {
          compared++
          expect(found.bound).toBeLessThanOrEqual(total)
          if (found.kind !== 'undecided') expect(found.cost).toBeGreaterThanOrEqual(found.bound)
        }
      }),
      { seed: 65, numRuns: 12 },
    )
    expect(compared).toBeGreaterThan(3)
  })
})
