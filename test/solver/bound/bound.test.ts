import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { advanceBound, boundAt, multipliersOf, startBound } from '../../../src/solver/bound/bound.ts'
import { relaxationOf } from '../../../src/solver/bound/relaxation.ts'
import { NONE, type Problem } from '../../../src/solver/problem.ts'
import { scoreOf } from '../../../src/solver/score/score.ts'
import { assign, rollBack, rosterOf } from '../../../src/solver/search/roster.ts'
import { advanceSearch, bestRoster, startSearch } from '../../../src/solver/search/search.ts'
import { drawerOf } from '../random-district.ts'
import { randomProblem } from '../random-problem.ts'
import { randomUnitProblem } from '../random-unit-problem.ts'

type Draw = ReturnType<typeof drawerOf>

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 })

/** The cheapest rota without hard breaches, by trying every one; infinite where there is none, undefined where there are too many to try. */
function leastByTrial(problem: Problem): number | undefined {
  const { movable, candidates } = problem
  const ways = [...movable].reduce(
    (all, slot) => all * (1 + candidates.from[slot + 1]! - candidates.from[slot]!),
    1,
  )
  if (ways > 5_000) return undefined
  const roster = rosterOf(problem, new Int16Array(problem.slots).fill(NONE))
  let least = Number.POSITIVE_INFINITY
  const tryFrom = (i: number): void => {
    if (i === movable.length) {
      if (roster.hard === 0) least = Math.min(least, roster.cost)
      return
    }
    const slot = movable[i]!
    tryFrom(i + 1)
    for (let at = candidates.from[slot]!; at < candidates.from[slot + 1]!; at++) {
      const { hard, cost, logged } = roster
      assign(problem, roster, slot, candidates.items[at]!)
      tryFrom(i + 1)
      rollBack(problem, roster, logged, hard, cost)
    }
  }
  tryFrom(0)
  return least
}

/** The cost of a rota without hard breaches, drawn and then bettered by handing over while that helps; undefined where what is fixed has some. */
function foundByDrawing(problem: Problem, draw: Draw): number | undefined {
  const roster = rosterOf(problem, new Int16Array(problem.slots).fill(NONE))
  if (roster.hard > 0) return undefined
  for (let step = 0; step < 300 && problem.movable.length > 0; step++) {
    const { cost } = roster
    roster.logged = 0
    const slot = problem.movable[draw(0, problem.movable.length - 1)]!
    assign(problem, roster, slot, draw(0, problem.staff) - 1)
    if (roster.hard > 0 || roster.cost > cost) rollBack(problem, roster, 0, 0, cost)
  }
  return roster.cost
}

describe('the bound of a problem ruled by units', { timeout: 120_000 }, () => {
  it('is never above the cheapest of all rotas, and often meets it', () => {
    let compared = 0
    let near = 0
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = randomUnitProblem(seed, { slots: 7, staff: 3 })
        const least = leastByTrial(problem)
        if (least === undefined || least === Number.POSITIVE_INFINITY) return
        compared++
        const state = startBound(problem)
        advanceBound(problem, state, 60, least)
        expect(state.value).toBeLessThanOrEqual(least)
        if (state.value >= least - 0.1 * Math.abs(least)) near++
      }),
      { seed: 11, numRuns: 300 },
    )
    expect(compared).toBeGreaterThan(60)
    expect(near / compared).toBeGreaterThan(0.3)
  })

  it('is never above any rota without breaches, whatever the prices', () => {
    let compared = 0
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = randomUnitProblem(seed)
        const draw = drawerOf(seed)
        const known = foundByDrawing(problem, draw)
        if (known === undefined) return
        compared++
        const state = startBound(problem)
        advanceBound(problem, state, 30, known)
        expect(state.value).toBeLessThanOrEqual(known)
        const prices = multipliersOf(state)
        expect(boundAt(problem, prices)).toBe(state.value)
        const strange = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e300, -1e300, -0]
        const hostile = prices.map((price) =>
          draw(0, 3) === 0 ? strange[draw(0, 5)]! : price + draw(-900, 900),
        )
        expect(boundAt(problem, hostile)).toBeLessThanOrEqual(known)
      }),
      { seed: 12, numRuns: 150 },
    )
    expect(compared).toBeGreaterThan(20)
  })

  it('only rises', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = randomUnitProblem(seed)
        const whole = startBound(problem)
        const values = [whole.value]
        for (let round = 0; round < 40; round++) {
          advanceBound(problem, whole, 1, Number.POSITIVE_INFINITY)
          values.push(whole.value)
        }
        expect(values).toEqual([...values].sort((a, b) => a - b))
      }),
      { seed: 13, numRuns: 30 },
    )
  })

  it('proves nothing by too many or too few prices', () => {
    const problem = randomUnitProblem(5)
    const state = startBound(problem)
    advanceBound(problem, state, 5, Number.POSITIVE_INFINITY)
    const prices = multipliersOf(state)
    expect(relaxationOf(problem)).toBeDefined()
    expect(boundAt(problem, prices.slice(1))).toBe(Number.NEGATIVE_INFINITY)
    expect(boundAt(problem, new Float64Array(prices.length + 1))).toBe(Number.NEGATIVE_INFINITY)
    expect(boundAt(problem, new Float64Array(0))).toBe(startBound(problem).value)
  })
})

describe('the bound of a problem ruled by minutes', { timeout: 60_000 }, () => {
  it('is never above a full rota without breaches', () => {
    let compared = 0
    let raised = 0
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = randomProblem(seed)
        const state = startSearch(problem, seed, 3000)
        advanceSearch(problem, state, 3000)
        const { holder } = bestRoster(problem, state)
        const score = scoreOf(problem, holder)
        if (score.hard > 0) return
        compared++
        const bound = startBound(problem)
        const { value } = bound
        advanceBound(problem, bound, 40, score.total)
        expect(bound.value).toBeLessThanOrEqual(score.total)
        if (bound.value > value) raised++
        const prices = multipliersOf(bound)
        expect(boundAt(problem, prices)).toBe(bound.value)
        const draw = drawerOf(seed)
        const hostile = prices.map((price) => (draw(0, 5) === 0 ? 1e300 : price + draw(-99, 99) / 9))
        expect(boundAt(problem, hostile)).toBeLessThanOrEqual(score.total)
      }),
      { seed: 14, numRuns: 60 },
    )
    expect(compared).toBeGreaterThan(15)
    expect(raised).toBeGreaterThan(10)
  })
})
