import type { Highs } from 'highs'
import { type MixedSolver, solveWith } from '../solver/exact/run.ts'
import type { ExactResult, SolveOptions } from '../solver/exact/solve.ts'
import type { Problem } from '../solver/problem.ts'

let loaded: Promise<Highs> | undefined

/** The best rota, or any, or the nearest to a former one, by HiGHS: with proof where the seconds (of the wall clock) suffice. */
export async function solveExact(problem: Problem, options: SolveOptions): Promise<ExactResult> {
  loaded ??= import('highs').then((module) => module.default())
  return solveWith(asSolver(await loaded), problem, options)
}

/** Safe: the few members that are used are declared as the package declares them, with its unions of names widened. */
function asSolver(highs: Highs): MixedSolver {
  return highs as unknown as MixedSolver
}
