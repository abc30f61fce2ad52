import { describe, expect, it } from 'vitest'
import { solveExact } from '../../../src/cli/highs.ts'
import { polish, stretchesOf } from '../../../src/solver/exact/windows.ts'
import { scoreOf } from '../../../src/solver/score/score.ts'
import { advanceSearch, startSearch } from '../../../src/solver/search/search.ts'
import { randomUnitProblem } from '../random-unit-problem.ts'

const FORTNIGHT = 14 * 1440

describe('stretches of time', () => {
  it('hold every slot that can move, in none more than a fortnight', () => {
    for (let seed = 0; seed < 40; seed++) {
      const problem = randomUnitProblem(seed)
      const stretches = stretchesOf(problem, 14, 7)
      expect(new Set(stretches.flatMap(({ free }) => free))).toEqual(new Set(problem.movable))
      for (const { free } of stretches) {
        const starts = free.map((slot) => problem.start[slot]!)
        expect(Math.max(...starts) - Math.min(...starts)).toBeLessThan(FORTNIGHT)
      }
    }
  })
})

describe('polishing', { timeout: 30_000 }, () => {
  it('never makes a rota worse, leaves what is fixed, and ends where no part gives more', async () => {
    let bettered = 0
    for (const seed of [1, 15, 51, 60, 61, 62]) {
      const problem = randomUnitProblem(seed)
      const state = startSearch(problem, seed, 20)
      advanceSearch(problem, state, 20)
      const before = scoreOf(problem, state.best)
      const parts = polish(problem, state.best)
      let step = parts.next()
      for (let i = 0; !step.done && i < 60; i++) {
        step = parts.next(await solveExact(problem, { ...step.value, seconds: 2 }))
      }
      const holder = step.done ? step.value : step.value.former
      const after = scoreOf(problem, holder)
      expect(after.hard).toBeLessThanOrEqual(before.hard)
      if (after.hard === before.hard) expect(after.total).toBeLessThanOrEqual(before.total)
      problem.fixedTo.forEach((person, slot) => {
        if (person >= 0) expect(holder[slot]).toBe(person)
      })
      if (after.hard < before.hard || after.total < before.total) bettered++
    }
    expect(bettered).toBeGreaterThan(0)
  })
})
