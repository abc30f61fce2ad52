import type { Problem } from '../problem.ts'
import type { Grid } from '../units.ts'
import { coolness } from './cooling.ts'
import type { Roster } from './roster.ts'
import type { SearchState } from './state.ts'

/** The first part of the planned iterations, during which it does not matter how many they are: a clock may tell it meanwhile. */
export const WARM_UP = 0.1

/** A breach for every so many slots in the first rota makes a problem knotty: breaches are then pushed about before they vanish. */
const SLOTS_A_BREACH = 100
/** Part of a breach's price at which a knotty search begins. */
const KNOTTY = 0.2
const KNOTTY_HALVINGS = 5
/** With fewer iterations for each slot there is no time to forget the first rota and find a better one. */
const PLENTY = 6000

export function isKnotty(problem: Problem, roster: Roster): boolean {
  return roster.hard * SLOTS_A_BREACH > problem.slots
}

/** Points by which a change may typically worsen the rota: hot in knots, cool where there is little time. */
export function unitTemperature(problem: Problem, grid: Grid, state: SearchState, step: number): number {
  const { firstTemperature, halvings } = problem.weights
  const warmUp = WARM_UP * state.planned
  const progress = Math.max(0, step - warmUp) / (state.planned - warmUp)
  if (state.isKnotty)
    return Math.max(firstTemperature, KNOTTY * grid.penalty) * coolness(progress, KNOTTY_HALVINGS)
  const isShort = step < warmUp || state.planned < PLENTY * problem.slots
  return (
    (isShort ? firstTemperature / 2 : firstTemperature) *
    coolness(progress, isShort ? halvings - 1 : halvings)
  )
}
