import type { Cell, CellKey } from '../core/rota/assignment.ts'
import type { LineId } from '../core/rota/line.ts'
import type { Rota } from '../core/rota/rota.ts'
import { decode } from './encode/decode.ts'
import { type EncodeOptions, type Encoding, encodeRota } from './encode/encode.ts'
import { type OpenDuty, whyOpen } from './explain/explain.ts'
import { type Furthest, furthestOf } from './score/furthest.ts'
import { type Score, scoreOf } from './score/score.ts'
import { rosterOf } from './search/roster.ts'
import { advanceSearch, bestRoster, type SearchState, startSearch } from './search/search.ts'

export type { OpenDuty, OpenReason } from './explain/explain.ts'

export interface BuildInput {
  readonly rota: Rota
  readonly lineIds: readonly LineId[]
  /** Places that never change, besides the cells that are marked as locked. */
  readonly locked: ReadonlySet<CellKey>
  readonly seed: number
  /** How long to improve; the same seed and number give the same rota. */
  readonly iterations: number
  /** Whether what is held but not locked is built anew (the default) or stays. */
  readonly keep?: EncodeOptions['keep']
  readonly onProgress?: (progress: BuildProgress) => void
}

export interface BuildProgress {
  readonly done: number
  readonly iterations: number
  /** Of the best rota so far. */
  readonly open: number
  readonly cost: number
}

export interface BuildResult {
  /** Every place of the lines that were built, open ones with no slices; locked places are not among them. */
  readonly cells: readonly Cell[]
  readonly score: Score
  /** How far the doctor furthest from an even share stands from it, by criterion. */
  readonly furthest: Furthest
  readonly open: readonly OpenDuty[]
  readonly iterations: number
}

/** How often progress is told. */
const REPORTS = 50

/** Builds lines of a rota that has no faults (`faultsOf`): no blocking rule is broken by what it places, and what nobody can hold is left open with the reasons. */
export function buildRota(input: BuildInput): BuildResult {
  const { rota, lineIds, locked, seed, iterations, keep = 'locked' } = input
  const encoding = encodeRota(rota, { lineIds, locked, keep })
  const state = startSearch(encoding.problem, seed, iterations)
  const slice = Math.max(1, Math.ceil(iterations / REPORTS))
  while (state.iteration < iterations) {
    advanceSearch(encoding.problem, state, Math.min(slice, iterations - state.iteration))
    input.onProgress?.(progressOf(encoding, state))
  }
  return finishBuild(encoding, state)
}

/** How far a search has come. */
export function progressOf(encoding: Encoding, state: SearchState): BuildProgress {
  const { problem } = encoding
  const open = problem.movable.filter(
    (slot) => state.best[slot] === -1 && problem.conditional[slot] === 0,
  ).length
  return { done: state.iteration, iterations: state.planned, open, cost: state.bestCost }
}

/** The result of a search that has gone as far as it shall. */
export function finishBuild(encoding: Encoding, state: SearchState): BuildResult {
  const { problem } = encoding
  const roster = bestRoster(problem, state)
  return { ...resultWith(encoding, roster.holder), iterations: state.iteration }
}

/** The result of a rota that was found in whatever way. */
export function resultWith(encoding: Encoding, holder: Int16Array): Omit<BuildResult, 'iterations'> {
  const { problem } = encoding
  return {
    cells: decode(encoding, holder),
    score: scoreOf(problem, holder),
    furthest: furthestOf(problem, holder),
    open: whyOpen(encoding, rosterOf(problem, holder)),
  }
}
