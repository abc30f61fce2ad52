import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { solveExact } from '../../../src/cli/highs.ts'
import { toLegevaktProblem } from '../../../src/cli/legevakt-problem.ts'
import type { Wish } from '../../../src/core/rota/wish.ts'
import { addDays } from '../../../src/core/time/local-date.ts'
import { advanceBound, boundAt, multipliersOf, startBound } from '../../../src/solver/bound/bound.ts'
import { CRITERIA, type Criterion, floorsOf } from '../../../src/solver/bound/floors.ts'
import { encodeRota } from '../../../src/solver/encode/encode.ts'
import { COUNTERS, HOLIDAYS, NIGHTS, type Problem, WEEKENDS } from '../../../src/solver/problem.ts'
import { scoreOf } from '../../../src/solver/score/score.ts'
import { makeDistrict, makeDoctor, makeRota, makeSurgery, weekdays } from '../../support/make-district.ts'
import { drawerOf } from '../random-district.ts'
import { randomUnitProblem } from '../random-unit-problem.ts'
import { smallInstance } from './small-instance.ts'

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 })

/** A rota of HiGHS with nothing open and no breach; undefined where there is none or it is not found in time. */
async function rotaOf(problem: Problem, seconds: number) {
  const found = await solveExact(problem, { objective: 'cost', seconds })
  if (found.kind === 'infeasible' || found.kind === 'undecided') return undefined
  const score = scoreOf(problem, found.holder)
  return score.hard > 0 || score.open > 0 ? undefined : { ...found, score }
}

const STRANGE = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e300, -1e300, -0]

/** The best bound of so many rounds, when neither it nor those of other prices, hostile ones too, nor a floor lies above the rota. */
function boundBelow(
  problem: Problem,
  { holder, cost, score }: NonNullable<Awaited<ReturnType<typeof rotaOf>>>,
  rounds: number,
  seed: number,
): number {
  const draw = drawerOf(seed)
  const state = startBound(problem)
  advanceBound(problem, state, rounds, Number.POSITIVE_INFINITY)
  expect(state.value).toBeLessThanOrEqual(cost)
  const prices = multipliersOf(state)
  expect(boundAt(problem, prices)).toBe(state.value)
  const drawn = prices.map(() => draw(-100_000, 100_000) / 7)
  const near = prices.map((price) => price * (draw(80, 120) / 100) + draw(-9, 9) / 10)
  const hostile = prices.map((price) => (draw(0, 3) === 0 ? STRANGE[draw(0, 5)]! : price + draw(-900, 900)))
  for (const others of [drawn, near, hostile]) expect(boundAt(problem, others)).toBeLessThanOrEqual(cost)
  const floors = floorsOf(problem)
  const shared = problem.grid === null ? score.fairness : sharedByUnits(problem, holder)
  for (const criterion of CRITERIA)
    expect(floors[criterion].points).toBeLessThanOrEqual(Math.max(0, shared[criterion]) + 1e-6)
  return state.value
}

/** What the counts of each criterion cost under rules by units, where the score does not tell them apart. */
function sharedByUnits({ grid, staff, amounts }: Problem, holder: Int16Array): Record<Criterion, number> {
  const costOf = (...counters: readonly number[]) =>
    counters.reduce((sum, counter) => {
      const counts = new Float64Array(staff)
      holder.forEach((person, slot) => {
        if (person >= 0) counts[person]! += amounts[slot * COUNTERS + counter]!
      })
      return counts.reduce((all, count, person) => {
        const away = count - (grid?.target[person * COUNTERS + counter] ?? 0)
        return all + (grid?.steep[counter] ?? 0) * Math.abs(away) + (grid?.squared[counter] ?? 0) * away ** 2
      }, sum)
    }, 0)
  return {
    hours: costOf(0, 1),
    nights: costOf(NIGHTS),
    weekends: costOf(2, WEEKENDS),
    holidays: costOf(HOLIDAYS),
  }
}

interface Sample {
  readonly name: string
  readonly problemOf: (seed: number) => Problem
  readonly seed: number
  readonly runs: number
  readonly rounds: number
  /** That HiGHS may take for each. */
  readonly seconds: number
  /** For how many at least a rota is found, and which part of the bounds come within a tenth of a proved optimum. */
  readonly found: number
  readonly near: number
}

const SAMPLES: readonly Sample[] = [
  {
    name: 'small problems ruled by units',
    problemOf: (seed) => randomUnitProblem(seed, { slots: 9, staff: 5 }),
    seed: 71,
    runs: 50,
    rounds: 80,
    seconds: 1,
    found: 4,
    near: 0,
  },
  {
    name: 'a few doctors over two weeks, ruled by units',
    problemOf: (seed) => toLegevaktProblem(smallInstance(seed)).problem,
    seed: 72,
    runs: 30,
    rounds: 150,
    seconds: 1,
    found: 10,
    near: 0.9,
  },
  {
    name: 'small districts',
    problemOf: districtOf,
    seed: 73,
    runs: 10,
    rounds: 80,
    seconds: 0.15,
    found: 6,
    near: 0,
  },
]

/** A week of three or four doctors and one line with wishes, and the rules of a real district. */
function districtOf(seed: number): Problem {
  const draw = drawerOf(seed)
  const ids = ['a', 'b', 'c', 'd'].slice(0, draw(3, 4))
  const from = addDays('2027-03-22', draw(0, 10))
  const wishes = ids.map((personId): Wish => {
    const begin = addDays(from, draw(0, 5))
    const about = { kind: 'dates', from: begin, to: addDays(begin, draw(0, 2)) } as const
    return {
      id: `wish-${personId}`,
      personId,
      about,
      stance: draw(0, 3) === 0 ? 'cannot' : 'wish',
      weight: draw(1, 3) as 1,
    }
  })
  const doctors = ids.map((id) =>
    makeDoctor(id, draw(0, 2) === 0 ? { surgery: [makeSurgery(weekdays('08:00', '15:00'))] } : {}),
  )
  const rota = makeRota({
    district: { ...makeDistrict({ doctors }), wishes },
    from,
    to: addDays(from, draw(5, 9)),
  })
  return encodeRota(rota, { lineIds: ['h'], locked: new Set(), keep: 'locked' }).problem
}

describe('bounds beside the rotas of HiGHS', { timeout: 120_000 }, () => {
  for (const { name, problemOf, seed: first, runs, rounds, seconds, found, near } of SAMPLES) {
    it(`are never above them: ${name}`, async () => {
      const met = { rotas: 0, proved: 0, near: 0 }
      await fc.assert(
        fc.asyncProperty(seeds, async (seed) => {
          const problem = problemOf(seed)
          const rota = await rotaOf(problem, seconds)
          if (rota === undefined) return
          met.rotas++
          const value = boundBelow(problem, rota, rounds, seed)
          if (rota.kind !== 'optimal') return
          met.proved++
          if (value >= rota.cost - 0.1 * Math.abs(rota.cost)) met.near++
        }),
        { seed: first, numRuns: runs },
      )
      expect(met.rotas).toBeGreaterThanOrEqual(found)
      expect(met.near).toBeGreaterThanOrEqual(near * met.proved)
    })
  }
})
