import { COUNTERS, NONE, type Problem, WEEKENDS } from '../problem.ts'
import { isDouble, isJudged } from '../score/neighbours.ts'
import type { Item } from './sharing.ts'

/** What one counter shares out: what each person holds already, and the items still to be held. */
export interface Counted {
  readonly base: Float64Array
  readonly items: readonly Item[]
}

/** Whether the pair is refused neither by itself nor by what the person holds already. */
export function mayHold(problem: Problem, fixed: readonly number[], person: number, slot: number): boolean {
  if (problem.refusal[person * problem.slots + slot] !== 0) return false
  return fixed.every((other) => !isClash(problem, other, slot))
}

/** Two slots that no person may hold both of, as far as they alone can tell. */
export function isClash(problem: Problem, a: number, b: number): boolean {
  const { grid, start, end } = problem
  if (grid === null)
    return start[a]! < end[b]! && start[b]! < end[a]! && isDouble(problem, a, b) && isJudged(problem, a, b)
  const [first, second] = a < b ? [a, b] : [b, a]
  const at = grid.kind[first]! * grid.kinds + grid.kind[second]!
  const gap = grid.unit[second]! - grid.unit[first]!
  return (gap === 0 && grid.beside[at] === 1) || (gap === 1 && grid.follows[at] === 1)
}

/** For each slot the persons who may hold it, and per person what is fixed. */
export interface Takers {
  readonly fixed: readonly (readonly number[])[]
  readonly of: readonly Int32Array[]
}

export function takersOf(problem: Problem): Takers {
  const fixed: number[][] = Array.from({ length: problem.staff }, () => [])
  problem.fixedTo.forEach((person, slot) => {
    if (person !== NONE) fixed[person]!.push(slot)
  })
  const { from, items } = problem.candidates
  const of = Array.from({ length: problem.slots }, (_, slot) =>
    items
      .slice(from[slot]!, from[slot + 1]!)
      .filter((person) => mayHold(problem, fixed[person]!, person, slot)),
  )
  return { fixed, of }
}

/** What a counter other than weekends shares out: the amounts of slots. */
export function countedSlots(problem: Problem, { fixed, of }: Takers, counter: number): Counted {
  const amountOf = (slot: number) => problem.amounts[slot * COUNTERS + counter]!
  const base = Float64Array.from(fixed, (slots) => slots.reduce((sum, slot) => sum + amountOf(slot), 0))
  const counted = [...problem.movable].filter((slot) => amountOf(slot) > 0)
  const clique = cliquesOf(problem, counted)
  const items = counted.map((slot, i) => ({
    amount: amountOf(slot),
    takers: of[slot]!,
    isOptional: problem.conditional[slot] === 1,
    clique: clique[i]!,
  }))
  return { base, items }
}

/** Numbers of disjoint sets of slots that clash pairwise, for slots in order of start. */
function cliquesOf(problem: Problem, slots: readonly number[]): number[] {
  const members: number[][] = []
  return slots.map((slot) => {
    const found = members.findIndex(
      (clique, number) =>
        number >= members.length - CLIQUES_OPEN && clique.every((other) => isClash(problem, other, slot)),
    )
    if (found >= 0) {
      members[found]!.push(slot)
      return found
    }
    return members.push([slot]) - 1
  })
}

/** Older cliques ended before the slot at hand starts, but for very long duties, which then stand alone. */
const CLIQUES_OPEN = 8

/**
 * Weekends worked: of each weekend as many as must be, since slots that clash each make their holder's weekend a worked one, and
 * as many more as may be. Nobody works one weekend twice.
 */
function countedWeekends(problem: Problem, { fixed, of }: Takers): Counted {
  const { weekends, weekend, weekendMinutes, weekendLeast } = problem
  const held = fixed.map((slots) => minutesByWeekend(problem, slots))
  const base = Float64Array.from(held, (minutes) => countWorked(problem, minutes))
  const items: Item[] = []
  for (let number = 0; number < weekends; number++) {
    const slots = [...problem.movable].filter((slot) => weekend[slot] === number)
    const isWorked = (person: number) => held[person]![number]! >= weekendLeast[number]!
    const heavy = slots.filter((slot) => weekendMinutes[slot]! >= weekendLeast[number]!)
    const must = largestClash(
      problem,
      heavy.filter((slot) => problem.conditional[slot] === 0),
    ).filter((slot) => of[slot]!.length > 0 && !of[slot]!.some(isWorked))
    const takers = Int32Array.from(new Set(slots.flatMap((slot) => [...of[slot]!]))).filter(
      (person) => !isWorked(person),
    )
    for (const slot of must) items.push({ amount: 1, takers: of[slot]!, isOptional: false, clique: number })
    for (let more = must.length; more < Math.min(slots.length, takers.length); more++)
      items.push({ amount: 1, takers, isOptional: true, clique: number })
  }
  return { base, items }
}

function minutesByWeekend(
  { weekends, weekend, weekendMinutes }: Problem,
  slots: readonly number[],
): Int32Array {
  const minutes = new Int32Array(weekends)
  for (const slot of slots) if (weekend[slot] !== NONE) minutes[weekend[slot]!]! += weekendMinutes[slot]!
  return minutes
}

function countWorked({ weekendLeast }: Problem, minutes: Int32Array): number {
  return minutes.filter((held, weekend) => held >= weekendLeast[weekend]!).length
}

/** The largest set found of slots that clash pairwise: those going on at the start of one of them. */
function largestClash(problem: Problem, slots: readonly number[]): number[] {
  let best: number[] = []
  for (const slot of slots) {
    const clash: number[] = [slot]
    for (const other of slots) {
      if (clash.every((one) => one !== other && isClash(problem, one, other))) clash.push(other)
    }
    if (clash.length > best.length) best = clash
  }
  return best
}

export function countedBy(problem: Problem, takers: Takers, counter: number): Counted {
  return counter === WEEKENDS && problem.grid === null
    ? countedWeekends(problem, takers)
    : countedSlots(problem, takers, counter)
}
