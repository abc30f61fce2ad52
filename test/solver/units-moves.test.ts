import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NONE } from '../../src/solver/problem.ts'
import { scoreOf } from '../../src/solver/score/score.ts'
import { below, seedChance } from '../../src/solver/search/chance.ts'
import { addToMany, makeMany, startMany, valueOfMany } from '../../src/solver/search/many.ts'
import { mend } from '../../src/solver/search/mend.ts'
import { assign, type Roster, rosterOf } from '../../src/solver/search/roster.ts'
import { advanceSearch, startSearch } from '../../src/solver/search/search.ts'
import { priceUnits } from '../../src/solver/search/unit-state.ts'
import { valueOfBoth } from '../../src/solver/search/value.ts'
import { randomUnitProblem } from './random-unit-problem.ts'

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 })

function chanceOf(seed: number): Uint32Array {
  const chance = new Uint32Array(4)
  seedChance(chance, seed)
  return chance
}

function worth(roster: Roster, breach: number): number {
  return roster.cost + breach * roster.hard
}

describe('changes of several slots under rules by units', { timeout: 120_000 }, () => {
  it('are worth what making them costs, and leave no trace when they are only told', () => {
    let changed = 0
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = randomUnitProblem(seed)
        const { grid } = problem
        if (grid === null) return
        const chance = chanceOf(seed + 5)
        const holder = Int16Array.from({ length: problem.slots }, () => below(chance, problem.staff + 1) - 1)
        const roster = rosterOf(problem, holder)
        for (let step = 0; step < 20; step++) {
          const slots = new Set(problem.movable.filter(() => below(chance, 5) === 0))
          startMany()
          for (const slot of slots) {
            const person = below(chance, problem.staff + 1) - 1
            if (person !== roster.holder[slot]) addToMany(slot, person)
          }
          const before = structuredClone({ ...roster, journal: null })
          const told = valueOfMany(problem, grid, roster)
          expect({ ...roster, journal: null }).toEqual(before)
          const former = worth(roster, grid.penalty)
          makeMany(problem, roster)
          roster.logged = 0
          expect(worth(roster, grid.penalty) - former).toBe(told)
          changed++
        }
      }),
      { seed: 45, numRuns: 80 },
    )
    expect(changed).toBeGreaterThan(1000)
  })

  it('tell of a slot and the backup behind it together what changing both costs', () => {
    let changed = 0
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = randomUnitProblem(seed)
        const { grid } = problem
        if (grid === null || grid.spreads.length > 0) return
        const chance = chanceOf(seed + 6)
        const holder = Int16Array.from({ length: problem.slots }, () => below(chance, problem.staff + 1) - 1)
        const roster = rosterOf(problem, holder)
        for (const slot of problem.movable) {
          const behind = problem.backers.items[problem.backers.from[slot]!]
          if (problem.backers.from[slot] === problem.backers.from[slot + 1] || behind === undefined) continue
          const person = below(chance, problem.staff)
          const backer = below(chance, problem.staff + 1) - 1
          if (problem.fixedTo[behind] !== NONE || person === roster.holder[slot]) continue
          const told = valueOfBoth(problem, grid, roster, slot, person, behind, backer)
          if (told === Infinity) continue
          const former = worth(roster, grid.penalty)
          assign(problem, roster, behind, NONE)
          assign(problem, roster, slot, person)
          assign(problem, roster, behind, backer)
          roster.logged = 0
          expect(worth(roster, grid.penalty) - former).toBe(told)
          changed++
        }
      }),
      { seed: 46, numRuns: 200 },
    )
    expect(changed).toBeGreaterThan(100)
  })
})

describe('a first rota under rules by units', { timeout: 120_000 }, () => {
  it('is never worse for being mended, keeps what is fixed, and stands as a full count finds it', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = randomUnitProblem(seed)
        if (problem.grid === null) return
        const chance = chanceOf(seed + 7)
        const holder = Int16Array.from({ length: problem.slots }, () => below(chance, problem.staff))
        const roster = rosterOf(problem, holder)
        const former = worth(roster, problem.grid.penalty)
        mend(problem, problem.grid, roster)
        expect(worth(roster, problem.grid.penalty)).toBeLessThanOrEqual(former)
        const score = scoreOf(problem, roster.holder)
        expect([roster.hard, roster.cost]).toEqual([score.hard, score.total])
        problem.fixedTo.forEach((person, slot) => {
          if (person !== NONE) expect(roster.holder[slot]).toBe(person)
        })
      }),
      { seed: 47, numRuns: 100 },
    )
  })

  it('is sought with dearer breaches, and prices are the usual ones before and after', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 3000 }), (seed, stop) => {
        const problem = randomUnitProblem(seed)
        if (problem.grid === null) return
        const state = startSearch(problem, seed, 5000)
        advanceSearch(problem, state, stop)
        const kept = structuredClone(state.roster.units!)
        priceUnits(problem.grid, state.roster.units!)
        expect(state.roster.units).toEqual(kept)
      }),
      { seed: 48, numRuns: 40 },
    )
  })
})
