import { NONE, type Problem } from '../problem.ts'
import { isBearable } from '../score/cost.ts'
import { advanceUnits } from './advance-units.ts'
import { CHANCE_WORDS, type Chance, nextWord, seedChance } from './chance.ts'
import { construct, fillLeft, takeUpFormer } from './construct.ts'
import { coolness, EXPONENTIALS } from './cooling.ts'
import { isKnotty } from './heat.ts'
import { makeMove } from './moves.ts'
import { type Roster, rollBack, rosterOf } from './roster.ts'
import { fingerprintOf, keepBest, type SearchState } from './state.ts'

export { type LoadedState, loadState, type SearchState, saveState } from './state.ts'

/** Builds a first rota by cheapest insertion; `planned` is the number of iterations that will be asked for in all. */
export function startSearch(problem: Problem, seed: number, planned = PLANNED): SearchState {
  const chance = new Uint32Array(CHANCE_WORDS)
  seedChance(chance, seed)
  const roster = rosterOf(problem, new Int16Array(problem.slots).fill(NONE))
  takeUpFormer(problem, roster)
  construct(problem, roster, chance)
  return {
    roster,
    chance,
    best: roster.holder.slice(),
    bestHard: roster.hard,
    bestCost: roster.cost,
    iteration: 0,
    planned: Math.max(1, planned),
    isKnotty: isKnotty(problem, roster),
    fingerprint: fingerprintOf(problem),
  }
}

const PLANNED = 1_000_000

/** Iterations between two temperatures. */
const STEP = 1024

/** Does exactly so many iterations; n and then m give the same as n + m. */
export function advanceSearch(problem: Problem, state: SearchState, iterations: number): void {
  const { roster, chance } = state
  const last = state.iteration + iterations
  if (problem.movable.length === 0) state.iteration = last
  if (problem.grid !== null) {
    while (state.iteration < last) advanceUnits(problem, problem.grid, state, last)
    return
  }
  while (state.iteration < last) {
    const step = state.iteration - (state.iteration % STEP)
    const { firstTemperature, halvings } = problem.weights
    const temperature = firstTemperature * coolness(step / state.planned, halvings)
    const until = Math.min(last, step + STEP)
    for (; state.iteration < until; state.iteration++) {
      const { hard, cost } = roster
      const patience = drawPatience(chance, temperature)
      if (!makeMove(problem, roster, chance, patience)) {
        if (roster.logged > 0) rollBack(problem, roster, 0, hard, cost)
        continue
      }
      if (!isBearable(problem, roster.hard - hard, roster.cost - cost, patience)) {
        rollBack(problem, roster, 0, hard, cost)
      } else {
        roster.logged = 0
        if (roster.hard < state.bestHard || (roster.hard === state.bestHard && roster.cost < state.bestCost))
          keepBest(state)
      }
    }
  }
}

/** How much worse the rota may become by one change. */
function drawPatience(chance: Chance, temperature: number): number {
  return temperature * EXPONENTIALS[nextWord(chance) >>> 20]!
}

/** A rota that was found in whatever way, with whatever in it is still open and can be filled. */
export function filledRoster(problem: Problem, holder: Int16Array, seed: number): Roster {
  const chance = new Uint32Array(CHANCE_WORDS)
  seedChance(chance, seed)
  const roster = rosterOf(problem, holder)
  fillLeft(problem, roster, chance)
  return roster
}

/** The best rota met, with whatever in it is still open and can be filled; the search itself stays as it is. */
export function bestRoster(problem: Problem, state: SearchState): Roster {
  const roster = rosterOf(problem, state.best)
  fillLeft(problem, roster, state.chance.slice())
  return roster
}
