import { COUNTERS, HOLIDAYS, NIGHTS, type Problem, WEEKENDS } from '../problem.ts'
import { type Counted, countedBy, takersOf } from './counted.ts'
import { leastDistance } from './distance.ts'
import { evenRange, type Range, rangeOfSum } from './even-share.ts'
import { costFloor, sharingWith } from './share-out.ts'
import type { Sharing } from './sharing.ts'

export const CRITERIA = ['hours', 'nights', 'weekends', 'holidays'] as const
export type Criterion = (typeof CRITERIA)[number]

/** How evenly one criterion is, or can be, shared out. */
export interface Floor {
  /** As in `Score.fairness`. */
  readonly points: number
  /** How far the doctor furthest from an even share stands from it: minutes of one form of duty, or a number of duties or weekends. */
  readonly furthest: number
}

export type Floors = { readonly [K in Criterion]: Floor }

/**
 * What no full rota can do better than, criterion by criterion. Full: every movable slot that is not conditional is held, but for
 * those without a taker (`takersOf`: refused neither by itself nor by a clash with what is fixed to them). Each criterion is taken by
 * itself; rest, caps and wishes are left out of account. Where two slots have one taker between them no rota is full, and one with
 * a place open may lie below: nobody is told of floors beside it.
 */
export function floorsOf(problem: Problem): Floors {
  const takers = takersOf(problem)
  const counters = Array.from({ length: COUNTERS }, (_, counter) => {
    const counted = countedBy(problem, takers, counter)
    return {
      points: Math.max(0, pointsFloor(problem, counted, counter, 0)),
      furthest: leastDistance(problem, counted, counter),
    }
  })
  return byCriterion((counter) => counters[counter]!, problem)
}

/** Counters of a criterion; where units rule, the two spare places hold days and duties of weekends. */
function byCriterion(of: (counter: number) => Floor, problem: Problem): Floors {
  const together = (...counters: readonly number[]) => ({
    points: counters.reduce((sum, counter) => sum + of(counter).points, 0),
    furthest: Math.max(...counters.map((counter) => of(counter).furthest)),
  })
  const isByUnits = problem.grid !== null
  return {
    hours: isByUnits ? together(0, 1) : together(0, 1, 2),
    nights: together(NIGHTS),
    weekends: isByUnits ? together(2, WEEKENDS) : together(WEEKENDS),
    holidays: together(HOLIDAYS),
  }
}

/** Least points of one counter when each unit of it also costs `each`. */
export function pointsFloor(problem: Problem, counted: Counted, counter: number, each: number): number {
  if (counted.items.length === 0 && counted.base.every((held) => held === 0)) return 0
  if (problem.grid !== null) return costFloor(sharingOf(problem, counted, counter, NO_RANGE, each))
  const found = poolFloor(problem, counted, counter, each)
  const rounding = 0.5 * (problem.staff + 1)
  return Math.ceil(found - rounding - 1e-9 * Math.abs(found))
}

const NO_RANGE: Range = { from: 0, to: 0 }

/** Ranges of the sum that those who share may hold are halved, the lowest first, so often at most. */
const HALVINGS = 12

/** With the sum X known, Σ x²/w − X²/W is Σ (x − wX/W)²/w; with X in a range, the nearest X is taken for each person. */
function poolFloor(problem: Problem, counted: Counted, counter: number, each: number): number {
  const of = (from: number, to: number) => ({
    from,
    to,
    floor: costFloor(sharingOf(problem, counted, counter, { from, to }, each)),
  })
  const whole = rangeOfSum(problem, counted, counter)
  const ranges = [of(whole.from, whole.to)]
  for (let i = 0; i < HALVINGS; i++) {
    ranges.sort((a, b) => b.floor - a.floor)
    const { from, to } = ranges.at(-1)!
    if (from === to) break
    ranges.pop()
    const middle = Math.floor((from + to) / 2)
    ranges.push(of(from, middle), of(middle + 1, to))
  }
  return Math.min(...ranges.map((range) => range.floor))
}

function sharingOf(
  problem: Problem,
  counted: Counted,
  counter: number,
  { from, to }: Range,
  each: number,
): Sharing {
  return sharingWith(counted, (person) => {
    const at = person * COUNTERS + counter
    const even = evenRange(problem, at, counter, from, to) ?? { from: 0, to: 0 }
    const square = problem.grid?.squared[counter] ?? problem.scale[at]!
    return { square, ...even, steep: problem.grid?.steep[counter] ?? 0, aim: even.from, each }
  })
}
