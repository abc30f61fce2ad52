import { toProblem } from '../derive.ts'
import { NONE, type ProblemData } from '../problem.ts'
import { seedChance } from '../search/chance.ts'
import { rosterOf } from '../search/roster.ts'
import { advanceSearch } from '../search/search.ts'
import { withoutCosts } from '../units.ts'
import { NO_WEIGHTS } from '../weights.ts'
import type { Tree } from './tree.ts'

/** Points of one changed slot. */
const CHANGE = 100

/** A whole rota not far from the former one, found by annealing with nothing but changes to pay for; undefined where none was found. */
export function nearby(tree: Tree, iterations: number): Int16Array | undefined {
  const { former, stays } = tree
  const near = toProblem(onlyChanges(tree))
  const roster = rosterOf(near, former)
  const chance = new Uint32Array(4)
  seedChance(chance, 1)
  const state = {
    roster,
    chance,
    best: former.slice(),
    bestHard: roster.hard,
    bestCost: roster.cost,
    iteration: 0,
    planned: iterations,
    fingerprint: 0,
  }
  advanceSearch(near, state, iterations)
  const found = rosterOf(near, state.best)
  const standing = rosterOf(
    near,
    former.map((person, slot) => (stays[slot] === 1 ? person : NONE)),
  )
  return found.hard <= standing.hard && found.open === 0 ? state.best : undefined
}

/** The problem with no cost but that of changes. What stays is fixed, or nobody's where it is open. */
function onlyChanges({ problem, former, stays, dispensable }: Tree): ProblemData {
  const { slots, staff } = problem
  const wishPoints = new Int32Array(staff * slots)
  const refusal = problem.refusal.slice()
  for (let slot = 0; slot < slots; slot++) {
    const holder = former[slot]!
    if (holder !== NONE) wishPoints[holder * slots + slot] = -CHANGE
    else
      for (let person = 0; person < staff; person++) {
        if (dispensable[slot] === 1) wishPoints[person * slots + slot] = CHANGE
        if (stays[slot] === 1) refusal[person * slots + slot] = 1
      }
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
    refusal,
    conditional: dispensable.map((value, slot) => value | (former[slot] === NONE ? stays[slot]! : 0)),
    fixedTo: problem.fixedTo.map((person, slot) => (stays[slot] === 1 ? former[slot]! : person)),
    points: new Float64Array(problem.points.length),
    units: problem.units && withoutCosts(problem.units),
  }
}
