import { describe, expect, it } from 'vitest'
import { toProblem } from '../../../src/solver/derive.ts'
import type { WeekRest } from '../../../src/solver/limits.ts'
import { blankProblem } from '../../../src/solver/problem.ts'
import { holdingOf } from '../../../src/solver/score/holding.ts'
import { restShort } from '../../../src/solver/score/week-rest.ts'
import { WEIGHTS } from '../../../src/solver/weights.ts'

const WEEK = 7 * 1440

/** How short the rest is of somebody whose one duty breaks it so often: a minute every fifth, from the start of the week. */
function shortBy(count: number): number {
  const data = blankProblem({ slots: 1, staff: 1, weeks: 1, weekends: 0, blocks: 0, quotas: 0 }, WEIGHTS)
  data.end[0] = WEEK
  data.weekStart[1] = WEEK
  const problem = toProblem(data)
  const weekRest: WeekRest = {
    least: Int32Array.of(WEEK),
    from: Int32Array.of(0, 2 * count, 2 * count),
    breaks: Int32Array.from({ length: 2 * count }, (_, edge) => 5 * (edge >> 1) + (edge & 1)),
    other: [new Int32Array(0)],
    unknown: new Uint8Array(1),
  }
  return restShort(problem, weekRest, holdingOf(problem, [[0]]), 0, 0)
}

describe('the unbroken rest of a week', () => {
  it('is what lies behind the last of however many breaks', () => {
    for (const count of [1, 256, 257, 1000]) expect(shortBy(count)).toBe(5 * (count - 1) + 1)
  })

  it('is never told where more break it than can be kept', () => {
    expect(() => shortBy(9000)).toThrow('more than 8192 breaks')
  })
})
