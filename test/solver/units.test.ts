import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toProblem } from '../../src/solver/derive.ts'
import { blankProblem, NONE, type Problem } from '../../src/solver/problem.ts'
import { scoreOf } from '../../src/solver/score/score.ts'
import { below, seedChance } from '../../src/solver/search/chance.ts'
import { makeMove } from '../../src/solver/search/moves.ts'
import { priced, priceExchange, priceHandOver } from '../../src/solver/search/price.ts'
import { assign, type Roster, rollBack, rosterOf } from '../../src/solver/search/roster.ts'
import { advanceSearch, saveState, startSearch } from '../../src/solver/search/search.ts'
import { exchangeHolders } from '../../src/solver/search/seat.ts'
import { lossOf, valueOfExchange, valueOfHandOver } from '../../src/solver/search/value.ts'
import { blankUnits } from '../../src/solver/units.ts'
import { WEIGHTS } from '../../src/solver/weights.ts'
import { loadedFrom } from './loaded.ts'
import { randomUnitProblem } from './random-unit-problem.ts'

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 })

function chanceOf(seed: number): Uint32Array {
  const chance = new Uint32Array(4)
  seedChance(chance, seed)
  return chance
}

function standing(roster: Roster): number[] {
  return [roster.hard, roster.cost, roster.open]
}

function counted(problem: Problem, roster: Roster): number[] {
  const score = scoreOf(problem, roster.holder)
  return [score.hard, score.total, score.open]
}

describe('a roster ruled by units', { timeout: 60_000 }, () => {
  it('charges for each change what a full count finds, and what was told beforehand', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = randomUnitProblem(seed)
        if (problem.grid === null || problem.movable.length === 0) return
        const chance = chanceOf(seed + 1)
        const roster = rosterOf(problem, new Int16Array(problem.slots).fill(NONE))
        for (let step = 0; step < 80; step++) {
          const slot = problem.movable[below(chance, problem.movable.length)]!
          const person = below(chance, problem.staff + 1) - 1
          const { hard, cost } = roster
          if (person === roster.holder[slot]) continue
          priceHandOver(problem, problem.grid, roster, slot, person)
          const told = [hard + priced[0]!, cost + priced[1]!]
          const change = priced[1]! + problem.grid.penalty * priced[0]!
          const loss = lossOf(problem.grid, roster, slot)
          expect(valueOfHandOver(problem, problem.grid, roster, slot, person, loss)).toBe(change)
          assign(problem, roster, slot, person)
          expect([roster.hard, roster.cost]).toEqual(told)
          expect(standing(roster)).toEqual(counted(problem, roster))
        }
      }),
      { seed: 41, numRuns: 60 },
    )
  })

  it('tells the price of an exchange that the exchange then has', () => {
    let exchanged = 0
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = randomUnitProblem(seed)
        if (problem.grid === null || problem.movable.length === 0) return
        const chance = chanceOf(seed + 2)
        const roster = rosterOf(
          problem,
          Int16Array.from({ length: problem.slots }, () => below(chance, problem.staff)),
        )
        for (let step = 0; step < 40; step++) {
          const a = problem.movable[below(chance, problem.movable.length)]!
          const b = problem.movable[below(chance, problem.movable.length)]!
          const [first, second] = [roster.holder[a]!, roster.holder[b]!]
          if (first === second) continue
          priceExchange(problem, problem.grid, roster, a, b)
          const told = [roster.hard + priced[0]!, roster.cost + priced[1]!]
          const change = priced[1]! + problem.grid.penalty * priced[0]!
          expect(valueOfExchange(problem, problem.grid, roster, a, b)).toBe(change)
          exchangeHolders(problem, problem.grid, roster, a, b)
          exchanged++
          expect([roster.hard, roster.cost]).toEqual(told)
          expect(standing(roster)).toEqual(counted(problem, roster))
        }
      }),
      { seed: 42, numRuns: 60 },
    )
    expect(exchanged).toBeGreaterThan(1000)
  })

  it('charges for each move of the search what a full count finds, and stands as before when it is rolled back', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = randomUnitProblem(seed)
        if (problem.movable.length === 0) return
        const chance = chanceOf(seed + 3)
        const roster = rosterOf(problem, new Int16Array(problem.slots).fill(NONE))
        for (let step = 0; step < 100; step++) {
          makeMove(problem, roster, chance, 1e9)
          expect(standing(roster)).toEqual(counted(problem, roster))
          if (step % 3 !== 0) roster.logged = 0
          else {
            roster.logged = 0
            const before = structuredClone(roster)
            for (let more = 0; more < 5; more++) makeMove(problem, roster, chance, 1e9)
            rollBack(problem, roster, 0, before.hard, before.cost)
            expect([...roster.holder]).toEqual([...before.holder])
            expect({ counts: roster.counts, units: roster.units }).toEqual({
              counts: before.counts,
              units: before.units,
            })
          }
        }
      }),
      { seed: 43, numRuns: 40 },
    )
  })

  it('never moves what is fixed, and goes on from a saved state as if it had never stopped', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 2000 }), (seed, stop) => {
        const problem = randomUnitProblem(seed)
        const whole = startSearch(problem, seed, 2000)
        advanceSearch(problem, whole, 2000)
        const first = startSearch(problem, seed, 2000)
        advanceSearch(problem, first, stop)
        const second = loadedFrom(problem, saveState(first))
        advanceSearch(problem, second, 2000 - stop)
        expect(saveState(second)).toEqual(saveState(whole))
        problem.fixedTo.forEach((person, slot) => {
          if (person !== NONE) expect(whole.best[slot]).toBe(person)
        })
      }),
      { seed: 44, numRuns: 30 },
    )
  })
})

describe('rules by units', () => {
  it('refuse slots out of order and windows that are too long', () => {
    const data = blankProblem({ slots: 2, staff: 1, weeks: 0, weekends: 0, blocks: 0, quotas: 0 }, WEIGHTS)
    const units = blankUnits(2, 1, 0, 1)
    const late = { ...units, unit: Int32Array.of(3, 2) }
    expect(() => toProblem({ ...data, units: late })).toThrow(/earlier unit/)
    const window = { length: 9, most: 1, breach: 1, cost: 0, exempt: new Set<number>() } as const
    const long = { ...units, patterns: [{ units: 4, unit: units.unit, windows: [window] }] }
    expect(() => toProblem({ ...data, units: long })).toThrow(/longer than 8/)
  })
})
