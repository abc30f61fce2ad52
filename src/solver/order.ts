import { type Cell, type CellKey, cellKey } from '../core/rota/assignment.ts'
import type { Baseline } from '../core/rota/draft.ts'
import type { LineId } from '../core/rota/line.ts'
import type { NeedId } from '../core/rota/need.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import type { Rota } from '../core/rota/rota.ts'
import { bareRota } from './bare-rota.ts'
import { advanceBound, startBound } from './bound/bound.ts'
import { type BuildProgress, type BuildResult, finishBuild, progressOf } from './build.ts'
import { type Encoding, encodeRota } from './encode/encode.ts'
import { NONE, type Problem } from './problem.ts'
import { advanceSearch, startSearch } from './search/search.ts'
import { type LoadedState, loadState, type SearchState, saveState } from './search/state.ts'

/** Everything a build works on, frozen when it starts: the same order gives the same rota, however often it is interrupted. */
export interface BuildOrder {
  readonly buildId: string
  readonly districtId: DistrictId
  readonly draftId: string
  readonly seed: number
  readonly iterations: number
  /** What the build leaves as it stands. */
  readonly keep: 'filled' | 'locked'
  /** Whether what is built anew may change freely, or as little as it can. */
  readonly change: 'free' | 'few'
  readonly lineIds: readonly LineId[]
  /** Whether an exact solver is to better the rota at the end, part by part, where there is one. */
  readonly polish: boolean
  /** Without names, contact data and notes: see `bareRota`. */
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
  /** Why the state that was saved could not be taken up, and it began anew; null when nothing was refused. */
  readonly refused: RefusedState | null
}

export type RefusedState = Extract<LoadedState, { kind: 'refused' }>

/** The order as it is stored. */
export function toOrderText(order: BuildOrder): string {
  const { cells, ...rota } = bareRota(order.rota)
  return JSON.stringify({ ...order, rota: { ...rota, cells: [...cells.values()] } })
}

/** Reads a text that `toOrderText` wrote. */
export function readOrder(orderText: string): BuildOrder {
  const stored: Omit<BuildOrder, 'rota'> & { rota: Omit<Rota, 'cells'> & { cells: Cell[] } } =
    JSON.parse(orderText)
  const cells = new Map(stored.rota.cells.map((cell) => [cellKey(cell), cell]))
  return { ...stored, rota: { ...stored.rota, cells } }
}

/** The order as it is sent to a browser that is to do it: what stands in the draft by hand is no part of the work. */
export function toSentText(orderText: string): string {
  const stored: object = JSON.parse(orderText)
  return JSON.stringify({ ...stored, baselines: {} })
}

/** The same order for another seed. */
export function withSeed(orderText: string, seed: number): string {
  const stored: object = JSON.parse(orderText)
  return JSON.stringify({ ...stored, seed })
}

export function encodeOrder({ rota, lineIds, keep, change }: BuildOrder): Encoding {
  const isNear = keep === 'locked' && change === 'few'
  return encodeRota(rota, { lineIds, locked: new Set(), keep: isNear ? 'near' : keep })
}

/**
 * Takes up an order, from a saved state or from the start. A state that is refused, as one of another version, is let go: the
 * order anew gives the rota that it would have led to.
 */
export function openWork(orderText: string, saved: Uint8Array | null): BuildWork {
  const order = readOrder(orderText)
  const encoding = encodeOrder(order)
  const loaded = saved && loadState(encoding.problem, saved)
  const state =
    loaded?.kind === 'loaded' ? loaded.state : startSearch(encoding.problem, order.seed, order.iterations)
  return { order, encoding, state, refused: loaded?.kind === 'refused' ? loaded : null }
}

export function saveWork({ state }: BuildWork): Uint8Array {
  return saveState(state)
}

/** At most `iterations` more, never past what was ordered. */
export function advanceWork({ order, encoding, state }: BuildWork, iterations: number): void {
  advanceSearch(encoding.problem, state, Math.min(iterations, order.iterations - state.iteration))
}

export function progressIn({ encoding, state }: BuildWork): BuildProgress {
  return progressOf(encoding, state)
}

export function isFinished({ order, state }: BuildWork): boolean {
  return state.iteration >= order.iterations
}

export function resultOf({ encoding, state }: BuildWork): BuildResult {
  return finishBuild(encoding, state)
}

/** Who is to hold a place. */
export type PlacedPerson = readonly [needId: NeedId, seat: number, personId: PersonId]

export type Placed =
  | { readonly kind: 'placed'; readonly holder: Int16Array }
  | {
      readonly kind: 'refused'
      readonly code: 'unknown-duty' | 'unknown-doctor' | 'given-twice'
      readonly value: string
    }

/** The holders of all slots with these in the places that the order left free; places that are not named stay open. */
export function placePersons({ problem, slots, staff }: Encoding, cells: readonly PlacedPerson[]): Placed {
  const places = new Map(
    slots.flatMap((slot, index) =>
      slot.kind === 'place' ? [[cellKey({ needId: slot.need.id, seat: slot.seat }), index] as const] : [],
    ),
  )
  const persons = new Map(staff.map((personId, index) => [personId, index]))
  const holder = Int16Array.from(problem.fixedTo)
  for (const [needId, seat, personId] of cells) {
    const value = cellKey({ needId, seat })
    const slot = places.get(value)
    const person = persons.get(personId)
    if (slot === undefined) return { kind: 'refused', code: 'unknown-duty', value }
    if (person === undefined) return { kind: 'refused', code: 'unknown-doctor', value: personId }
    if (holder[slot] !== NONE) return { kind: 'refused', code: 'given-twice', value }
    holder[slot] = person
  }
  return { kind: 'placed', holder }
}

/** The reverse of `placePersons`, of the cells of a result. */
export function personsPlaced(cells: readonly Cell[]): PlacedPerson[] {
  return cells.flatMap(({ needId, seat, slices }): PlacedPerson[] => {
    const held = slices.find((slice) => !slice.shadowing && slice.personId !== null)
    return held?.personId ? [[needId, seat, held.personId]] : []
  })
}

/** Rounds of some milliseconds each, after which a bound rises little as a rule. */
const PROVING_ROUNDS = 200

/** What is proven, in a second or a few, of any full rota that the order asks for; null = nothing is. */
export function boundIn({ encoding, state }: BuildWork): number | null {
  return provenOf(encoding.problem, state.bestCost)
}

/** The same, beside a rota that costs so much. */
export function provenOf(problem: Problem, cost: number): number | null {
  const bound = startBound(problem)
  advanceBound(problem, bound, PROVING_ROUNDS, cost)
  return Number.isFinite(bound.value) ? bound.value : null
}
