import type { Basis } from '../limits.ts'
import type { Problem } from '../problem.ts'
import { firstReaching, type Holding } from './holding.ts'
import { firstEdgeAfter } from './week-rest.ts'

/** Sums of rates are compared with this much to spare. */
export const HAIR = 1e-6

const MOST_STEPS = 8192
/** The latest work that was laid out: disjoint steps in order, each with its rate and what lies before it. */
export const steps = {
  count: 0,
  start: new Int32Array(MOST_STEPS),
  end: new Int32Array(MOST_STEPS),
  rate: new Float64Array(MOST_STEPS),
  before: new Float64Array(MOST_STEPS),
}

/** Pieces of slots within the time, in order of start, with their rates. */
const pieceStart = new Int32Array(MOST_STEPS)
const pieceEnd = new Int32Array(MOST_STEPS)
const pieceRate = new Float64Array(MOST_STEPS)

/** Lays out a person's work on a basis within [from, until): slots and other work together, each minute once by its highest rate. */
export function layOut(
  problem: Problem,
  basis: Basis,
  holding: Holding,
  person: number,
  from: number,
  until: number,
): void {
  const pieces = gather(problem, basis, holding, person, from, until)
  const other = basis.other[person]!
  steps.count = 0
  let sum = 0
  let low = 0
  let edge = firstEdgeAfter(other, from)
  let time = from
  while (time < until) {
    while (low < pieces && pieceEnd[low]! <= time) low++
    while (edge < other.length && other[edge + 1]! <= time) edge += 2
    let next = until
    let rate = 0
    if (edge < other.length) {
      if (other[edge]! <= time) {
        rate = 1
        next = Math.min(next, other[edge + 1]!)
      } else next = Math.min(next, other[edge]!)
    }
    for (let i = low; i < pieces; i++) {
      if (pieceStart[i]! > time) {
        next = Math.min(next, pieceStart[i]!)
        break
      }
      if (pieceEnd[i]! <= time) continue
      rate = Math.max(rate, pieceRate[i]!)
      next = Math.min(next, pieceEnd[i]!)
    }
    if (rate > 0) sum = addStep(time, next, rate, sum)
    time = next
  }
}

/** Steps of one rate that touch are one. */
function addStep(start: number, end: number, rate: number, sum: number): number {
  const last = steps.count - 1
  if (last >= 0 && steps.end[last] === start && steps.rate[last] === rate) {
    steps.end[last] = end
  } else {
    if (steps.count === MOST_STEPS) throw new Error(`more than ${MOST_STEPS} steps of work`)
    const at = steps.count++
    steps.start[at] = start
    steps.end[at] = end
    steps.rate[at] = rate
    steps.before[at] = sum
  }
  const at = steps.count - 1
  return steps.before[at]! + (steps.end[at]! - steps.start[at]!) * rate
}

function gather(
  problem: Problem,
  basis: Basis,
  holding: Holding,
  person: number,
  from: number,
  until: number,
): number {
  const last = person * problem.slots + holding.length[person]!
  let count = 0
  for (let i = firstReaching(problem, holding, person, from); i < last; i++) {
    const slot = holding.list[i]!
    if (problem.start[slot]! >= until) break
    for (let piece = basis.from[slot]!; piece < basis.from[slot + 1]!; piece++) {
      const start = Math.max(from, basis.start[piece]!)
      const end = Math.min(until, basis.end[piece]!)
      if (end <= start || basis.rate[piece] === 0) continue
      let at = count++
      for (; at > 0 && pieceStart[at - 1]! > start; at--) {
        pieceStart[at] = pieceStart[at - 1]!
        pieceEnd[at] = pieceEnd[at - 1]!
        pieceRate[at] = pieceRate[at - 1]!
      }
      pieceStart[at] = start
      pieceEnd[at] = end
      pieceRate[at] = basis.rate[piece]!
    }
  }
  return count
}

/** Of what was laid out, the sum before a time. */
export function workedBefore(time: number): number {
  let low = 0
  let high = steps.count
  while (low < high) {
    const middle = (low + high) >> 1
    if (steps.start[middle]! < time) low = middle + 1
    else high = middle
  }
  return sumBefore(low - 1, time)
}

/** What lies before a time that the step is the last to begin before; none is −1. */
export function sumBefore(step: number, time: number): number {
  if (step < 0) return 0
  return steps.before[step]! + (Math.min(time, steps.end[step]!) - steps.start[step]!) * steps.rate[step]!
}

/** Minutes without a fixed time that lie within [from, until); the steps are disjoint and in order. */
export function spreadWithin(spread: Float64Array, from: number, until: number): number {
  let low = 0
  let high = spread.length / 3
  while (low < high) {
    const middle = (low + high) >> 1
    if (spread[3 * middle + 1]! > from) high = middle
    else low = middle + 1
  }
  let sum = 0
  for (let i = 3 * low; i < spread.length && spread[i]! < until; i += 3)
    sum += (Math.min(until, spread[i + 1]!) - Math.max(from, spread[i]!)) * spread[i + 2]!
  return sum
}

/** What a person has worked on a basis within [from, until). */
export function workedWithin(
  problem: Problem,
  basis: Basis,
  holding: Holding,
  person: number,
  from: number,
  until: number,
): number {
  layOut(problem, basis, holding, person, from, until)
  return workedBefore(until) + spreadWithin(basis.spread[person]!, from, until)
}

/** True where some of a time is not known. */
export function isUnknown(unknown: Int32Array, from: number, until: number): boolean {
  const edge = firstEdgeAfter(unknown, from)
  return edge < unknown.length && unknown[edge]! < until
}

/** Minutes of disjoint intervals in order that lie within [from, until). */
export function aloneWithin(edges: Int32Array, from: number, until: number): number {
  let sum = 0
  for (let i = firstEdgeAfter(edges, from); i < edges.length; i += 2) {
    if (edges[i]! >= until) break
    sum += Math.max(0, Math.min(until, edges[i + 1]!) - Math.max(from, edges[i]!))
  }
  return sum
}
