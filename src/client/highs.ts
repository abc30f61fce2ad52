import type { Highs } from 'highs'
import { type MixedSolver, solveWith } from '../solver/exact/run.ts'
import type { ExactResult, SolveOptions } from '../solver/exact/solve.ts'
import { polish } from '../solver/exact/windows.ts'
import type { Problem } from '../solver/problem.ts'

/** Where scripts/build-client.ts puts what the package needs beside its script. */
const WASM = '/assets/highs.wasm'

let loaded: Promise<Highs> | undefined

/**
 * The best rota, or any, or the nearest to a former one, by HiGHS: with proof where the seconds suffice. For a worker: nothing else
 * runs in its thread meanwhile. The first call fetches 1.2 MB, and needs 'wasm-unsafe-eval' in the content policy.
 */
export async function solveExact(problem: Problem, options: SolveOptions): Promise<ExactResult> {
  loaded ??= import('highs').then((module) => module.default({ locateFile: () => WASM }))
  return solveWith(asSolver(await loaded), problem, options)
}

/** Seconds that one part may take, so that a word from the page is soon heard. */
const SECONDS_PER_PART = 2

/** Betters a rota part by part until nothing gives more or `isToStop` says so; tells each better one. */
export async function polishRota(
  problem: Problem,
  holder: Int16Array,
  isToStop: () => boolean | Promise<boolean>,
  tell: (holder: Int16Array) => void,
): Promise<Int16Array> {
  const parts = polish(problem, holder)
  let best = holder
  let step = parts.next()
  while (!step.done) {
    if (step.value.former !== best) tell(step.value.former)
    best = step.value.former
    if (await isToStop()) return best
    step = parts.next(await solveExact(problem, { ...step.value, seconds: SECONDS_PER_PART }))
  }
  return step.value
}

/** Safe: the few members that are used are declared as the package declares them, with its unions of names widened. */
function asSolver(highs: Highs): MixedSolver {
  return highs as unknown as MixedSolver
}
