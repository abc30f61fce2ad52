import { NONE, type Problem } from '../problem.ts'
import { drawCandidate, mayHold } from './candidates.ts'
import { below, type Chance } from './chance.ts'
import type { Roster } from './roster.ts'
import { assignBacked } from './trial.ts'

/** Two persons exchange all they hold from some time before a slot to some time after it. */
export function swapStretch(problem: Problem, roster: Roster, chance: Chance, slot: number): boolean {
  const former = roster.holder[slot]!
  const person = drawCandidate(problem, chance, slot)
  if (former === NONE || person === NONE || person === former) return false
  const width = STRETCHES[below(chance, STRETCHES.length)]!
  const from = problem.start[slot]! - width
  const to = problem.end[slot]! + width
  const given = heldBetween(problem, roster, former, person, from, to, 0)
  const all = heldBetween(problem, roster, person, former, from, to, given)
  for (let i = 0; i < all; i++) {
    assignBacked(problem, roster, chance, taken[i]!, i < given ? person : former)
  }
  return true
}

/** Half a day, two days, a week: each side of the slot. */
const STRETCHES: readonly number[] = [720, 2880, 10_080]
const MOST_TAKEN = 64
const taken = new Int32Array(MOST_TAKEN)

/** Writes the movable slots of a person that start in [from, to), and that the other may hold, from index `at` on; returns where they end. */
function heldBetween(
  problem: Problem,
  roster: Roster,
  person: number,
  other: number,
  from: number,
  to: number,
  at: number,
): number {
  const base = person * problem.slots
  let end = at
  for (let i = base; i < base + roster.length[person]! && end < MOST_TAKEN; i++) {
    const slot = roster.list[i]!
    if (problem.start[slot]! < from) continue
    if (problem.start[slot]! >= to) break
    if (problem.fixedTo[slot] === NONE && mayHold(problem, other, slot)) taken[end++] = slot
  }
  return end
}
