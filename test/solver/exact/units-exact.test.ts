import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { solveExact } from '../../../src/cli/highs.ts'
import { toModel } from '../../../src/solver/exact/model.ts'
import { NONE, type Problem } from '../../../src/solver/problem.ts'
import { scoreOf } from '../../../src/solver/score/score.ts'
import { below, seedChance } from '../../../src/solver/search/chance.ts'
import { advanceSearch, startSearch } from '../../../src/solver/search/search.ts'
import { randomUnitProblem } from '../random-unit-problem.ts'
import { bestByTrying, everyChoice } from './trying.ts'

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 })

/** A problem, holders of chance, and a few slots to choose for. */
function caseOf(seed: number): { problem: Problem; former: Int16Array; free: number[] } {
  const chance = new Uint32Array(4)
  seedChance(chance, seed)
  const problem = randomUnitProblem(seed)
  const former = Int16Array.from(problem.fixedTo, (fixed) =>
    fixed !== NONE ? fixed : below(chance, 3) === 0 ? NONE : below(chance, problem.staff),
  )
  const free = new Set<number>()
  const first = below(chance, problem.slots)
  for (let i = 0; i < 5; i++) free.add((first + i + below(chance, 2)) % problem.slots)
  return { problem, former, free: [...free].filter((slot) => problem.fixedTo[slot] === NONE) }
}

describe('the exact model of a problem ruled by units', { timeout: 60_000 }, () => {
  for (const objective of ['cost', 'changes', 'none'] as const) {
    it(`has the optimum that trying every choice finds: ${objective}`, async () => {
      const met = new Set<string>()
      await fc.assert(
        fc.asyncProperty(seeds, async (seed) => {
          const { problem, former, free } = caseOf(seed)
          const options = { objective, former, free }
          const { unmendable } = toModel(problem, options)
          const best = bestByTrying(problem, former, everyChoice(problem, free), objective, unmendable)
          const found = await solveExact(problem, { ...options, seconds: 5 })
          met.add(found.kind)
          if (best === null) expect(found).toEqual({ kind: 'infeasible' })
          else {
            expect(found).toMatchObject({ kind: 'optimal', cost: best })
            if (found.kind === 'optimal') expect(scoreOf(problem, found.holder).hard).toBe(unmendable)
          }
        }),
        { seed: 61, numRuns: 20 },
      )
      expect([...met].sort()).toEqual(['infeasible', 'optimal'])
    })
  }

  it('finds for a whole problem nothing dearer than a search does, and no rota only where a search has none', async () => {
    let solved = 0
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const problem = randomUnitProblem(seed)
        const state = startSearch(problem, seed, 3000)
        advanceSearch(problem, state, 3000)
        const { hard, open, total } = scoreOf(problem, state.best)
        const { unmendable } = toModel(problem, { objective: 'cost' })
        const found = await solveExact(problem, { objective: 'cost', seconds: 5 })
        if (found.kind === 'infeasible') expect(hard > unmendable || open > 0).toBe(true)
        if (found.kind !== 'optimal') return
        solved++
        expect(scoreOf(problem, found.holder)).toMatchObject({ hard: unmendable, open: 0, total: found.cost })
        if (hard === unmendable && open === 0) expect(found.cost).toBeLessThanOrEqual(total + 1e-6)
      }),
      { seed: 63, numRuns: 20 },
    )
    expect(solved).toBeGreaterThan(0)
  })

  it('keeps what is not free, and chooses only among those who are named', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const { problem, former, free } = caseOf(seed)
        const found = await solveExact(problem, {
          objective: 'changes',
          former,
          free,
          among: [0, 1],
          seconds: 5,
        })
        if (found.kind !== 'optimal') return
        found.holder.forEach((person, slot) => {
          if (free.includes(slot)) expect([NONE, 0, 1]).toContain(person)
          else expect(person).toBe(former[slot])
        })
      }),
      { seed: 64, numRuns: 30 },
    )
  })
})
