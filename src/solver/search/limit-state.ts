import type { Chain, Mean, Turns } from '../limits.ts'
import { NONE, type Problem, WEEKS_PER_SLOT } from '../problem.ts'
import { heldBits, judgeChain } from '../score/chains.ts'
import { nothingFound } from '../score/found.ts'
import { type Holding, placeOf } from '../score/holding.ts'
import { aloneOf, judgeMean, weekBits, weekSum } from '../score/means.ts'
import { costOf } from '../score/stretch-costs.ts'
import { canBeOver, isOverAround } from '../score/stretches.ts'
import { judgeTurns } from '../score/turns.ts'
import { breaksRest, restShort, shownCost } from '../score/week-rest.ts'
import { type Journal, write } from './journal.ts'

/** What the limits need to know of who holds what, and what each person is charged by each of them. */
export interface LimitState {
  /** By chain, and for the special holidays after them: bits of who holds which time, at `person * times + time`. */
  readonly held: readonly Uint8Array[]
  readonly heldCost: readonly Float64Array[]
  /** By mean, at `person * weeks + week`. */
  readonly sums: readonly Float64Array[]
  readonly bits: readonly Uint8Array[]
  readonly meanCost: readonly Float64Array[]
  /** At `person * weeks + week`: minutes that the week's rest is short. */
  readonly restShort: Int32Array
}

/** Of a roster in which nobody holds anything. */
export function emptyLimits(problem: Problem): LimitState {
  const { staff, weeks } = problem
  const { chains, turns, means } = problem.limits
  const times = turns === null ? chains : [...chains, turns]
  return {
    held: times.map(({ start }) => new Uint8Array(staff * start.length)),
    heldCost: times.map(() => new Float64Array(staff)),
    sums: means.map((mean) => aloneOf(problem, mean).slice()),
    bits: means.map((mean) => new Uint8Array(staff * mean.isWhole.length)),
    meanCost: means.map(() => new Float64Array(staff)),
    restShort: new Int32Array(staff * weeks),
  }
}

const found = nothingFound()

/** Brings everything but stretches of time up to date after a person took or lost a slot; returns what it changes in cost. */
export function countLimits(
  problem: Problem,
  state: LimitState,
  journal: Journal,
  holding: Holding,
  slot: number,
  person: number,
): number {
  const { chains, turns, means } = problem.limits
  let change = 0
  for (let i = 0; i < chains.length; i++) {
    const chain = chains[i]!
    if (chain.from[slot]! < chain.until[slot]!)
      change += countChain(problem, state, journal, holding, i, chain, slot, person)
  }
  if (turns !== null && turns.from[slot]! < turns.until[slot]!)
    change += countTurns(problem, state, journal, holding, turns, slot, person)
  for (let i = 0; i < means.length; i++)
    change += countMean(problem, state, journal, holding, i, means[i]!, slot, person)
  return change + countRest(problem, state, journal, holding, slot, person)
}

function countChain(
  problem: Problem,
  state: LimitState,
  journal: Journal,
  holding: Holding,
  index: number,
  chain: Chain,
  slot: number,
  person: number,
): number {
  const bits = state.held[index]!
  const offset = person * chain.start.length
  let isOther = false
  for (let at = chain.from[slot]!; at < chain.until[slot]!; at++) {
    const now = heldBits(problem, chain, holding, person, at)
    if (now === bits[offset + at]!) continue
    write(journal, bits, offset + at, now)
    isOther = true
  }
  if (!isOther) return 0
  found.cost = 0
  judgeChain(problem, chain, bits, offset, found)
  return charge(journal, state.heldCost[index]!, person, found.cost)
}

function countTurns(
  problem: Problem,
  state: LimitState,
  journal: Journal,
  holding: Holding,
  turns: Turns,
  slot: number,
  person: number,
): number {
  const bits = state.held.at(-1)!
  const offset = person * turns.start.length
  for (let at = turns.from[slot]!; at < turns.until[slot]!; at++)
    write(journal, bits, offset + at, heldBits(problem, turns, holding, person, at))
  found.cost = 0
  judgeTurns(problem, turns, bits, person, offset, found)
  return charge(journal, state.heldCost.at(-1)!, person, found.cost)
}

