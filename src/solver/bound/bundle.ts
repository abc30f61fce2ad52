/** A concave function of prices: its value, and where it rises (`slope`, filled anew). */
export type Hill = (prices: Float64Array, slope: Float64Array) => number

/**
 * A proximal bundle method: planes that lie on or above the hill, kept from places looked at, and a centre, the best place so far.
 * Each round looks where the planes promise most not too far from the centre. Deterministic, and whole in this state.
 */
export interface Bundle {
  readonly low: Float64Array
  readonly high: Float64Array
  readonly centre: Float64Array
  value: number
  /** Planes by their slopes, row by row, and their heights at the centre. */
  readonly planes: Float32Array
  readonly heights: Float64Array
  /** How much each plane counts: never negative, one together. */
  readonly parts: Float64Array
  kept: number
  /** 0 for a row that stands at its limit, which the direction would leave. */
  readonly isFree: Uint8Array
  /** How far a round may go. */
  reach: number
  /** Rounds since the centre moved, or the reach was cut. */
  idle: number
  /** What the last round promised at most. */
  promise: number
}

/** Planes that are kept; more bring the bound up in fewer rounds of more work. */
const PLANES = 120
const FIRST_REACH = 10_000
const MOST_IDLE = 100

export function startBundle(low: Float64Array, high: Float64Array, hill: Hill): Bundle {
  const rows = low.length
  const centre = Float64Array.from(low, (least, row) => Math.min(high[row]!, Math.max(least, 0)))
  const slope = new Float64Array(rows)
  const bundle: Bundle = {
    ...{ low, high, centre, value: hill(centre, slope) },
    planes: new Float32Array(PLANES * rows),
    heights: new Float64Array(PLANES),
    parts: new Float64Array(PLANES),
    isFree: new Uint8Array(rows).fill(1),
    ...{ kept: 1, reach: FIRST_REACH, idle: 0, promise: Number.POSITIVE_INFINITY },
  }
  bundle.planes.set(slope)
  bundle.heights[0] = bundle.value
  bundle.parts[0] = 1
  return bundle
}

/** Room for one round after another on one bundle; all of it follows from the bundle. */
export interface Room {
  /** Of any two planes, over the free rows. */
  readonly products: Float64Array
  readonly direction: Float64Array
  readonly place: Float64Array
  readonly slope: Float64Array
  readonly rises: Float64Array
}

export function roomOf(bundle: Bundle): Room {
  const rows = bundle.centre.length
  const room: Room = {
    products: new Float64Array(PLANES * PLANES),
    direction: new Float64Array(rows),
    place: new Float64Array(rows),
    slope: new Float64Array(rows),
    rises: new Float64Array(PLANES),
  }
  for (let plane = 0; plane < bundle.kept; plane++) multiply(bundle, room, plane)
  return room
}

/** Looks at one more place. */
export function climb(bundle: Bundle, room: Room, hill: Hill): void {
  const { centre, low, high, planes, heights, parts, isFree } = bundle
  const { direction, place, slope } = room
  const rows = centre.length
  steer(bundle, room)
  let square = 0
  let promised = -bundle.value
  for (let row = 0; row < rows; row++) if (isFree[row] === 1) square += direction[row]! * direction[row]!
  for (let i = 0; i < bundle.kept; i++) promised += parts[i]! * heights[i]!
  bundle.promise = promised + bundle.reach * square
  for (let row = 0; row < rows; row++) {
    const by = isFree[row] === 1 ? bundle.reach * direction[row]! : 0
    place[row] = Math.max(low[row]!, Math.min(high[row]!, centre[row]! + by))
  }
  const value = hill(place, slope)
  const at = placeForPlane(bundle, room)
  let height = value
  for (let row = 0; row < rows; row++) {
    const rounded = Math.fround(slope[row]!)
    planes[at * rows + row] = rounded
    height += rounded * (centre[row]! - place[row]!)
  }
  heights[at] = height
  parts[at] = 0
  multiply(bundle, room, at)
  settle(bundle, room, value, height)
}

/** Moves the centre if the place was as good as a tenth of the promise; else the new plane will keep later rounds from there. */
function settle(bundle: Bundle, { place }: Room, value: number, height: number): void {
  const { centre, planes, heights } = bundle
  const rows = centre.length
  const rise = value - bundle.value
  if (rise > 0.1 * bundle.promise) {
    for (let i = 0; i < bundle.kept; i++) {
      let by = 0
      for (let row = 0; row < rows; row++) by += planes[i * rows + row]! * (place[row]! - centre[row]!)
      heights[i]! += by
    }
    centre.set(place)
    bundle.value = value
    bundle.idle = 0
    if (rise > 0.5 * bundle.promise) bundle.reach *= 1.5
    return
  }
  bundle.idle++
  const isFarOff = rise < -bundle.promise && height - bundle.value > bundle.promise
  if (isFarOff) bundle.reach = Math.max(bundle.reach * 0.7, 1e-3)
  else if (bundle.idle > MOST_IDLE) {
    bundle.reach *= 0.8
    bundle.idle = 0
  }
}

