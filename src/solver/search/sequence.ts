import { NONE, type Problem } from '../problem.ts'
import { closeCost } from '../score/cost.ts'
import { isOwn } from '../score/holding.ts'
import { isDouble, isJudged, isTogether } from '../score/neighbours.ts'
import { shownCost } from '../score/week-rest.ts'
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
  const { start, end } = problem
  const horizon = problem.horizon[person]!
  const { list, reach } = roster
  const base = person * problem.slots
  const length = roster.length[person]!
  const at = findPlace(list, base, length, slot)
  let low = at
  let from = start[slot]!
  while (low > 0 && from - reach[base + low - 1]! < horizon) from = start[list[base + --low]!]!
  let high = at
  let until = end[slot]!
  if (at > 0) until = Math.max(until, reach[base + at - 1]!)
  for (; high < length; high++) {
    const next = list[base + high]!
    if (start[next]! - until >= horizon) break
    until = Math.max(until, end[next]!)
  }
  chargeStretch(problem, roster, person, base + low, base + high, sign)
}

/** Goes through whole periods of touching or overlapping slots, and charges each gap when the period after it is complete. */
function chargeStretch(
  problem: Problem,
  roster: Roster,
  person: number,
  low: number,
  high: number,
  sign: 1 | -1,
): void {
  const { start, end, restAfterHard, restAfterSoft, restBefore, restShown, longestPeriod, weights } = problem
  const { list } = roster
  let formerEnd = 0
  let formerLast = NONE
  let formerHard = 0
  let formerSoft = 0
  let formerShown = 0
  let formerOwn = false
  for (let i = low; i < high; ) {
    const first = list[i]!
    let last = first
    let until = end[first]!
    let hard = restAfterHard[first]!
    let soft = restAfterSoft[first]!
    let before = restBefore[first]!
    let shown = restShown[first]!
    let own = isOwn(problem, first)
    for (i++; i < high && start[list[i]!]! <= until; i++) {
      const slot = list[i]!
      if (start[slot]! < until) roster.hard += sign * doublesBefore(problem, list, low, i)
      if (end[slot]! > until) {
        until = end[slot]!
        last = slot
      }
      hard = Math.max(hard, restAfterHard[slot]!)
      soft = Math.max(soft, restAfterSoft[slot]!)
      before = Math.max(before, restBefore[slot]!)
      shown = Math.max(shown, restShown[slot]!)
      own ||= isOwn(problem, slot)
    }
    const long = until - start[first]! - longestPeriod[first]!
    if (long > 0 && own) roster.cost += sign * weights.warnMinute * long
    if (formerLast !== NONE) {
      const gap = start[first]! - formerEnd
      const limit = Math.max(before, formerHard > 0 ? 0 : formerSoft)
      if (own || formerOwn) {
        if (gap < formerHard) roster.hard += sign
        else if (gap < limit) roster.cost += sign * weights.warnMinute * (limit - gap)
        else roster.cost += sign * shownCost(problem, formerShown - gap)
      }
      if (gap < problem.spacing[person]! && !isTogether(problem, formerLast, first))
        roster.cost += sign * closeCost(problem, person, gap)
    }
    formerEnd = until
    formerLast = last
    formerHard = hard
    formerSoft = soft
    formerShown = shown
    formerOwn = own
  }
}

/** How many earlier slots of the stretch the one at `i` shares time with and may not. */
function doublesBefore(problem: Problem, list: Int16Array, low: number, i: number): number {
  const slot = list[i]!
  const start = problem.start[slot]!
  let found = 0
  for (let j = i - 1; j >= low; j--) {
    const other = list[j]!
    if (problem.end[other]! > start && isDouble(problem, other, slot) && isJudged(problem, other, slot))
      found++
  }
  return found
}
