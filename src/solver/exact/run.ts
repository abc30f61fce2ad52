import type { Problem } from '../problem.ts'
import { type ExactModel, startFrom, toModel } from './model.ts'
import { conclude, type ExactResult, gapOf, type SolveOptions, type SolverOutcome } from './solve.ts'

/** What is used of HiGHS, whose own types only the two files that load it may name. */
export interface MixedSolver {
  readonly constants: {
    readonly modelStatus: { readonly optimal: number; readonly infeasible: number; readonly empty: number }
  }
  withModel<T>(source: SolverInput, operation: (solver: LoadedModel) => T): T
}

interface SolverInput {
  readonly numCols: number
  readonly numRows: number
  readonly offset: number
  readonly colCost: Float64Array
  readonly colLower: Float64Array
  readonly colUpper: Float64Array
  readonly rowLower: Float64Array
  readonly rowUpper: Float64Array
  readonly integrality: Int32Array
  readonly matrix: {
    readonly format: 'csr'
    readonly numRows: number
    readonly numCols: number
    readonly starts: Int32Array
    readonly indices: Int32Array
    readonly values: Float64Array
  }
}

interface LoadedModel {
  readonly options: { set(options: Record<string, number | boolean>): unknown }
  readonly info: { get(name: string): unknown }
  setSolution(start: { readonly indices: Int32Array; readonly values: Float64Array }): unknown
  run(): unknown
  getModelStatus(): number
  getSolution(): { readonly colValue: Float64Array }
}

/** The solver's word for a solution that keeps every row. */
const SOLVED = 2

/** Models a problem, solves it, and counts anew what comes out. */
export function solveWith(highs: MixedSolver, problem: Problem, options: SolveOptions): ExactResult {
  const model = toModel(problem, options)
  if (model.linear.isImpossible) return { kind: 'infeasible' }
  return conclude(problem, model, run(highs, model, options))
}

function run(highs: MixedSolver, model: ExactModel, { seconds, former }: SolveOptions): SolverOutcome {
  const { optimal, infeasible, empty } = highs.constants.modelStatus
  return highs.withModel(inputOf(model), (solver): SolverOutcome => {
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
    if (status === empty) return { status: 'optimal', values: [], bound: model.linear.constant }
    // Without whole columns there is no bound apart: an optimum is its own.
    const isMixed = status !== optimal || model.linear.whole.includes(1)
    const hasSolution = solver.info.get('primal_solution_status') === SOLVED
    return {
      status: status === optimal ? 'optimal' : 'stopped',
      values: hasSolution ? solver.getSolution().colValue : null,
      bound: Number(solver.info.get(isMixed ? 'mip_dual_bound' : 'objective_function_value')),
    }
  })
}

function inputOf({ linear }: ExactModel): SolverInput {
  const size = { numRows: linear.rowLeast.length, numCols: linear.cost.length }
  return {
    ...size,
    offset: linear.constant,
    colCost: Float64Array.from(linear.cost),
    colLower: Float64Array.from(linear.lower),
    colUpper: Float64Array.from(linear.upper),
    rowLower: Float64Array.from(linear.rowLeast),
    rowUpper: Float64Array.from(linear.rowMost),
    integrality: Int32Array.from(linear.whole),
    matrix: {
      format: 'csr',
      ...size,
      starts: Int32Array.from(linear.rowFrom),
      indices: Int32Array.from(linear.rowColumns),
      values: Float64Array.from(linear.rowValues),
    },
  }
}
