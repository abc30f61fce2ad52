import { toProblem } from '../derive.ts'
import { NONE, type Problem } from '../problem.ts'
import { withoutCosts } from '../units.ts'
import { NO_WEIGHTS } from '../weights.ts'

/** What is open or broken is traded for what is open or broken elsewhere, at one price. */
const PRICE = 1_000_000
/** Part of the price by which a change may typically worsen the rota. */
const WARMTH = 1 / 3

/**
 * The same hard rules without anything that makes one full rota better than another, so that a search only heals; of the
 * movable slots only some, the others nobody can take and nobody misses. Slots keep their numbers.
 */
export function bareOf(problem: Problem, keeps: (slot: number) => boolean): Problem {
  const { slots, staff, units } = problem
  const refusal = problem.refusal.slice()
  const conditional = problem.conditional.slice()
  for (const slot of problem.movable) {
    if (keeps(slot)) continue
    conditional[slot] = 1
    for (let person = 0; person < staff; person++) refusal[person * slots + slot] = 1
  }
  const bare = toProblem({
    ...problem,
    weights: {
      ...NO_WEIGHTS,
      open: PRICE,
      breach: units === null ? 0 : PRICE,
      firstTemperature: PRICE * WARMTH,
      halvings: 2,
    },
    wishPoints: new Int32Array(staff * slots),
    points: new Float64Array(problem.points.length),
    refusal,
    conditional,
    units: units && withoutCosts(units),
  })
  return { ...bare, movable: bare.movable.filter(keeps) }
}

/** The same with some slots in the hands that they are given to for good; of the others only some can move. */
export function withHolders(
  problem: Problem,
  holders: ReadonlyMap<number, number>,
  moves: (slot: number) => boolean = () => true,
): Problem {
  const fixedTo = problem.fixedTo.slice()
  for (const [slot, person] of holders) fixedTo[slot] = person
  const { movable } = problem
  const fixed = toProblem({ ...problem, fixedTo })
  return { ...fixed, movable: movable.filter((slot) => fixedTo[slot] === NONE && moves(slot)) }
}
