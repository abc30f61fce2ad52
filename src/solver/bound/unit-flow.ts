import { type Curve, curveCost } from './curve.ts'
import type { Sharing } from './sharing.ts'

/** Nobody: the taker of optional items that are left. */
const NOBODY = -1

/**
 * The least cost of sharing out items of amount 1, exactly: each item in turn goes, through a chain of hand-overs, to whoever
 * is reached at the least further cost. Hand-overs between people cost nothing by themselves, so a chain's ends decide.
 * Items that no chain can place are left out.
 */
export function leastUnitCost({ curves, items }: Sharing): number {
  const flow: Flow = {
    curves,
    items,
    holder: new Int32Array(items.length).fill(NOBODY),
    carried: Float64Array.from(curves, (curve) => curve.least),
    inClique: curves.map(() => new Map()),
    held: curves.map(() => new Set()),
  }
  for (let item = 0; item < items.length; item++) placeItem(flow, item)
  return curves.reduce((sum, curve, person) => sum + curveCost(curve, flow.carried[person]!), 0)
}

interface Flow {
  readonly curves: readonly Curve[]
  readonly items: Sharing['items']
  readonly holder: Int32Array
  readonly carried: Float64Array
  /** Per person the item held of each clique. */
  readonly inClique: readonly Map<number, number>[]
  readonly held: readonly Set<number>[]
}

function placeItem(flow: Flow, first: number): void {
  const { items } = flow
  const least = leastRise(flow)
  /** Who takes an item in the chain that leads to it, found item by item. */
  const giver = new Map<number, number>([[first, NOBODY]])
  const takenThrough = new Map<number, number>()
  const queue = [first]
  let best = { rise: items[first]!.isOptional ? 0 : Number.POSITIVE_INFINITY, item: NOBODY, person: NOBODY }
  if (items[first]!.isOptional) best.item = first
  for (let at = 0; at < queue.length && best.rise > least; at++) {
    const item = queue[at]!
    for (const person of items[item]!.takers) {
      const blocking = flow.inClique[person]!.get(items[item]!.clique)
      if (blocking !== undefined) {
        reach(blocking, item)
        continue
      }
      if (takenThrough.has(person)) continue
      takenThrough.set(person, item)
      const rise = riseOf(flow, person)
      if (rise < best.rise) best = { rise, item, person }
      for (const other of flow.held[person]!) reach(other, item)
    }
  }
  if (best.item !== NOBODY) handOn(flow, giver, best.item, best.person)

  /** Whoever takes `through` may hand `item` on, to others or to nobody. */
  function reach(item: number, through: number): void {
    if (giver.has(item)) return
    giver.set(item, through)
    queue.push(item)
    if (items[item]!.isOptional && best.rise > 0) best = { rise: 0, item, person: NOBODY }
  }
}

/** Gives the last item of a chain to a person, and each item before it to whoever held the next. */
function handOn(flow: Flow, giver: ReadonlyMap<number, number>, last: number, taker: number): void {
  const chain: number[] = []
  for (let item = last; item !== NOBODY; item = giver.get(item) ?? NOBODY) chain.push(item)
  const takers = chain.map((_, i) => (i === 0 ? taker : flow.holder[chain[i - 1]!]!))
  for (const item of chain) release(flow, item)
  for (let i = 0; i < chain.length; i++) take(flow, chain[i]!, takers[i]!)
}

function release(flow: Flow, item: number): void {
  const person = flow.holder[item]!
  if (person === NOBODY) return
  flow.inClique[person]!.delete(flow.items[item]!.clique)
  flow.held[person]!.delete(item)
  flow.carried[person]!--
  flow.holder[item] = NOBODY
}

function take(flow: Flow, item: number, person: number): void {
  flow.holder[item] = person
  if (person === NOBODY) return
  flow.inClique[person]!.set(flow.items[item]!.clique, item)
  flow.held[person]!.add(item)
  flow.carried[person]!++
}

function riseOf({ curves, carried }: Flow, person: number): number {
  const x = carried[person]!
  return curveCost(curves[person]!, x + 1) - curveCost(curves[person]!, x)
}

/** No chain ends cheaper than this: with whoever takes one more at the least, or with an optional item that is left again. */
function leastRise(flow: Flow): number {
  const isLeavable = flow.items.some((item, i) => item.isOptional && flow.holder[i] !== NOBODY)
  let least = isLeavable ? 0 : Number.POSITIVE_INFINITY
  flow.curves.forEach((curve, person) => {
    if (flow.carried[person]! < curve.most) least = Math.min(least, riseOf(flow, person))
  })
  return least
}
