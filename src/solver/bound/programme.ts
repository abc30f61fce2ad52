import { COUNTERS, NONE } from '../problem.ts'
import { countAt, gainOf } from './curve.ts'
import type { Graph } from './graph.ts'
import { asksBackup, givesBackup, type PersonPrices, type PersonWays } from './relaxation.ts'

/** Room that evaluations share: nothing in it outlives one. */
export interface Scratch {
  /** By row, how much more than is held is asked for at the latest prices. */
  readonly slope: Float64Array
  /** What each slot costs the person at hand. */
  readonly slotPrice: Float64Array
  readonly choicePrice: Float64Array
  /** The cheapest set of slots of each choice. */
  readonly choiceSet: Int32Array
  readonly nodeCost: Float64Array
}

export function scratchOf({ problem, frame, choiceFrom, persons, low }: PersonPrices): Scratch {
  return {
    slope: new Float64Array(low.length),
    slotPrice: new Float64Array(problem.slots),
    choicePrice: new Float64Array(choiceFrom[frame.units]!),
    choiceSet: new Int32Array(choiceFrom[frame.units]!),
    nodeCost: new Float64Array(Math.max(1, ...persons.map(({ graph }) => graph.nodes))),
  }
}

/**
 * The least that all persons' slots and counts cost at these prices, which no rota of the problem can cost less than: valid for any
 * prices within the limits. Where a person can hold nothing that is fixed to them without a breach, nothing is proved.
 */
export function boundBy(relaxation: PersonPrices, prices: Float64Array, scratch: Scratch): number {
  const { problem, persons, counts, unheld, constant } = relaxation
  let bound = constant + unheld * problem.weights.open
  const { slope } = scratch
  const hold = (person: number, slot: number) => holdIn(relaxation, person, slot, slope)
  slope.fill(0)
  for (let slot = 0; slot < problem.slots; slot++) {
    slope[slot] = 1
    bound += prices[slot]!
  }
  const firstCount = problem.slots + relaxation.backed.length
  for (let i = 0; i < counts.length; i++) {
    const { curve, unit, scale } = counts[i]!
    const price = (prices[firstCount + i]! / scale) * unit
    const count = countAt(curve, price)
    bound -= gainOf(curve, price, count)
    slope[firstCount + i]! -= (count * unit) / scale
  }
  for (const ways of persons) {
    priceSlots(relaxation, ways, prices, scratch.slotPrice)
    bound += cheapestWay(relaxation, ways, scratch, hold)
  }
  return bound
}

/** The cost of each slot by itself to a person, prices taken off and put on. */
function priceSlots(
  { problem, grid, backedRow, countRow, countScale }: PersonPrices,
  { person, may }: PersonWays,
  prices: Float64Array,
  slotPrice: Float64Array,
): void {
  const { slots, staff, amounts, fronts } = problem
  for (let slot = 0; slot < slots; slot++) {
    if (may[slot] === 0) {
      slotPrice[slot] = Number.POSITIVE_INFINITY
      continue
    }
    let price = (grid.pair[slot * staff + person]! >> 1) - prices[slot]!
    const row = backedRow[slot]!
    if (row !== NONE && asksBackup(problem, person, slot)) price += prices[row]!
    if (givesBackup(problem, person, slot)) {
      for (let i = fronts.from[slot]!; i < fronts.from[slot + 1]!; i++) {
        const front = backedRow[fronts.items[i]!]!
        if (front !== NONE) price -= prices[front]!
      }
    }
    for (const counter of grid.counters) {
      const amount = amounts[slot * COUNTERS + counter]!
      const count = countRow[person * COUNTERS + counter]!
      if (amount !== 0 && count !== NONE) price += (amount * prices[count]!) / countScale[count]!
    }
    slotPrice[slot] = price
  }
}

