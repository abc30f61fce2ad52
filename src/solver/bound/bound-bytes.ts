import type { Problem } from '../problem.ts'
import { fingerprintOf } from '../search/state.ts'
import { type BoundState, startBound, stateOf } from './bound.ts'
import { type Bundle, PLANES, roomOf } from './bundle.ts'

/** What is found and wanted are versions, bytes or fingerprints of problems. */
export type LoadedBound =
  | { readonly kind: 'loaded'; readonly state: BoundState }
  | {
      readonly kind: 'refused'
      readonly reason: 'other-version' | 'cut-short' | 'other-problem'
      readonly found: number
      readonly wanted: number
    }

/** 'LVB' and the version of the layout below, which rises when the layout or the meaning of a round changes. */
const MAGIC = 0x0042564c
const VERSION = 1
const HEADER = 56

/** Everything a bound needs to be raised further as if it had never stopped: header, then prices and planes. */
export function saveBound(problem: Problem, { climbing, rounds, value }: BoundState): Uint8Array {
  const bundle = climbing?.bundle
  const rows = bundle?.centre.length ?? 0
  const kept = bundle?.kept ?? 0
  const bytes = new Uint8Array(lengthOf(rows, kept))
  const view = new DataView(bytes.buffer)
  view.setUint32(0, (MAGIC | (VERSION << 24)) >>> 0, true)
  view.setUint32(4, rows, true)
  view.setUint32(8, fingerprintOf(problem), true)
  view.setUint32(12, kept, true)
  const numbers = [
    rounds,
    bundle?.value ?? value,
    bundle?.reach ?? 0,
    bundle?.idle ?? 0,
    bundle?.promise ?? 0,
  ]
  numbers.forEach((number, i) => {
    view.setFloat64(16 + 8 * i, number, true)
  })
  if (bundle === undefined) return bytes
  let at = HEADER
  const put = (numbers: Float64Array, count: number) => {
    for (let i = 0; i < count; i++, at += 8) view.setFloat64(at, numbers[i]!, true)
  }
  put(bundle.centre, rows)
  put(bundle.heights, kept)
  put(bundle.parts, kept)
  for (let i = 0; i < kept * rows; i++, at += 4) view.setFloat32(at, bundle.planes[i]!, true)
  bytes.set(bundle.isFree, at)
  return bytes
}

function lengthOf(rows: number, kept: number): number {
  return HEADER + 9 * rows + 16 * kept + 4 * kept * rows
}

/** Refuses bytes that were saved by another version, or of another problem, or that do not end where they should. */
export function loadBound(problem: Problem, bytes: Uint8Array): LoadedBound {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const refused = refusalOf(problem, view)
  if (refused !== null) return refused
  const started = startBound(problem)
  const rows = view.getUint32(4, true)
  const kept = view.getUint32(12, true)
  const { climbing } = started
  if ((climbing?.bundle.centre.length ?? 0) !== rows || kept > PLANES)
    return refuse('other-problem', rows, climbing?.bundle.centre.length ?? 0)
  const rounds = view.getFloat64(16, true)
  if (climbing === null) return { kind: 'loaded', state: { ...started, rounds } }
  const bundle = readBundle(climbing.bundle, view, kept)
  return { kind: 'loaded', state: stateOf({ ...climbing, bundle, room: roomOf(bundle) }, rounds) }
}

function readBundle(bundle: Bundle, view: DataView, kept: number): Bundle {
  const rows = bundle.centre.length
  let at = HEADER
  const take = (numbers: Float64Array, count: number) => {
    for (let i = 0; i < count; i++, at += 8) numbers[i] = view.getFloat64(at, true)
  }
  take(bundle.centre, rows)
  take(bundle.heights, kept)
  take(bundle.parts, kept)
  for (let i = 0; i < kept * rows; i++, at += 4) bundle.planes[i] = view.getFloat32(at, true)
  for (let row = 0; row < rows; row++) bundle.isFree[row] = view.getUint8(at + row)
  return {
    ...bundle,
    kept,
    value: view.getFloat64(24, true),
    reach: view.getFloat64(32, true),
    idle: view.getFloat64(40, true),
    promise: view.getFloat64(48, true),
  }
}

type Refused = Exclude<LoadedBound, { kind: 'loaded' }>

function refusalOf(problem: Problem, view: DataView): Refused | null {
  if (view.byteLength < HEADER) return refuse('cut-short', view.byteLength, HEADER)
  const wanted = (MAGIC | (VERSION << 24)) >>> 0
  const found = view.getUint32(0, true)
  if (found !== wanted) return refuse('other-version', found >>> 24, VERSION)
  const saved = view.getUint32(8, true)
  const fingerprint = fingerprintOf(problem)
  if (saved !== fingerprint) return refuse('other-problem', saved, fingerprint)
  const length = lengthOf(view.getUint32(4, true), view.getUint32(12, true))
  return view.byteLength === length ? null : refuse('cut-short', view.byteLength, length)
}

function refuse(reason: Refused['reason'], found: number, wanted: number): Refused {
  return { kind: 'refused', reason, found, wanted }
}
