import { closeCost } from './cost.ts'
import { NONE, type Problem } from './problem.ts'
import { findPlace, type Roster } from './roster.ts'

/**
 * Adds (or with sign −1 takes away) what a person's slots around `slot` cost by standing where they do: overlap, rest, spacing.
 * The stretch looked at ends where nothing is held for as long as any rest or spacing reaches, with the slot and without it.
 */
export function chargeSequence(
  problem: Problem,
  roster: Roster,
  person: number,
  slot: number,
  sign: 1 | -1,
): void {
  const { start, end, horizon } = problem
  const { list, reach } = roster
  const base = person * problem.slots
  const length = roster.length[person]!
  const at = findPlace(list, base, length, slot)
  let low = at
  let from = start[slot]!
  while (low > 0 && from - reach[base + low - 1]! < horizon) from = start[list[base + --low]!]!
  let high = at
  let until = Math.max(end[slot]!, at > 0 ? reach[base + at - 1]! : 0)
  for (; high < length; high++) {
    const next = list[base + high]!
    if (start[next]! - until >= horizon) break
    until = Math.max(until, end[next]!)
  }
  chargeStretch(problem, roster, person, base + low, base + high, sign)
}

function chargeStretch(
  problem: Problem,
  roster: Roster,
  person: number,
  low: number,
  high: number,
  sign: 1 | -1,
): void {
  const { start, end, block, restAfterHard, restAfterSoft, restBefore } = problem
  const { list } = roster
  let until = 0
  let hardRest = 0
  let softRest = 0
  let last = NONE
  for (let i = low; i < high; i++) {
    const slot = list[i]!
    const gap = start[slot]! - until
    if (last !== NONE && gap <= 0) {
      if (gap < 0) roster.hard += sign * overlapsBefore(problem, list, low, i)
    } else {
      if (last !== NONE) {
        if (gap < hardRest) roster.hard += sign
        const short = Math.max(softRest, restBefore[slot]!) - gap
        if (short > 0) roster.cost += sign * problem.weights.warnMinute * short
        const isOneBlock = block[slot] !== NONE && block[slot] === block[last]
        if (!isOneBlock) roster.cost += sign * closeCost(problem, person, gap)
      }
      hardRest = 0
      softRest = 0
    }
    until = Math.max(until, end[slot]!)
    hardRest = Math.max(hardRest, restAfterHard[slot]!)
    softRest = Math.max(softRest, restAfterSoft[slot]!)
    last = slot
  }
}

/** How many earlier slots of the stretch overlap the one at `i` without a class that lets them. */
function overlapsBefore(problem: Problem, list: Int16Array, low: number, i: number): number {
  const slot = list[i]!
  const start = problem.start[slot]!
  const mayOverlap = problem.overlapClass[slot]!
  let found = 0
  for (let j = i - 1; j >= low; j--) {
    const other = list[j]!
    if (problem.end[other]! <= start) continue
    if (mayOverlap === NONE || mayOverlap !== problem.overlapClass[other]) found++
  }
  return found
}