/** The least that a person's slots cost at the prices of `slotPrice`, with what their neighbours and windows add; tells which slots these are. */
function cheapestWay(
  relaxation: PersonPrices,
  ways: PersonWays,
  scratch: Scratch,
  hold: (person: number, slot: number) => void,
): number {
  priceChoices(relaxation, ways, scratch)
  const least = priceNodes(ways.graph, scratch)
  followCheapest(relaxation, ways, scratch, hold)
  return least
}

/** The cheapest set of slots of each choice; one that leaves out what is fixed to the person is none. */
function priceChoices(
  { frame, choiceFrom, problem }: PersonPrices,
  { person, fixed }: PersonWays,
  { slotPrice, choicePrice, choiceSet }: Scratch,
): void {
  for (let unit = 0; unit < frame.units; unit++) {
    const choices = frame.choices[unit]!
    const from = choiceFrom[unit]!
    for (let i = 0; i < choices.length; i++) {
      const { sets } = choices[i]!
      let least = Number.POSITIVE_INFINITY
      for (let number = 0; number < sets.length; number++) {
        const set = sets[number]!
        let price = 0
        let asFixed = 0
        for (let k = 0; k < set.length; k++) {
          price += slotPrice[set[k]!]!
          if (problem.fixedTo[set[k]!] === person) asFixed++
        }
        if (price >= least || asFixed < fixed[unit]!) continue
        least = price
        choiceSet[from + i] = number
      }
      choicePrice[from + i] = least
    }
  }
}

/** From the last layer back, the least that follows each node; returns what follows the first. */
function priceNodes(graph: Graph, { choicePrice, nodeCost }: Scratch): number {
  const { nodes, first, target, choice, cost, last } = graph
  for (let node = last; node < nodes; node++) nodeCost[node] = 0
  for (let node = last - 1; node >= 0; node--) {
    let least = Number.POSITIVE_INFINITY
    const end = first[node + 1]!
    for (let arc = first[node]!; arc < end; arc++) {
      const price = cost[arc]! + choicePrice[choice[arc]!]! + nodeCost[target[arc]!]!
      if (price < least) least = price
    }
    nodeCost[node] = least
  }
  return nodeCost[0]!
}

function followCheapest(
  relaxation: PersonPrices,
  ways: PersonWays,
  scratch: Scratch,
  hold: (person: number, slot: number) => void,
): void {
  const { frame, choiceFrom } = relaxation
  const { first, target, choice, cost, last } = ways.graph
  const { choicePrice, choiceSet, nodeCost } = scratch
  let node = 0
  for (let unit = 0; node < last; unit++) {
    let best = NONE
    let least = Number.POSITIVE_INFINITY
    for (let arc = first[node]!; arc < first[node + 1]!; arc++) {
      const price = cost[arc]! + choicePrice[choice[arc]!]! + nodeCost[target[arc]!]!
      if (price < least) {
        least = price
        best = arc
      }
    }
    if (best === NONE) return
    const taken = choice[best]!
    for (const slot of frame.choices[unit]![taken - choiceFrom[unit]!]!.sets[choiceSet[taken]!]!)
      hold(ways.person, slot)
    node = target[best]!
  }
}

/** Counts one holding in the rows that see it. */
function holdIn(relaxation: PersonPrices, person: number, slot: number, slope: Float64Array): void {
  const { problem, grid, backedRow, countRow, countScale } = relaxation
  const { amounts, fronts } = problem
  slope[slot]!--
  const row = backedRow[slot]!
  if (row !== NONE && asksBackup(problem, person, slot)) slope[row]!++
  if (givesBackup(problem, person, slot)) {
    for (let i = fronts.from[slot]!; i < fronts.from[slot + 1]!; i++) {
      const front = backedRow[fronts.items[i]!]!
      if (front !== NONE) slope[front]!--
    }
  }
  for (const counter of grid.counters) {
    const amount = amounts[slot * COUNTERS + counter]!
    const count = countRow[person * COUNTERS + counter]!
    if (amount !== 0 && count !== NONE) slope[count]! += amount / countScale[count]!
  }
}
