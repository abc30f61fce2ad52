import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { floorsOf } from '../../../src/solver/bound/floors.ts'
import { toProblem } from '../../../src/solver/derive.ts'
import { blankProblem, COUNTERS, HOLIDAYS, NONE, type Problem } from '../../../src/solver/problem.ts'
import { furthestOf } from '../../../src/solver/score/furthest.ts'
import { WEIGHTS } from '../../../src/solver/weights.ts'
import { drawerOf } from '../random-district.ts'

type Draw = ReturnType<typeof drawerOf>

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 })

/** Up to six duties of one size, one after another, that count as holidays; doctors whose shares may be very small. */
function holidaysOf(draw: Draw): Problem {
  const slots = draw(1, 6)
  const staff = draw(2, 3)
  const data = blankProblem({ slots, staff, weeks: 0, weekends: 0, blocks: 0, quotas: 0 }, WEIGHTS)
  const amount = draw(1, 5)
  for (let slot = 0; slot < slots; slot++) {
    data.start[slot] = slot * 600
    data.end[slot] = slot * 600 + 300
    data.amounts[slot * COUNTERS + HOLIDAYS] = amount
    data.conditional[slot] = Number(draw(0, 4) === 0)
  }
  data.points.fill(1)
  for (let person = 0; person < staff; person++)
    data.share[person * COUNTERS + HOLIDAYS] = [0, 0.02, 0.1, 0.2, 0.5, 1][draw(0, 5)]!
  return toProblem(data)
}

/** The least distance from an even share of any full rota, by trying them all. */
function leastFurthest(problem: Problem, holder: Int16Array, slot = 0): number {
  if (slot === problem.slots) return furthestOf(problem, holder).holidays
  const ways = Array.from({ length: problem.staff }, (_, person) => person)
  if (problem.conditional[slot] === 1) ways.push(NONE)
  return Math.min(
    ...ways.map((person) => leastFurthest(problem, holder.with(slot, person) as Int16Array, slot + 1)),
  )
}

describe('the least distance from an even share', () => {
  it('is never above that of the best of all rotas, with shares ever so small', () => {
    let near = 0
    let small = 0
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = holidaysOf(drawerOf(seed))
        const least = leastFurthest(problem, Int16Array.from(problem.fixedTo))
        const { furthest } = floorsOf(problem).holidays
        expect(furthest).toBeLessThanOrEqual(least + 1e-6)
        if (least > 0 && furthest > 0.5 * least) near++
        if (problem.share.some((share) => share > 0 && share < 0.25)) small++
      }),
      { seed: 4, numRuns: 300 },
    )
    expect(small).toBeGreaterThan(100)
    expect(near).toBeGreaterThan(100)
  })
})
