import type { Problem } from '../problem.ts'
import type { Grid } from '../units.ts'
import { coolness } from './cooling.ts'
import type { Roster } from './roster.ts'
import type { SearchState } from './state.ts'

/** The first part of the planned iterations, during which it does not matter how many they are: a clock may tell it meanwhile. */
export const WARM_UP = 0.1

/** A breach for every so many slots in the first rota makes a problem knotty: breaches are then pushed about before they vanish. */
const SLOTS_A_BREACH = 100
/** Part of a breach's price at which a knotty search begins, and how often that is halved beyond the problem's own halvings. */
const KNOTTY = 0.2
const MORE_HALVINGS = 2
/** Until a first rota without a breach is found, a knotty search cools twice in so many iterations, again and again. */
const SEEKING = 50_000
const SEEKING_HALVINGS = 2
/** With fewer iterations for each slot there is no time to forget the first rota and find a better one. */
const PLENTY = 6000

export function isKnotty(problem: Problem, roster: Roster): boolean {
  return roster.hard * SLOTS_A_BREACH > problem.slots
}

/** Whether nothing matters yet but breaches. */
export function isSeeking(state: SearchState): boolean {
  return state.isKnotty === true && state.bestHard > 0
}

/** Points by which a change may typically worsen the rota: hot in knots, cool where there is little time. */
export function unitTemperature(problem: Problem, grid: Grid, state: SearchState, step: number): number {
  const { firstTemperature, halvings } = problem.weights
  const warmUp = WARM_UP * state.planned
  const progress = Math.max(0, step - warmUp) / (state.planned - warmUp)
  if (state.isKnotty) {
    const hot = KNOTTY * grid.penalty
    if (isSeeking(state)) return hot * coolness((step % SEEKING) / SEEKING, SEEKING_HALVINGS)
    const isRaised = hot > firstTemperature
    return (
      Math.max(hot, firstTemperature) * coolness(progress, isRaised ? halvings + MORE_HALVINGS : halvings)
    )
  }
  const isShort = step < warmUp || state.planned < PLENTY * problem.slots
  return (
    (isShort ? firstTemperature / 2 : firstTemperature) *
    coolness(progress, isShort ? halvings - 1 : halvings)
  )
}
