import { type Cell, type CellKey, cellKey } from '../core/rota/assignment.ts'
import type { Baseline } from '../core/rota/draft.ts'
import type { LineId } from '../core/rota/line.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { Rota } from '../core/rota/rota.ts'
import { type BuildResult, finishBuild } from '../solver/build.ts'
import { type Encoding, encodeRota } from '../solver/encode/encode.ts'
import type { Problem } from '../solver/problem.ts'
import {
  advanceSearch,
  loadState,
  type SearchState,
  saveState,
  startSearch,
} from '../solver/search/search.ts'

/** Everything a build works on, frozen when it starts: the same order gives the same rota, however often it is interrupted. */
export interface BuildOrder {
  readonly buildId: string
  readonly districtId: DistrictId
  readonly draftId: string
  readonly seed: number
  readonly iterations: number
  /** What the build leaves as it stands. */
  readonly keep: 'filled' | 'locked'
  readonly lineIds: readonly LineId[]
  readonly rota: Rota
  /** What the draft had taken into account of the timeline, by place, when the order was frozen. */
  readonly baselines: Readonly<Record<CellKey, Baseline>>
  /** The number of the draft's latest edit when the order was frozen. */
  readonly baseEdit: number
}

/** A build under way. */
export interface BuildWork {
  readonly order: BuildOrder
  readonly encoding: Encoding
  readonly state: SearchState
}

export function toOrderText(order: BuildOrder): string {
  return JSON.stringify({ ...order, rota: { ...order.rota, cells: [...order.rota.cells.values()] } })
}

/** Takes up an order, from a saved state or from the start. The text is one that `toOrderText` wrote. */
export function openWork(orderText: string, saved: Uint8Array | null): BuildWork {
  const stored: Omit<BuildOrder, 'rota'> & { rota: Omit<Rota, 'cells'> & { cells: Cell[] } } =
    JSON.parse(orderText)
  const cells = new Map(stored.rota.cells.map((cell) => [cellKey(cell), cell]))
  const order = { ...stored, rota: { ...stored.rota, cells } }
  const encoding = encodeRota(order.rota, { lineIds: order.lineIds, locked: new Set(), keep: order.keep })
  const { problem } = encoding
  const state = saved ? resumed(problem, saved) : startSearch(problem, order.seed, order.iterations)
  return { order, encoding, state }
}

function resumed(problem: Problem, saved: Uint8Array): SearchState {
  const loaded = loadState(problem, saved)
  if (loaded.kind === 'loaded') return loaded.state
  throw new Error(`a saved search is refused: ${loaded.reason}, ${loaded.found} instead of ${loaded.wanted}`)
}

export function saveWork({ state }: BuildWork): Uint8Array {
  return saveState(state)
}

/** At most `iterations` more, never past what was ordered. */
export function advanceWork({ order, encoding, state }: BuildWork, iterations: number): void {
  advanceSearch(encoding.problem, state, Math.min(iterations, order.iterations - state.iteration))
}

export function isFinished({ order, state }: BuildWork): boolean {
  return state.iteration >= order.iterations
}

export function resultOf({ encoding, state }: BuildWork): BuildResult {
  return finishBuild(encoding, state)
}
