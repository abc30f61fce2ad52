import { curveCost } from '../bound/curve.ts'
import { cheapestWay, type Scratch, scratchOf } from '../bound/programme.ts'
import { type PersonWays, type Relaxation, relaxationOf } from '../bound/relaxation.ts'
import { COUNTERS, NONE, type Problem } from '../problem.ts'
import { addPrice, priceCount, priced, priceHandOver } from '../search/price.ts'
import { assign, type Roster, rollBack } from '../search/roster.ts'

/** What re-rostering needs of a problem, however often it is called. */
interface Ground {
  readonly relaxation: Relaxation
  readonly scratch: Scratch
  readonly ways: readonly (PersonWays | undefined)[]
}

const GROUNDS = new WeakMap<Problem, Ground | null>()

/** Sets of slots that are looked for, each at other prices of the person's counts. */
const TRIALS = 12

/**
 * Gives one person the best set of slots that a programme over their days finds while all others keep theirs, but for what changes
 * hands: what the person takes comes from its holder, and what they give up goes to whoever takes it most cheaply. The rota changes
 * only for the better, by its true cost; returns whether it did. Rules by units only; changes are left in the log, and must find
 * room there.
 */
export function rerosterPerson(problem: Problem, roster: Roster, person: number): boolean {
  const ground = groundOf(problem)
  const ways = ground?.ways[person]
  if (ground === null || ways === undefined) return false
  const { breach } = problem.weights
  const before = { hard: roster.hard, cost: roster.cost, mark: roster.logged }
  const slotCost = costOfSlots(ground.relaxation, roster, ways)
  const aims = countPrices(ground.relaxation, roster, person)
  const tried = new Set<string>()
  for (let trial = 0, inertia = FIRST_INERTIA; trial < TRIALS; trial++, inertia /= 2) {
    const set = bestSet(ground, ways, slotCost, aims, roster, inertia)
    const key = set.join()
    if (tried.has(key)) continue
    tried.add(key)
    exchange(problem, roster, person, set)
    const isBetter = breach * (roster.hard - before.hard) + roster.cost - before.cost < 0
    if (isBetter && roster.hard <= before.hard) return true
    rollBack(problem, roster, before.mark, before.hard, before.cost)
  }
  return false
}

/** Points that each change is charged at first, over and above: few changes are what prices tell truly. */
const FIRST_INERTIA = 20_000

function groundOf(problem: Problem): Ground | null {
  const known = GROUNDS.get(problem)
  if (known !== undefined) return known
  const relaxation = relaxationOf(problem)
  const ground =
    relaxation === undefined
      ? null
      : {
          relaxation,
          scratch: scratchOf(relaxation),
          ways: Array.from({ length: problem.staff }, (_, person) =>
            relaxation.persons.find((ways) => ways.person === person),
          ),
        }
  GROUNDS.set(problem, ground)
  return ground
}

/** What each slot in the person's hands costs by itself: what its holder loses or its cheapest taker would be charged is set off against it. */
function costOfSlots(
  { problem, grid }: Relaxation,
  roster: Roster,
  { person, may }: PersonWays,
): Float64Array {
  const { slots, staff, weights, conditional, fixedTo } = problem
  return Float64Array.from({ length: slots }, (_, slot) => {
    if (may[slot] === 0) return Number.POSITIVE_INFINITY
    const own = grid.pair[slot * staff + person]! >> 1
    if (fixedTo[slot] !== NONE) return own
    const holder = roster.holder[slot]!
    if (holder === person) return own - costOfLosing(slot)
    if (holder === NONE) return own - (conditional[slot] === 1 ? 0 : weights.open)
    return own + priceOf(holder, slot, NONE)
  })

  /** Whoever takes one slot gives up another like it: the bend of their counts, which is charged for each by itself, is left out. */
  function priceOf(other: number, lose: number, gain: number): number {
    const slot = lose === NONE ? gain : lose
    priced[0] = 0
    priced[1] = 0
    addPrice(problem, grid, roster, other, lose, gain)
    const { counts } = roster
    const bend =
      priceCount(problem, grid, counts, other, slot, NONE) +
      priceCount(problem, grid, counts, other, NONE, slot)
    return priced[1] - bend / 2 + weights.breach * priced[0]
  }

  /** The least that anybody else is charged for it; it may be left open. */
  function costOfLosing(slot: number): number {
    const { from, items } = problem.candidates
    let least = conditional[slot] === 1 ? 0 : weights.open
    for (let i = from[slot]!; i < from[slot + 1]!; i++) {
      const taker = items[i]!
      if (taker !== person) least = Math.min(least, priceOf(taker, NONE, slot))
    }
    return least
  }
}

/** Per counter of the person, what one unit more is taken to cost. */
interface CountPrice {
  readonly row: Relaxation['counts'][number]
  price: number
}

function countPrices({ counts }: Relaxation, roster: Roster, person: number): CountPrice[] {
  return counts
    .filter((row) => row.person === person)
    .map((row) => {
      const now = roster.counts[person * COUNTERS + row.counter]! / row.unit
      const price = (curveCost(row.curve, now + 1) - curveCost(row.curve, now - 1)) / 2
      return { row, price }
    })
}

function bestSet(
  { relaxation, scratch }: Ground,
  ways: PersonWays,
  slotCost: Float64Array,
  aims: readonly CountPrice[],
  roster: Roster,
  inertia: number,
): number[] {
  const { amounts } = relaxation.problem
  for (let slot = 0; slot < slotCost.length; slot++) {
    let cost = slotCost[slot]!
    for (const { row, price } of aims) cost += (price * amounts[slot * COUNTERS + row.counter]!) / row.unit
    scratch.slotPrice[slot] = cost + (roster.holder[slot] === ways.person ? 0 : inertia)
  }
  const set: number[] = []
  cheapestWay(relaxation, ways, scratch, (_, slot) => set.push(slot))
  return set
}

/** Gives the person the slots of the set, and what they held besides to the cheapest takers. */
function exchange(problem: Problem, roster: Roster, person: number, set: readonly number[]): void {
  const wanted = new Set(set)
  const given: number[] = []
  for (let i = 0; i < roster.length[person]!; i++) {
    const slot = roster.list[person * problem.slots + i]!
    if (!wanted.has(slot) && problem.fixedTo[slot] === NONE) given.push(slot)
  }
  for (const slot of given) assign(problem, roster, slot, NONE)
  for (const slot of set) if (problem.fixedTo[slot] === NONE) assign(problem, roster, slot, person)
  for (const slot of given) assign(problem, roster, slot, cheapestTaker(problem, roster, person, slot))
}

function cheapestTaker(problem: Problem, roster: Roster, person: number, slot: number): number {
  const { candidates, grid, weights, conditional } = problem
  let best = NONE
  let least = 0
  if (grid === null) return NONE
  for (let i = candidates.from[slot]!; i < candidates.from[slot + 1]!; i++) {
    const taker = candidates.items[i]!
    if (taker === person) continue
    priceHandOver(problem, grid, roster, slot, taker)
    const price = priced[1]! + weights.breach * priced[0]!
    if (best !== NONE ? price < least : price < 0 || conditional[slot] === 0) {
      best = taker
      least = price
    }
  }
  return best
}
