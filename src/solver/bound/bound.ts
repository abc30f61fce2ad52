import type { Problem } from '../problem.ts'
import { type Bundle, climb, type Hill, type Room, roomOf, startBundle } from './bundle.ts'
import { boundBy, scratchOf } from './programme.ts'
import { type Relaxation, relaxationOf } from './relaxation.ts'
import { floorOfTotal } from './total-floor.ts'

/** A proven lower bound that is raised round by round. */
export interface BoundState {
  /** No rota without hard breaches, and with nothing open that could be held, has a `Score.total` below this; −∞ while nothing is proved. */
  value: number
  /** Rounds done. */
  rounds: number
  /** True once further rounds promise next to nothing, or the bound has met the lowest cost known. */
  isSettled: boolean
  /** Null where rules by minutes hold: there the bound stands at the sum of its floors. */
  readonly climbing: Climbing | null
}

interface Climbing {
  readonly relaxation: Relaxation
  readonly bundle: Bundle
  readonly room: Room
  readonly hill: Hill
}

export function startBound(problem: Problem): BoundState {
  const relaxation = relaxationOf(problem)
  if (relaxation === undefined) {
    const value = problem.grid === null ? floorOfTotal(problem) : Number.NEGATIVE_INFINITY
    return { value, rounds: 0, isSettled: true, climbing: null }
  }
  const hill = hillOf(relaxation)
  const bundle = startBundle(relaxation.low, relaxation.high, hill)
  return stateOf({ relaxation, bundle, room: roomOf(bundle), hill }, 0)
}

export function stateOf(climbing: Climbing, rounds: number): BoundState {
  const state = { value: Number.NEGATIVE_INFINITY, rounds, isSettled: false, climbing }
  refresh(state, climbing, Number.POSITIVE_INFINITY)
  return state
}

/** A promise this small a part of the bound ends the climb. */
const SETTLED = 2e-5

function refresh(state: BoundState, { relaxation, bundle }: Climbing, known: number): void {
  state.value = safely(relaxation, bundle.value, bundle.centre)
  state.isSettled =
    !Number.isFinite(bundle.value) ||
    state.value >= known ||
    bundle.promise < SETTLED * Math.abs(bundle.value)
}

/** Raises the bound by so many rounds, or until it is settled; `known` is the lowest cost known. */
export function advanceBound(_problem: Problem, state: BoundState, rounds: number, known: number): void {
  const { climbing } = state
  if (climbing === null) {
    state.rounds += rounds
    return
  }
  for (let round = 0; round < rounds && !state.isSettled; round++) {
    climb(climbing.bundle, climbing.room, climbing.hill)
    state.rounds++
    refresh(state, climbing, known)
  }
}

/** Prices that prove the bound; none where it rests on no prices. */
export function multipliersOf({ climbing }: BoundState): Float64Array {
  return climbing === null ? new Float64Array(0) : climbing.bundle.centre.slice()
}

/**
 * The bound that these prices prove, whatever they are: those that are no numbers count as nothing, and those past their limits as
 * their limits. Prices of another problem, by their number, prove nothing (−∞).
 */
export function boundAt(problem: Problem, multipliers: Float64Array): number {
  const relaxation = relaxationOf(problem)
  if (relaxation === undefined)
    return problem.grid === null ? floorOfTotal(problem) : Number.NEGATIVE_INFINITY
  const { low, high } = relaxation
  if (multipliers.length !== low.length) return Number.NEGATIVE_INFINITY
  const prices = Float64Array.from(low, (least, row) => {
    const price = multipliers[row]!
    return Math.min(high[row]!, Math.max(least, Number.isNaN(price) ? 0 : price))
  })
  return safely(relaxation, boundBy(relaxation, prices, scratchOf(relaxation)), prices)
}

function hillOf(relaxation: Relaxation): Hill {
  const scratch = scratchOf(relaxation)
  return (prices, slope) => {
    const bound = boundBy(relaxation, prices, scratch)
    slope.set(scratch.slope)
    return bound
  }
}

/** Up to the next cost that a rota can have, when what rounding of sums may have added is taken off. */
function safely({ grain, base, persons }: Relaxation, bound: number, prices: Float64Array): number {
  if (!Number.isFinite(bound)) return Number.NEGATIVE_INFINITY
  const size = prices.reduce((sum, price) => sum + Math.abs(price), Math.abs(bound))
  const sure = bound - 0.01 - 1e-12 * size * (persons.length + 1)
  return grain === 0 ? sure : base + grain * Math.ceil((sure - base) / grain)
}