function charge(journal: Journal, costs: Float64Array, person: number, cost: number): number {
  const former = costs[person]!
  if (cost !== former) write(journal, costs, person, cost)
  return cost - former
}

function countMean(
  problem: Problem,
  state: LimitState,
  journal: Journal,
  holding: Holding,
  index: number,
  mean: Mean,
  slot: number,
  person: number,
): number {
  const { weekStart } = mean
  const count = mean.isWhole.length
  const offset = person * count
  const sums = state.sums[index]!
  const bits = state.bits[index]!
  const start = problem.start[slot]!
  const end = problem.end[slot]!
  let isOther = false
  for (let week = firstWeek(weekStart, start); week < count && weekStart[week]! < end; week++) {
    const former = sums[offset + week]!
    const now = weekSum(problem, mean, holding, person, week)
    if (now !== former) write(journal, sums, offset + week, now)
    const limit = mean.limit[offset + week]!
    // Weeks that are judged each by itself matter only where they are, or were, over.
    if (mean.weeks === 1 && !(now > limit) && !(former > limit)) continue
    isOther = true
    write(journal, bits, offset + week, weekBits(problem, mean, holding, person, week))
  }
  if (!isOther) return 0
  found.cost = 0
  judgeMean(problem, mean, person, sums, aloneOf(problem, mean), bits, offset, found)
  return charge(journal, state.meanCost[index]!, person, found.cost)
}

/** The first week that ends after a time. */
function firstWeek(weekStart: Int32Array, time: number): number {
  let low = 0
  let high = weekStart.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (weekStart[middle + 1]! > time) high = middle
    else low = middle + 1
  }
  return low
}

function countRest(
  problem: Problem,
  state: LimitState,
  journal: Journal,
  holding: Holding,
  slot: number,
  person: number,
): number {
  const { weekRest } = problem.limits
  if (weekRest === null) return 0
  let change = 0
  for (let part = 0; part < WEEKS_PER_SLOT; part++) {
    const week = problem.week[slot * WEEKS_PER_SLOT + part]!
    if (week === NONE) break
    if (!breaksRest(weekRest, slot, part)) continue
    const at = person * problem.weeks + week
    const former = state.restShort[at]!
    const now = restShort(problem, weekRest, holding, person, week)
    if (now === former) continue
    write(journal, state.restShort, at, now)
    change += shownCost(problem, now) - shownCost(problem, former)
  }
  return change
}

/** What a slot of a person's list adds to the cost of the stretches of time around it. */
export function stretchCost(problem: Problem, holding: Holding, person: number, slot: number): number {
  const { stretches } = problem.limits
  if (stretches.length === 0) return 0
  const place = placeOf(problem, holding, person, slot)
  let cost = 0
  for (let i = 0; i < stretches.length; i++) {
    const stretch = stretches[i]!
    if (!canBeOver(problem, stretch, holding, person, place, slot)) continue
    if (stretch.slack[person]! >= 0 && !isOverAround(problem, stretch, holding, person, slot)) continue
    cost += costAround(problem, i, holding, person, slot, place)
  }
  return cost
}

/** Slots twice a stretch apart have none in common that matters, where other work alone is never too much. */
function costAround(
  problem: Problem,
  index: number,
  holding: Holding,
  person: number,
  slot: number,
  place: number,
): number {
  const stretch = problem.limits.stretches[index]!
  const { list, reach } = holding
  const base = person * problem.slots
  const end = base + holding.length[person]!
  const apart = 2 * stretch.length
  let low = place
  let high = place
  if (stretch.slack[person]! < 0) {
    low = base
    high = end
  } else {
    let from = problem.start[slot]!
    while (low > base && from - reach[low - 1]! < apart) from = problem.start[list[--low]!]!
    let until = problem.end[slot]!
    if (place > base) until = Math.max(until, reach[place - 1]!)
    for (; high < end && problem.start[list[high]!]! - until < apart; high++)
      until = Math.max(until, problem.end[list[high]!]!)
  }
  const cost = costOf(problem, index, holding, person, low, high, NONE)
  return cost - costOf(problem, index, holding, person, low, high, slot)
}
