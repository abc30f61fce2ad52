import type { Highs } from 'highs'
import { type ExactModel, startFrom, toModel } from '../solver/exact/model.ts'
import {
  conclude,
  type ExactResult,
  gapOf,
  type SolveOptions,
  type SolverOutcome,
} from '../solver/exact/solve.ts'
import type { Problem } from '../solver/problem.ts'

let loaded: Promise<Highs> | undefined

/** The best rota, or any, or the nearest to a former one, by HiGHS: with proof where the seconds (of the wall clock) suffice. */
export async function solveExact(problem: Problem, options: SolveOptions): Promise<ExactResult> {
  loaded ??= import('highs').then((module) => module.default())
  const highs = await loaded
  const model = toModel(problem, options)
  return conclude(problem, model, run(highs, model, options))
}

function run(highs: Highs, model: ExactModel, { seconds, former }: SolveOptions): SolverOutcome {
  const { linear } = model
  const { optimal, infeasible, empty } = highs.constants.modelStatus
  return highs.withModel(
    {
      numCols: linear.cost.length,
      numRows: linear.rowLeast.length,
      offset: linear.constant,
      colCost: Float64Array.from(linear.cost),
      colLower: Float64Array.from(linear.lower),
      colUpper: Float64Array.from(linear.upper),
      rowLower: Float64Array.from(linear.rowLeast),
      rowUpper: Float64Array.from(linear.rowMost),
      integrality: Int32Array.from(linear.whole),
      matrix: {
        format: 'csr',
        numRows: linear.rowLeast.length,
        numCols: linear.cost.length,
        starts: Int32Array.from(linear.rowFrom),
        indices: Int32Array.from(linear.rowColumns),
        values: Float64Array.from(linear.rowValues),
      },
    },
    (solver): SolverOutcome => {
      solver.options.set({
        output_flag: false,
        time_limit: seconds,
        mip_rel_gap: 0,
        mip_abs_gap: gapOf(model),
      })
      if (former !== undefined) solver.setSolution(startFrom(model, former))
      solver.run()
      const status = solver.getModelStatus()
      if (status === infeasible) return { status: 'infeasible', values: null, bound: Infinity }
      if (status === empty) return { status: 'optimal', values: [], bound: linear.constant }
      const hasSolution = solver.info.get('primal_solution_status') === SOLVED
      return {
        status: status === optimal ? 'optimal' : 'stopped',
        values: hasSolution ? solver.getSolution().colValue : null,
        bound: Number(solver.info.get('mip_dual_bound')),
      }
    },
  )
}

/** HiGHS' word for a solution that keeps every row. */
const SOLVED = 2
