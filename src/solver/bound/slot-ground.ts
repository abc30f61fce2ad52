import { COUNTERS, NONE, type Problem, WEEKENDS } from '../problem.ts'
import { commonDivisor } from './common-divisor.ts'
import { type Counted, countedBy, countedSlots, type Takers, takersOf } from './counted.ts'
import { type Curve, countAt, gainOf } from './curve.ts'
import { evenRange, rangeOfSum } from './even-share.ts'
import { pointsFloor } from './floors.ts'
import type { Ground } from './ground.ts'

/** A person's count of one counter, in steps of `unit`; its price is for `scale` of it. */
interface CountRow {
  readonly person: number
  readonly counter: number
  readonly curve: Curve
  readonly unit: number
  readonly scale: number
}

/** Prices beyond this are of no use. */
const MOST_PRICE = 1e8

/**
 * For rules by minutes: each slot goes to whoever it costs least, by wishes and by the prices of counts; each person's counts are
 * what is dearest at these prices. Counts that no price brings together (weekends, and sums that are not known beforehand) stand by themselves.
 */
export function slotGround(problem: Problem): Ground {
  const takers = takersOf(problem)
  let constant = fixedCost(problem)
  const rows: CountRow[] = []
  for (let counter = 0; counter < COUNTERS; counter++) {
    const counted = countedBy(problem, takers, counter)
    const own = counter === WEEKENDS ? [] : rowsOf(problem, takers, counter)
    rows.push(...own)
    if (own.length > 0) constant -= 0.5 * (problem.staff + 1)
    else
      constant += pointsFloor(
        problem,
        counted,
        counter,
        counter === WEEKENDS ? problem.weights.weekendWorked : 0,
      )
  }
  const rowAt = new Int32Array(problem.staff * COUNTERS).fill(NONE)
  rows.forEach(({ person, counter }, row) => {
    rowAt[person * COUNTERS + counter] = row
  })
  const costs = costsOfPairs(problem, takers)
  return {
    low: new Float64Array(rows.length).fill(-MOST_PRICE),
    high: new Float64Array(rows.length).fill(MOST_PRICE),
    hill: (prices, slope) => constant + heightAt(problem, takers, rows, rowAt, costs, prices, slope),
    surely: (height, prices) => {
      const size = rows.reduce(
        (sum, { curve, unit, scale }, row) => sum + (Math.abs(prices[row]!) * curve.most * unit) / scale,
        0,
      )
      return Math.ceil(height - 0.01 - 1e-11 * (size + Math.abs(height)))
    },
  }
}

function fixedCost({ fixedTo, pairCost, slots }: Problem): number {
  return fixedTo.reduce(
    (sum, person, slot) => sum + (person === NONE ? 0 : pairCost[person * slots + slot]!),
    0,
  )
}

/** None for a counter whose sum over those who share depends on who holds what. */
function rowsOf(problem: Problem, takers: Takers, counter: number): CountRow[] {
  const counted = countedSlots(problem, takers, counter)
  const { from, to } = rangeOfSum(problem, counted, counter)
  if (from !== to || counted.items.length === 0) return []
  const unit = counted.items.reduce((divisor, item) => commonDivisor(divisor, item.amount), 0)
  const scale = counted.items.reduce((sum, item) => sum + item.amount, 0) / counted.items.length
  return Array.from(counted.base, (_, person) => {
    return { person, counter, curve: curveOf(problem, counted, person, counter, unit, from), unit, scale }
  })
}

function curveOf(
  problem: Problem,
  { base, items }: Counted,
  person: number,
  counter: number,
  unit: number,
  sum: number,
): Curve {
  const at = person * COUNTERS + counter
  const even = (evenRange(problem, at, counter, sum, sum)?.from ?? 0) / unit
  const reachable = items.reduce((all, item) => all + (item.takers.includes(person) ? item.amount : 0), 0)
  const least = base[person]! / unit
  const square = problem.scale[at]! * unit * unit
  return { square, from: even, to: even, steep: 0, aim: 0, each: 0, least, most: least + reachable / unit }
}

/** By slot and taker, in order of `takers`: what the pair costs by itself. */
function costsOfPairs(problem: Problem, takers: Takers): Float64Array[] {
  const { pairCost, slots, block, heavy, weights } = problem
  return takers.of.map((persons, slot) =>
    Float64Array.from(persons, (person) => {
      const pair = person * slots + slot
      // Nights before office days are charged once for a block, which other slots of it may have been charged for.
      return pairCost[pair]! + (block[slot] === NONE ? weights.officeDay * heavy[pair]! : 0)
    }),
  )
}

function heightAt(
  problem: Problem,
  takers: Takers,
  rows: readonly CountRow[],
  rowAt: Int32Array,
  costs: readonly Float64Array[],
  prices: Float64Array,
  slope: Float64Array,
): number {
  const { amounts, movable, conditional, weights } = problem
  let height = 0
  rows.forEach(({ curve, unit, scale }, row) => {
    const price = (prices[row]! / scale) * unit
    const count = countAt(curve, price)
    height += price * curve.least - gainOf(curve, price, count)
    slope[row] = ((curve.least - count) * unit) / scale
  })
  for (const slot of movable) {
    const persons = takers.of[slot]!
    let least = conditional[slot] === 1 ? 0 : persons.length === 0 ? weights.open : Number.POSITIVE_INFINITY
    let taker = NONE
    for (let i = 0; i < persons.length; i++) {
      let cost = costs[slot]![i]!
      for (let counter = 0; counter < COUNTERS; counter++) {
        const row = rowAt[persons[i]! * COUNTERS + counter]!
        if (row !== NONE) cost += (prices[row]! * amounts[slot * COUNTERS + counter]!) / rows[row]!.scale
      }
      if (cost >= least) continue
      least = cost
      taker = persons[i]!
    }
    height += least
    if (taker === NONE) continue
    for (let counter = 0; counter < COUNTERS; counter++) {
      const row = rowAt[taker * COUNTERS + counter]!
      if (row !== NONE) slope[row]! += amounts[slot * COUNTERS + counter]! / rows[row]!.scale
    }
  }
  return height
}
