/**
 * What it costs one person to carry an amount x: `square` per squared unit outside [from, to], `steep` per unit
 * away from `aim`, and `each` per unit. All of it is convex, which every bound here rests on.
 */
export interface Curve {
  readonly square: number
  readonly from: number
  readonly to: number
  readonly steep: number
  readonly aim: number
  readonly each: number
  /** Held whatever is decided, and the most that can come to be held, a whole number above it. */
  readonly least: number
  readonly most: number
}

export function curveCost(curve: Curve, x: number): number {
  const away = x < curve.from ? curve.from - x : x > curve.to ? x - curve.to : 0
  return curve.square * away * away + curve.steep * Math.abs(x - curve.aim) + curve.each * x
}

/** Slope at x, with the corner at `aim` rounded off over `width` on either side: for the search of prices only. */
export function slopeNear(curve: Curve, x: number, width: number): number {
  const away = x < curve.from ? x - curve.from : x > curve.to ? x - curve.to : 0
  const turn = Math.max(-1, Math.min(1, (x - curve.aim) / width))
  return 2 * curve.square * away + curve.steep * turn + curve.each
}

/** The largest price · x − cost(x) over the amounts x that can be held: exact, as they rise from the least in whole steps. */
export function gainAt(curve: Curve, price: number): number {
  return gainOf(curve, price, countAt(curve, price))
}

/** The amount with the largest gain at a price. */
export function countAt(curve: Curve, price: number): number {
  const { least } = curve
  let low = 0
  let high = Math.round(curve.most - least)
  while (low < high) {
    const middle = (low + high) >> 1
    if (curveCost(curve, least + middle + 1) - curveCost(curve, least + middle) < price) low = middle + 1
    else high = middle
  }
  return least + low
}

export function gainOf(curve: Curve, price: number, x: number): number {
  return price * x - curveCost(curve, x)
}
