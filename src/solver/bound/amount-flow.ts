import { type Curve, gainAt, slopeNear } from './curve.ts'
import type { Item, Sharing } from './sharing.ts'

/** Rounds over all items; what is not yet level by then only makes the bound lower. */
const ROUNDS = 30
/** Hand-overs of parts of one item in one round. */
const PARTS = 12
const HALVINGS = 24

/**
 * A lower bound on the cost of sharing out items of any amounts. Parts of items are handed over until slopes are level; these slopes
 * are then prices, and whatever the prices, no sharing costs less than items at their lowest price less what people gain by them.
 */
export function amountCostFloor(sharing: Sharing): number {
  const { curves } = sharing
  const carried = levelled(sharing)
  const width = widthOf(sharing)
  return floorAt(
    sharing,
    carried.map((x, person) => slopeNear(curves[person]!, x, width)),
  )
}

/** Valid for any prices, one for each person and unit of amount. */
export function floorAt({ curves, items }: Sharing, prices: Float64Array): number {
  let floor = 0
  for (const { amount, takers, isOptional } of items) {
    let least = Number.POSITIVE_INFINITY
    for (const person of takers) least = Math.min(least, prices[person]!)
    if (isOptional) least = Math.min(least, 0)
    if (least < Number.POSITIVE_INFINITY) floor += amount * least
  }
  curves.forEach((curve, person) => {
    floor -= gainAt(curve, prices[person]!) - prices[person]! * curve.least
  })
  return floor
}

/** How much each person carries once no part of an item is better off with another of its takers. */
function levelled({ curves, items }: Sharing): Float64Array {
  const carried = Float64Array.from(curves, (curve) => curve.least)
  const width = widthOf({ curves })
  const slope = (person: number, more: number) => slopeNear(curves[person]!, carried[person]! + more, width)
  const parts = items.map((item) => firstParts(item, carried, slope))
  for (let round = 0; round < ROUNDS; round++) {
    let moved = 0
    items.forEach((item, i) => {
      for (let part = 0; part < PARTS; part++) {
        const by = levelOnce(item, parts[i]!, carried, slope)
        moved += by
        if (by < item.amount * 1e-4) break
      }
    })
    if (moved < 1e-3 * items.length) break
  }
  return carried
}

type Slope = (person: number, more: number) => number

/** The whole item with the taker to whom it adds least; the place after the last taker is nobody's. */
function firstParts({ amount, takers, isOptional }: Item, carried: Float64Array, slope: Slope): Float64Array {
  const parts = new Float64Array(takers.length + 1)
  let best = isOptional ? takers.length : 0
  let least = isOptional ? 0 : Number.POSITIVE_INFINITY
  takers.forEach((person, i) => {
    const found = slope(person, amount)
    if (found < least) {
      least = found
      best = i
    }
  })
  parts[best] = amount
  const taker = takers[best]
  if (taker !== undefined) carried[taker]! += amount
  return parts
}

/** Hands a part of an item from the steepest of its holders to the least steep of its takers; returns how much. */
function levelOnce(
  { takers, isOptional }: Item,
  parts: Float64Array,
  carried: Float64Array,
  slope: Slope,
): number {
  const nobody = takers.length
  const at = (i: number, more: number) => (i === nobody ? 0 : slope(takers[i]!, more))
  let steepest = -1
  let flattest = -1
  for (let i = 0; i < nobody + Number(isOptional); i++) {
    if (parts[i]! > 0 && (steepest < 0 || at(i, 0) > at(steepest, 0))) steepest = i
    if (flattest < 0 || at(i, 0) < at(flattest, 0)) flattest = i
  }
  if (steepest < 0 || at(steepest, 0) - at(flattest, 0) <= 1e-9) return 0
  let low = 0
  let high = parts[steepest]!
  if (at(steepest, -high) < at(flattest, high)) {
    for (let i = 0; i < HALVINGS; i++) {
      const middle = (low + high) / 2
      if (at(steepest, -middle) > at(flattest, middle)) low = middle
      else high = middle
    }
  }
  parts[steepest]! -= high
  parts[flattest]! += high
  if (steepest !== nobody) carried[takers[steepest]!]! -= high
  if (flattest !== nobody) carried[takers[flattest]!]! += high
  return high
}

/** Corners are rounded off over a hundredth of what a person carries at most. */
function widthOf({ curves }: { readonly curves: readonly Curve[] }): number {
  return Math.max(1, ...curves.map((curve) => (curve.most - curve.least) / 100))
}
