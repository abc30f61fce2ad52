import { NONE, type Problem } from '../problem.ts'
import { CHANCE_WORDS, type Chance } from './chance.ts'
import { type Roster, rosterOf } from './roster.ts'

/** A search that can stop after any iteration and go on from the same place. */
export interface SearchState {
  readonly roster: Roster
  readonly chance: Chance
  /** The fewest hard breaches, and among those the lowest cost, met so far. */
  readonly best: Int16Array
  bestHard: number
  bestCost: number
  /** Iterations done, and how many the cooling is spread over; it stays cool when more are asked for. */
  iteration: number
  planned: number
  /** Whether the first rota had many breaches. */
  readonly isKnotty?: boolean
  /** Of the problem that is searched. */
  readonly fingerprint: number
}

/** Why a saved state can't be gone on from; `damaged` = its bytes are not those that were saved. */
type RefusalReason = 'other-version' | 'cut-short' | 'damaged' | 'other-problem'

/** What is found and wanted are versions, bytes, checksums or fingerprints of problems. */
export type LoadedState =
  | { readonly kind: 'loaded'; readonly state: SearchState }
  | {
      readonly kind: 'refused'
      readonly reason: RefusalReason
      readonly found: number
      readonly wanted: number
    }

/** 'LVP' and the version of the layout below, which rises when the layout or the meaning of an iteration changes. */
const MAGIC = 0x0050564c
const VERSION = 4
const HEADER = 56
/** Where the checksum of all the other bytes stands. */
const CHECKSUM = 48

/** Everything a search needs to go on, in one buffer: header, then holders now and holders of the best, two bytes each. */
export function saveState(state: SearchState): Uint8Array {
  const { roster, best } = state
  const bytes = new Uint8Array(HEADER + 4 * best.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, (MAGIC | (VERSION << 24)) >>> 0, true)
  view.setUint32(4, best.length, true)
  view.setUint32(8, state.fingerprint, true)
  view.setUint32(12, Number(state.isKnotty === true), true)
  view.setFloat64(16, state.iteration, true)
  view.setFloat64(24, state.planned, true)
  for (let i = 0; i < CHANCE_WORDS; i++) view.setUint32(32 + 4 * i, state.chance[i]!, true)
  for (let slot = 0; slot < best.length; slot++) {
    view.setInt16(HEADER + 2 * slot, roster.holder[slot]!, true)
    view.setInt16(HEADER + 2 * (best.length + slot), best[slot]!, true)
  }
  view.setUint32(CHECKSUM, checksumOf(bytes), true)
  return bytes
}

/** Refuses bytes that were saved by another version, or of another problem, or that are not as they were saved. */
export function loadState(problem: Problem, bytes: Uint8Array): LoadedState {
  const refused = refusalOf(problem, bytes)
  if (refused !== null) return refused
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const length = problem.slots
  const holders = (from: number) =>
    Int16Array.from({ length }, (_, slot) => view.getInt16(HEADER + 2 * (from + slot), true))
  const best = holders(length)
  const bestRoster = rosterOf(problem, best)
  const state = {
    roster: rosterOf(problem, holders(0)),
    chance: Uint32Array.from({ length: CHANCE_WORDS }, (_, i) => view.getUint32(32 + 4 * i, true)),
    best,
    bestHard: bestRoster.hard,
    bestCost: bestRoster.cost,
    iteration: view.getFloat64(16, true),
    planned: view.getFloat64(24, true),
    isKnotty: view.getUint32(12, true) === 1,
    fingerprint: view.getUint32(8, true),
  }
  return { kind: 'loaded', state }
}

function refusalOf(problem: Problem, bytes: Uint8Array): Exclude<LoadedState, { kind: 'loaded' }> | null {
  const refuse = (reason: RefusalReason, found: number, wanted: number) =>
    ({ kind: 'refused', reason, found, wanted }) as const
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.byteLength < HEADER) return refuse('cut-short', bytes.byteLength, HEADER)
  const word = view.getUint32(0, true)
  const version = (word & 0x00ffffff) === MAGIC ? word >>> 24 : 0
  if (version !== VERSION) return refuse('other-version', version, VERSION)
  const wanted = HEADER + 4 * view.getUint32(4, true)
  if (bytes.byteLength !== wanted) return refuse('cut-short', bytes.byteLength, wanted)
  const told = view.getUint32(CHECKSUM, true)
  const checksum = checksumOf(bytes)
  if (told !== checksum) return refuse('damaged', told, checksum)
  const fingerprint = fingerprintOf(problem)
  const saved = view.getUint32(8, true)
  if (saved !== fingerprint) return refuse('other-problem', saved, fingerprint)
  for (let at = HEADER; at < wanted; at += 2) {
    const person = view.getInt16(at, true)
    if (person < NONE || person >= problem.staff) return refuse('damaged', person, problem.staff)
  }
  return null
}

/** FNV-1a of all bytes but its own four: no single changed byte goes unseen, and few others do. */
function checksumOf(bytes: Uint8Array): number {
  let sum = 0x811c9dc5
  for (let i = 0; i < bytes.length; i++) {
    if (i < CHECKSUM || i >= CHECKSUM + 4) sum = Math.imul(sum ^ bytes[i]!, 0x01000193)
  }
  return sum >>> 0
}

/** 32 bits that differ, but for one chance in four milliards, between problems of which a search may go otherwise. */
export function fingerprintOf(problem: Problem): number {
  let print = 0x811c9dc5
  const mix = (value: number) => {
    print = Math.imul(print ^ value, 0x01000193)
    print ^= print >>> 15
  }
  mix(problem.slots)
  mix(problem.staff)
  const { start, end, line, block, alike, fixedTo, amounts, candidates, wishPoints, able } = problem
  for (const values of [start, end, line, block, alike, fixedTo, amounts, candidates.items, wishPoints, able])
    for (let i = 0; i < values.length; i++) mix(values[i]!)
  for (const weight of Object.values(problem.weights)) mix(Math.round(weight))
  return print >>> 0
}

/** Notes the rota as it stands as the best met. */
export function keepBest(state: SearchState): void {
  state.best.set(state.roster.holder)
  state.bestHard = state.roster.hard
  state.bestCost = state.roster.cost
}
