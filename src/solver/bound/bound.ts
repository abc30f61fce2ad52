import { COUNTERS, NONE, type Problem, WEEKENDS } from '../problem.ts'
import { countedBy, takersOf } from './counted.ts'
import { pointsFloor } from './floors.ts'

/** A proven lower bound that is raised round by round. */
export interface BoundState {
  /** No rota without hard breaches and with nothing open that could be held has a `Score.total` below this. */
  value: number
  /** Rounds done. */
  rounds: number
  multipliers: Float64Array
}

export function startBound(problem: Problem): BoundState {
  return { value: boundAt(problem, new Float64Array(0)), rounds: 0, multipliers: new Float64Array(0) }
}

/** Raises the bound by so many rounds; `known`, the lowest cost known so far, only sets how far each round steps. */
export function advanceBound(_problem: Problem, state: BoundState, rounds: number, _known: number): void {
  state.rounds += rounds
}

export function multipliersOf(state: BoundState): Float64Array {
  return state.multipliers.slice()
}

/** The bound that these multipliers prove: valid whatever they are; those that are no numbers, or too many, are passed over. */
export function boundAt(problem: Problem, _multipliers: Float64Array): number {
  return problem.grid === null ? floorOfTotal(problem) : Number.NEGATIVE_INFINITY
}

/** What each slot costs at the least by itself, and each criterion by itself. */
function floorOfTotal(problem: Problem): number {
  const takers = takersOf(problem)
  const { weights } = problem
  let floor = 0
  for (const slot of problem.movable) floor += leastOfSlot(problem, takers.of[slot]!, slot)
  problem.fixedTo.forEach((person, slot) => {
    if (person !== NONE) floor += costOfPair(problem, person, slot)
  })
  for (let counter = 0; counter < COUNTERS; counter++) {
    const each = counter === WEEKENDS ? weights.weekendWorked : 0
    floor += pointsFloor(problem, countedBy(problem, takers, counter), counter, each)
  }
  return floor
}

function leastOfSlot(problem: Problem, takers: Int32Array, slot: number): number {
  const isConditional = problem.conditional[slot] === 1
  if (takers.length === 0) return isConditional ? 0 : problem.weights.open
  let least = isConditional ? 0 : Number.POSITIVE_INFINITY
  for (const person of takers) least = Math.min(least, costOfPair(problem, person, slot))
  return least
}

function costOfPair(
  { slots, weights, warnMinutes, wishPoints }: Problem,
  person: number,
  slot: number,
): number {
  const pair = person * slots + slot
  return weights.warnMinute * warnMinutes[pair]! + weights.wishPoint * wishPoints[pair]!
}
