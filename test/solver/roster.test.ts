import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NONE } from '../../src/solver/problem.ts'
import { scoreOf } from '../../src/solver/score/score.ts'
import { below, seedChance } from '../../src/solver/search/chance.ts'
import { makeMove } from '../../src/solver/search/moves.ts'
import { assign, rollBack, rosterOf } from '../../src/solver/search/roster.ts'
import { randomProblem } from './random-problem.ts'

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 })

function chanceOf(seed: number): Uint32Array {
  const chance = new Uint32Array(4)
  seedChance(chance, seed)
  return chance
}

describe('a roster', () => {
  it('charges for each change exactly what a full count finds', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = randomProblem(seed)
        if (problem.movable.length === 0) return
        const chance = chanceOf(seed + 1)
        const roster = rosterOf(problem, new Int16Array(problem.slots).fill(NONE))
        for (let step = 0; step < 60; step++) {
          const slot = problem.movable[below(chance, problem.movable.length)]!
          assign(problem, roster, slot, below(chance, problem.staff + 1) - 1)
          const score = scoreOf(problem, roster.holder)
          expect({ hard: roster.hard, cost: roster.cost, open: roster.open }).toEqual({
            hard: score.hard,
            cost: score.total,
            open: score.open,
          })
        }
      }),
      { seed: 1, numRuns: 150 },
    )
  })

  it('charges for each move of the search exactly what a full count finds', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = randomProblem(seed)
        if (problem.movable.length === 0) return
        const chance = chanceOf(seed + 2)
        const roster = rosterOf(problem, new Int16Array(problem.slots).fill(NONE))
        for (let step = 0; step < 100; step++) {
          makeMove(problem, roster, chance, Number.MAX_VALUE)
          roster.logged = 0
          const score = scoreOf(problem, roster.holder)
          expect([roster.hard, roster.cost, roster.open]).toEqual([score.hard, score.total, score.open])
        }
      }),
      { seed: 2, numRuns: 100 },
    )
  })

  it('stands as before when changes are rolled back', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = randomProblem(seed)
        if (problem.movable.length === 0) return
        const chance = chanceOf(seed + 3)
        const roster = rosterOf(problem, new Int16Array(problem.slots).fill(NONE))
        for (let step = 0; step < 40; step++) makeMove(problem, roster, chance, Number.MAX_VALUE)
        roster.logged = 0
        const before = structuredClone(roster)
        for (let step = 0; step < 20; step++) makeMove(problem, roster, chance, Number.MAX_VALUE)
        rollBack(problem, roster, 0, before.hard, before.cost)
        const { list: _, reach: __, log: ___, journal: ____, ...sums } = roster
        const { list: _2, reach: __2, log: ___2, journal: ____2, ...sumsBefore } = before
        expect(sums).toEqual(sumsBefore)
      }),
      { seed: 3, numRuns: 100 },
    )
  })
})
