import type { Problem } from '../problem.ts'
import type { Grid } from '../units.ts'
import { nextWord } from './chance.ts'
import { EXPONENTIALS } from './cooling.ts'
import { isSeeking, unitTemperature } from './heat.ts'
import { makePricedMove } from './priced-moves.ts'
import { keepBest, type SearchState } from './state.ts'
import { priceUnits, type UnitState } from './unit-state.ts'

/** Iterations between two temperatures. */
const STEP = 1024

/** Goes on to the given iteration under rules by units, or until what is sought is another thing. */
export function advanceUnits(problem: Problem, grid: Grid, state: SearchState, last: number): void {
  if (!isSeeking(state) || grid.stern === null) {
    run(problem, grid, state, last, false)
    return
  }
  const units = state.roster.units as UnitState
  priceUnits(grid.stern, units)
  run({ ...problem, grid: grid.stern }, grid.stern, state, last, true)
  priceUnits(grid, units)
}

function run(problem: Problem, grid: Grid, state: SearchState, last: number, isOnlyLegal: boolean): void {
  const { roster, chance } = state
  while (state.iteration < last) {
    const step = state.iteration - (state.iteration % STEP)
    const temperature = unitTemperature(problem, grid, state, step)
    const until = Math.min(last, step + STEP)
    while (state.iteration < until) {
      state.iteration++
      // Moves are priced beforehand: what is made is borne.
      if (
        !makePricedMove(problem, grid, roster, chance, temperature * EXPONENTIALS[nextWord(chance) >>> 20]!)
      )
        continue
      roster.logged = 0
      if (roster.hard > state.bestHard || (roster.hard === state.bestHard && roster.cost >= state.bestCost))
        continue
      keepBest(state)
      if (isOnlyLegal && state.bestHard === 0) return
    }
  }
}
