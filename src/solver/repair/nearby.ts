import { toProblem } from '../derive.ts'
import { NONE, type Problem, type ProblemData } from '../problem.ts'
import { seedChance } from '../search/chance.ts'
import { rosterOf } from '../search/roster.ts'
import { advanceSearch } from '../search/search.ts'
import { NO_WEIGHTS } from '../weights.ts'

/** Points of one changed slot. */
const CHANGE = 100

/** A whole rota not far from the former one, found by annealing with nothing but changes to pay for; undefined where none was found. */
export function nearby(problem: Problem, former: Int16Array, iterations: number): Int16Array | undefined {
  const near = toProblem(onlyChanges(problem, former))
  const roster = rosterOf(near, former)
  const best = former.slice()
  const chance = new Uint32Array(4)
  seedChance(chance, 1)
  const state = {
    roster,
    chance,
    best,
    bestHard: roster.hard,
    bestCost: roster.cost,
    iteration: 0,
    planned: iterations,
    fingerprint: 0,
  }
  advanceSearch(near, state, iterations)
  const unmendable = rosterOf(problem, new Int16Array(problem.slots).fill(NONE)).hard
  const found = rosterOf(near, best)
  return found.hard <= unmendable && found.open === 0 ? best : undefined
}

function onlyChanges(problem: Problem, former: Int16Array): ProblemData {
  const { slots, staff, units, conditional } = problem
  const wishPoints = new Int32Array(staff * slots)
  for (let slot = 0; slot < slots; slot++) {
    const holder = former[slot]!
    if (holder !== NONE) wishPoints[holder * slots + slot] = -CHANGE
    else if (conditional[slot] === 1)
      for (let person = 0; person < staff; person++) wishPoints[person * slots + slot] = CHANGE
  }
  return {
    ...problem,
    weights: {
      ...NO_WEIGHTS,
      wishPoint: 1,
      open: 20 * CHANGE,
      breach: 3 * CHANGE,
      firstTemperature: CHANGE,
      halvings: 4,
    },
    wishPoints,
    points: new Float64Array(problem.points.length),
    units: units && {
      ...units,
      steep: new Float64Array(units.steep.length),
      squared: new Float64Array(units.squared.length),
      patterns: units.patterns.map((pattern) => ({
        ...pattern,
        windows: pattern.windows.map((window) => ({ ...window, cost: 0 })),
      })),
      pairs: { ...units.pairs, cost: new Int32Array(units.pairs.cost.length) },
      spreads: [],
    },
  }
}
