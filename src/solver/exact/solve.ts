import type { Problem } from '../problem.ts'
import { scoreOf } from '../score/score.ts'
import { type ExactModel, type ExactOptions, readSolution } from './model.ts'

export interface SolveOptions extends ExactOptions {
  /** Wall-clock seconds after which the solver stops. */
  readonly seconds: number
}

/**
 * `cost` is what was asked to be least, counted anew: the score's total, or the slots changed, or 0; no rota comes below `bound`.
 * *Optimal* means that they are one but for the rounding of squares. *Infeasible*: there is no rota of the kind asked for.
 */
export type ExactResult =
  | {
      readonly kind: 'optimal' | 'feasible'
      readonly holder: Int16Array
      readonly cost: number
      readonly bound: number
    }
  | { readonly kind: 'infeasible' }
  | { readonly kind: 'undecided'; readonly bound: number }

/** What a solver ended with; `values` by column, null when it has no solution. */
export interface SolverOutcome {
  readonly status: 'optimal' | 'infeasible' | 'stopped'
  readonly values: ArrayLike<number> | null
  readonly bound: number
}

/** What a solver may be wrong by in a sum, as a part of it. */
const TOLERANCE = 1e-6

/** A solver is never taken at its word: the rota is counted anew, and is refused where it breaks anything. */
export function conclude(problem: Problem, model: ExactModel, outcome: SolverOutcome): ExactResult {
  if (model.linear.isImpossible || outcome.status === 'infeasible') return { kind: 'infeasible' }
  const bound = sureBound(model, outcome.bound) + model.openCost
  if (outcome.values === null) return { kind: 'undecided', bound }
  const holder = readSolution(model, outcome.values)
  const score = scoreOf(problem, holder)
  if (score.hard > model.unmendable) return { kind: 'undecided', bound }
  const cost = costOf(model, holder, score.total)
  const tolerance = TOLERANCE * Math.max(1, Math.abs(cost - model.openCost))
  const isOptimal = cost - bound <= model.rounding + tolerance
  return { kind: isOptimal ? 'optimal' : 'feasible', holder, cost, bound: Math.min(bound, cost) }
}

/** A bound between two values that the objective can have says as much as the higher of them. */
function sureBound({ grain }: ExactModel, bound: number): number {
  if (grain === 0 || !Number.isFinite(bound)) return bound
  return Math.ceil(bound / grain - TOLERANCE * Math.max(1, Math.abs(bound / grain))) * grain
}

function costOf({ options, places }: ExactModel, holder: Int16Array, total: number): number {
  if (options.objective === 'cost') return total
  if (options.objective === 'none' || options.former === undefined) return 0
  const { former } = options
  return places.slots.flat().filter((slot) => holder[slot] !== former[slot]).length
}

/** How far above the bound a solution is as good as the best: just less than one grain. */
export function gapOf({ grain, options }: ExactModel): number {
  if (options.objective === 'changes') return 1 - TOLERANCE
  return grain === 0 ? TOLERANCE : grain * (1 - TOLERANCE) - TOLERANCE
}