/** Weighs the planes for the best place in reach, and tells the direction to it; rows that it would take past their limits stay. */
function steer(bundle: Bundle, room: Room): void {
  for (let attempt = 0; attempt < 3; attempt++) {
    weigh(bundle, room)
    sumPlanes(bundle, room.direction)
    if (!freeRows(bundle, room.direction)) return
    for (let plane = 0; plane < bundle.kept; plane++) multiply(bundle, room, plane)
  }
}

const WEIGHINGS = 400

/** Moves parts from the highest plane in use to the lowest until both are level. */
function weigh({ heights, parts, kept, reach, value, promise }: Bundle, { products, rises }: Room): void {
  for (let i = 0; i < kept; i++) {
    let rise = heights[i]!
    for (let j = 0; j < kept; j++) if (parts[j]! > 0) rise += reach * products[i * PLANES + j]! * parts[j]!
    rises[i] = rise
  }
  const level = 1e-4 * Math.max(1, promise < Number.POSITIVE_INFINITY ? promise : 0.1 * Math.abs(value))
  for (let step = 0; step < WEIGHINGS; step++) {
    let low = 0
    let high = -1
    for (let i = 0; i < kept; i++) {
      if (rises[i]! < rises[low]!) low = i
      if (parts[i]! > 0 && (high < 0 || rises[i]! > rises[high]!)) high = i
    }
    const apart = rises[high]! - rises[low]!
    if (apart < level) return
    const bend =
      reach *
      (products[low * PLANES + low]! + products[high * PLANES + high]! - 2 * products[low * PLANES + high]!)
    const by = bend > 0 ? Math.min(parts[high]!, apart / bend) : parts[high]!
    parts[low]! += by
    parts[high]! -= by
    for (let i = 0; i < kept; i++)
      rises[i]! += reach * by * (products[i * PLANES + low]! - products[i * PLANES + high]!)
  }
}

function sumPlanes({ planes, parts, kept }: Bundle, direction: Float64Array): void {
  const rows = direction.length
  direction.fill(0)
  for (let i = 0; i < kept; i++) {
    const part = parts[i]!
    if (part === 0) continue
    for (let row = 0; row < rows; row++) direction[row]! += part * planes[i * rows + row]!
  }
}

/** Whether the rows that may move became others. */
function freeRows({ low, high, centre, isFree }: Bundle, direction: Float64Array): boolean {
  let isChanged = false
  for (let row = 0; row < direction.length; row++) {
    const by = direction[row]!
    const isStopped = (by > 0 && centre[row]! >= high[row]!) || (by < 0 && centre[row]! <= low[row]!)
    if (isFree[row] === Number(!isStopped)) continue
    isFree[row] = Number(!isStopped)
    isChanged = true
  }
  return isChanged
}

function multiply({ planes, kept, isFree }: Bundle, { products }: Room, plane: number): void {
  const rows = isFree.length
  for (let other = 0; other < kept; other++) {
    let sum = 0
    for (let row = 0; row < rows; row++) {
      if (isFree[row] === 1) sum += planes[plane * rows + row]! * planes[other * rows + row]!
    }
    products[plane * PLANES + other] = sum
    products[other * PLANES + plane] = sum
  }
}

/** Where a new plane goes: behind the others, or in the place of the least used, which is merged into the next when it is in use. */
function placeForPlane(bundle: Bundle, room: Room): number {
  const { planes, heights, parts } = bundle
  if (bundle.kept < PLANES) return bundle.kept++
  const rows = bundle.centre.length
  const least = leastUsed(parts, -1)
  if (parts[least]! === 0) return least
  const next = leastUsed(parts, least)
  const sum = parts[least]! + parts[next]!
  const part = parts[least]! / sum
  for (let row = 0; row < rows; row++) {
    const at = next * rows + row
    planes[at] = part * planes[least * rows + row]! + (1 - part) * planes[at]!
  }
  heights[next] = part * heights[least]! + (1 - part) * heights[next]!
  parts[next] = sum
  parts[least] = 0
  multiply(bundle, room, next)
  return least
}

function leastUsed(parts: Float64Array, besides: number): number {
  let least = besides === 0 ? 1 : 0
  for (let i = 0; i < parts.length; i++) if (i !== besides && parts[i]! < parts[least]!) least = i
  return least
}
