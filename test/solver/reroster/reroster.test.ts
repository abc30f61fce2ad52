import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NONE } from '../../../src/solver/problem.ts'
import { rerosterPerson } from '../../../src/solver/reroster/reroster.ts'
import { scoreOf } from '../../../src/solver/score/score.ts'
import { below, seedChance } from '../../../src/solver/search/chance.ts'
import { rosterOf } from '../../../src/solver/search/roster.ts'
import { randomProblem } from '../random-problem.ts'
import { randomUnitProblem } from '../random-unit-problem.ts'

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 })

describe('re-rostering one person', { timeout: 60_000 }, () => {
  it('changes a rota only for the better, is charged in full, and leaves what is fixed', () => {
    let bettered = 0
    let tried = 0
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = randomUnitProblem(seed)
        const chance = new Uint32Array(4)
        seedChance(chance, seed)
        const holder = Int16Array.from(problem.fixedTo, (person) =>
          person === NONE ? below(chance, problem.staff + 1) - 1 : person,
        )
        const roster = rosterOf(problem, holder)
        for (let person = 0; person < problem.staff; person++) {
          const { hard, cost } = roster
          const before = [...roster.holder]
          const isBetter = rerosterPerson(problem, roster, person)
          tried++
          const score = scoreOf(problem, roster.holder)
          expect([roster.hard, roster.cost]).toEqual([score.hard, score.total])
          if (!isBetter) expect([...roster.holder]).toEqual(before)
          else {
            bettered++
            expect(roster.hard).toBeLessThanOrEqual(hard)
            expect(problem.weights.breach * (roster.hard - hard) + roster.cost - cost).toBeLessThan(0)
          }
          roster.logged = 0
        }
        problem.fixedTo.forEach((person, slot) => {
          if (person !== NONE) expect(roster.holder[slot]).toBe(person)
        })
      }),
      { seed: 21, numRuns: 60 },
    )
    expect(bettered / tried).toBeGreaterThan(0.3)
  })

  it('leaves rotas that are ruled by minutes as they are', () => {
    const problem = randomProblem(3)
    const roster = rosterOf(problem, new Int16Array(problem.slots).fill(NONE))
    expect(rerosterPerson(problem, roster, 0)).toBe(false)
    expect(roster.logged).toBe(0)
  })
})
