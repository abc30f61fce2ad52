import { addColumn, addRow, greatestDivisor, type Linear, type Term } from './linear.ts'

/** A count, `base` plus the sum of whole `terms`, and a convex price of it. */
export interface Counted {
  readonly terms: readonly Term[]
  readonly base: number
  readonly price: (count: number) => number
  /** A count near which most chords are drawn. */
  readonly centre: number
  /** Whether the count gets a column of its own, to branch on. */
  readonly branch: boolean
}

/** Chords drawn on each side of the centre before they grow sparse. */
const NEAR = 24

/**
 * Adds a convex price to the objective as the chords between neighbouring counts: exact wherever the count may lie if all are
 * drawn, and else a lower bound, being exact near the centre. Returns whether all were drawn.
 */
export function addConvex(linear: Linear, { terms, base, price, centre, branch }: Counted): boolean {
  const step = terms.reduce((divisor, [value]) => greatestDivisor(divisor, Math.abs(value)), 0)
  if (step === 0) {
    linear.constant += price(base)
    return true
  }
  const least = base + terms.reduce((sum, [value]) => sum + Math.min(0, value), 0)
  const most = base + terms.reduce((sum, [value]) => sum + Math.max(0, value), 0)
  const last = Math.round((most - least) / step)
  const prices = Float64Array.from({ length: last + 1 }, (_, k) => price(least + k * step))
  const chords = chordsOf(prices, Math.round((centre - least) / step))
  const isExact = prices.every((value, k) =>
    chords.some((chord) => chord.from + chord.rise * (k - chord.at) >= value - 1e-9 * Math.max(1, value)),
  )
  const value = addColumn(linear, {
    lower: Math.min(...prices),
    upper: Infinity,
    cost: 1,
    grain: grainOf(prices),
  })
  const counted = branch ? countColumn(linear, terms, step, (base - least) / step, last) : null
  // value ≥ from + rise · ((base + Σ terms − least) / step − at)
  const sum: readonly Term[] =
    counted === null ? terms.map(([v, column]) => [v / step, column]) : [[1, counted]]
  const offset = counted === null ? (base - least) / step : 0
  for (const { at, from, rise } of chords) {
    const rising = sum.map(([v, column]): Term => [-rise * v, column])
    addRow(linear, [[1, value], ...rising], from + rise * (offset - at), Infinity)
  }
  return isExact
}

/** A straight line through two neighbouring counts: `from` at `at` whole steps, and `rise` for each more. */
interface Chord {
  readonly at: number
  readonly from: number
  readonly rise: number
}

function chordsOf(prices: Float64Array, centre: number): Chord[] {
  const chords: Chord[] = []
  for (const at of stepsNear(centre, prices.length - 1)) {
    const from = prices[at]!
    const rise = prices[at + 1]! - from
    const before = chords.at(-1)?.rise ?? Number.NaN
    if (!(Math.abs(rise - before) <= 1e-9 * Math.max(1, Math.abs(rise)))) chords.push({ at, from, rise })
  }
  return chords
}

/** Whole steps above the least count. */
function countColumn(
  linear: Linear,
  terms: readonly Term[],
  step: number,
  offset: number,
  last: number,
): number {
  const count = addColumn(linear, { upper: last, whole: 1 })
  const steps = terms.map(([value, column]) => [value / step, column] as const)
  addRow(linear, [[-1, count], ...steps], -offset, -offset)
  return count
}

/** What all prices are whole multiples of, or 0. */
function grainOf(prices: Float64Array): number {
  let grain = 0
  for (const value of prices) {
    if (!Number.isInteger(value)) return 0
    grain = greatestDivisor(grain, Math.abs(value))
  }
  return grain
}

function stepsNear(centre: number, last: number): number[] {
  const at = Math.min(last - 1, Math.max(0, centre))
  const found = new Set<number>()
  for (let k = Math.max(0, at - NEAR); k <= Math.min(last - 1, at + NEAR); k++) found.add(k)
  for (let far = NEAR; far < last; far = Math.ceil(far * 1.3)) {
    if (at - far >= 0) found.add(at - far)
    if (at + far < last) found.add(at + far)
  }
  return [...found].sort((a, b) => a - b)
}
