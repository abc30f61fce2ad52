import type { Problem } from '../problem.ts'
import { type Bundle, climb, type Room, roomOf, startBundle } from './bundle.ts'
import { type Ground, groundOf } from './ground.ts'

/** A proven lower bound that is raised round by round. */
export interface BoundState {
  /**
   * No full rota (`floorsOf`) without hard breaches has a `Score.total` below this, and where units rule no other without hard
   * breaches either; −∞ while nothing is proved.
   */
  value: number
  /** Rounds done. */
  rounds: number
  /** True once further rounds promise next to nothing, or the bound has met the lowest cost known. */
  isSettled: boolean
  /** Null where nothing can be proved. */
  readonly climbing: Climbing | null
}

interface Climbing {
  readonly ground: Ground
  readonly bundle: Bundle
  readonly room: Room
}

export function startBound(problem: Problem): BoundState {
  const ground = groundOf(problem)
  if (ground === undefined)
    return { value: Number.NEGATIVE_INFINITY, rounds: 0, isSettled: true, climbing: null }
  const bundle = startBundle(ground.low, ground.high, ground.hill)
  return stateOf({ ground, bundle, room: roomOf(bundle) }, 0)
}

function stateOf(climbing: Climbing, rounds: number): BoundState {
  const state = { value: Number.NEGATIVE_INFINITY, rounds, isSettled: false, climbing }
  refresh(state, climbing, Number.POSITIVE_INFINITY)
  return state
}

/** A promise this small a part of the bound ends the climb. */
const SETTLED = 2e-5

function refresh(state: BoundState, { ground, bundle }: Climbing, known: number): void {
  state.value = ground.surely(bundle.value, bundle.centre)
  state.isSettled =
    !Number.isFinite(bundle.value) ||
    state.value >= known ||
    bundle.centre.length === 0 ||
    bundle.promise < SETTLED * Math.abs(bundle.value)
}

/** Raises the bound by so many rounds, or until it is settled; `known` is the lowest cost known. */
export function advanceBound(_problem: Problem, state: BoundState, rounds: number, known: number): void {
  const { climbing } = state
  if (climbing === null) return
  for (let round = 0; round < rounds && !state.isSettled; round++) {
    climb(climbing.bundle, climbing.room, climbing.ground.hill)
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
 * their limits. No prices at all stand for nothing each; prices of another problem, by their number, prove nothing (−∞).
 */
export function boundAt(problem: Problem, multipliers: Float64Array): number {
  const ground = groundOf(problem)
  if (ground === undefined) return Number.NEGATIVE_INFINITY
  if (multipliers.length !== 0 && multipliers.length !== ground.low.length) return Number.NEGATIVE_INFINITY
  const prices = Float64Array.from(ground.low, (least, row) => {
    const price = multipliers[row] ?? 0
    return Math.min(ground.high[row]!, Math.max(least, Number.isNaN(price) ? 0 : price))
  })
  return ground.surely(ground.hill(prices, new Float64Array(prices.length)), prices)
}
