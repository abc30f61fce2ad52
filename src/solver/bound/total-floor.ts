import { COUNTERS, NONE, type Problem, WEEKENDS } from '../problem.ts'
import { countedBy, takersOf } from './counted.ts'
import { pointsFloor } from './floors.ts'

/** For rules by minutes: what each slot costs at the least by itself, and each criterion at the least by itself. */
export function floorOfTotal(problem: Problem): number {
  const takers = takersOf(problem)
  const { weights, pairCost, slots } = problem
  let floor = 0
  for (const slot of problem.movable) floor += leastOfSlot(problem, takers.of[slot]!, slot)
  problem.fixedTo.forEach((person, slot) => {
    if (person !== NONE) floor += pairCost[person * slots + slot]!
  })
  for (let counter = 0; counter < COUNTERS; counter++) {
    const each = counter === WEEKENDS ? weights.weekendWorked : 0
    floor += pointsFloor(problem, countedBy(problem, takers, counter), counter, each)
  }
  return floor
}

function leastOfSlot(
  { conditional, weights, pairCost, heavy, block, slots }: Problem,
  takers: Int32Array,
  slot: number,
): number {
  const isConditional = conditional[slot] === 1
  if (takers.length === 0) return isConditional ? 0 : weights.open
  let least = isConditional ? 0 : Number.POSITIVE_INFINITY
  for (const person of takers) {
    const pair = person * slots + slot
    // Nights before office days are charged once for a block, which other slots of it may have been charged for.
    const office = block[slot] === NONE ? weights.officeDay * heavy[pair]! : 0
    least = Math.min(least, pairCost[pair]! + office)
  }
  return least
}
