import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { floorAt } from '../../../src/solver/bound/amount-flow.ts'
import { startBound } from '../../../src/solver/bound/bound.ts'
import { isClash, takersOf } from '../../../src/solver/bound/counted.ts'
import { type Curve, curveCost } from '../../../src/solver/bound/curve.ts'
import { CRITERIA, floorsOf } from '../../../src/solver/bound/floors.ts'
import { costFloor } from '../../../src/solver/bound/share-out.ts'
import type { Item, Sharing } from '../../../src/solver/bound/sharing.ts'
import { toProblem } from '../../../src/solver/derive.ts'
import { blankProblem, COUNTERS, NONE, type Problem } from '../../../src/solver/problem.ts'
import { furthestOf } from '../../../src/solver/score/furthest.ts'
import { scoreOf } from '../../../src/solver/score/score.ts'
import { WEIGHTS } from '../../../src/solver/weights.ts'
import { evennessOf } from '../../../src/usecases/build-evenness.ts'
import { drawerOf } from '../random-district.ts'
import { randomProblem } from '../random-problem.ts'

type Draw = ReturnType<typeof drawerOf>

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 })

function randomSharing(draw: Draw, largest: number): Sharing {
  const people = draw(1, 3)
  const items = Array.from({ length: draw(1, 6) }, (_, number): Item => {
    const takers = Array.from({ length: people }, (_, person) => person).filter(() => draw(0, 2) > 0)
    const clique = largest === 1 ? draw(0, 3) : number
    return {
      amount: draw(1, largest),
      takers: Int32Array.from(takers),
      isOptional: draw(0, 1) === 0,
      clique,
    }
  })
  const most = items.reduce((sum, item) => sum + item.amount, 0)
  const curves = Array.from({ length: people }, (): Curve => {
    const least = draw(0, 2)
    const from = draw(-3, 12) / 2
    const aim = draw(0, 16) / 3
    return {
      square: draw(0, 3),
      from,
      to: from + draw(0, 3),
      steep: draw(0, 5),
      aim,
      each: draw(-9, 9),
      least,
      most: least + most,
    }
  })
  return { curves, items }
}

/** The least cost by trying everything; infinite when not all items that must be taken can be. */
function leastByTrial({ curves, items }: Sharing, from = 0, taken: readonly number[] = []): number {
  if (from === items.length) {
    const carried = curves.map((curve) => curve.least)
    taken.forEach((person, item) => {
      if (person !== NONE) carried[person]! += items[item]!.amount
    })
    return carried.reduce((sum, x, person) => sum + curveCost(curves[person]!, x), 0)
  }
  const { takers, isOptional, clique } = items[from]!
  const isFree = (person: number) =>
    !taken.some((other, item) => other === person && items[item]!.clique === clique)
  const ways = [...takers].filter(isFree)
  return Math.min(
    ...[...ways, ...(isOptional ? [NONE] : [])].map((person) =>
      leastByTrial({ curves, items }, from + 1, [...taken, person]),
    ),
  )
}

/** A full rota in which nobody holds what they may not; undefined when the draw led nowhere. */
function drawRota(problem: Problem, draw: Draw): Int16Array | undefined {
  const takers = takersOf(problem)
  const holder = Int16Array.from(problem.fixedTo)
  for (const slot of problem.movable) {
    if (problem.conditional[slot] === 1 && draw(0, 1) === 0) continue
    const held = takers.of[slot]!.filter(
      (person) => !problem.movable.some((other) => holder[other] === person && isClash(problem, other, slot)),
    )
    if (held.length > 0) holder[slot] = held[draw(0, held.length - 1)]!
    else if (takers.of[slot]!.length > 0 && problem.conditional[slot] === 0) return undefined
  }
  return holder
}

describe('the least cost of sharing out', () => {
  it('is that of the best of all ways, for items of one size', () => {
    let compared = 0
    fc.assert(
      fc.property(seeds, (seed) => {
        const sharing = randomSharing(drawerOf(seed), 1)
        const least = leastByTrial(sharing)
        if (least === Number.POSITIVE_INFINITY) return
        compared++
        expect(costFloor(sharing)).toBeCloseTo(least, 6)
      }),
      { seed: 1, numRuns: 6000 },
    )
    expect(compared).toBeGreaterThan(2000)
  })

  it('leaves an optional item again when one that must be taken comes later', () => {
    const curve = { square: 162, from: 1, to: 1, steep: 0, aim: 0, each: 0, least: 0, most: 2 }
    const item = { amount: 1, takers: Int32Array.of(0) }
    const items = [
      { ...item, isOptional: true, clique: 0 },
      { ...item, isOptional: false, clique: 1 },
    ]
    expect(costFloor({ curves: [curve], items })).toBe(0)
  })

  it('is never above the best of all ways, for items of any size and whatever the prices', () => {
    let near = 0
    let compared = 0
    fc.assert(
      fc.property(seeds, (seed) => {
        const draw = drawerOf(seed)
        const sharing = randomSharing(draw, 9)
        const least = leastByTrial(sharing)
        if (least === Number.POSITIVE_INFINITY) return
        const floor = costFloor(sharing)
        expect(floor).toBeLessThanOrEqual(least + 1e-6)
        compared++
        if (floor > least - 0.2 * Math.abs(least)) near++
        const prices = Float64Array.from(sharing.curves, () => draw(-20, 20))
        expect(floorAt(sharing, prices)).toBeLessThanOrEqual(least + 1e-6)
      }),
      { seed: 2, numRuns: 2000 },
    )
    expect(near / compared).toBeGreaterThan(0.5)
  })
})

describe('the floor of each criterion', { timeout: 60_000 }, () => {
  it('is never above what a full rota has', () => {
    let full = 0
    let telling = 0
    fc.assert(
      fc.property(seeds, (seed) => {
        const draw = drawerOf(seed)
        const problem = randomProblem(seed)
        const floors = floorsOf(problem)
        for (let i = 0; i < 5; i++) {
          const holder = drawRota(problem, draw)
          if (holder === undefined) continue
          full++
          const { fairness } = scoreOf(problem, holder)
          for (const criterion of CRITERIA) {
            expect(floors[criterion].points).toBeLessThanOrEqual(Math.max(0, fairness[criterion]))
            if (floors[criterion].points > 0.5 * fairness[criterion]) telling++
          }
        }
      }),
      { seed: 3, numRuns: 40 },
    )
    expect(full).toBeGreaterThan(50)
    expect(telling).toBeGreaterThan(20)
  })

  it('is of full rotas: where two clashing places have one taker it may lie above the best, which is told of no floor', () => {
    const data = blankProblem({ slots: 2, staff: 2, weeks: 1, weekends: 0, blocks: 0, quotas: 0 }, WEIGHTS)
    data.end.fill(480)
    data.weekStart[1] = 10_080
    data.points[0] = 1
    data.refusal.fill(1, 2)
    for (const slot of [0, 1]) data.amounts[slot * COUNTERS] = 480
    const problem = toProblem(data)
    const holder = Int16Array.of(0, NONE)
    const score = scoreOf(problem, holder)
    const furthest = furthestOf(problem, holder)
    expect([score.hard, score.open, furthest.hours]).toEqual([0, 1, 240])
    expect(floorsOf(problem).hours.furthest).toBeGreaterThan(furthest.hours)
    expect(evennessOf(problem, { score, furthest }, true).hours).toEqual({ furthest: 240, least: null })
    expect(startBound(problem).value).toBeLessThanOrEqual(score.total)
  })
})
