import { NONE, type Problem } from '../problem.ts'
import { assign, type Roster, rollBack, rosterOf } from '../search/roster.ts'

/** Rounds of trying everybody for each changed slot. */
const ROUNDS = 3

/** The same slots changed, given to whom it disturbs least: fewer persons, then a lower cost. Nothing is broken by it. */
export function smooth(problem: Problem, former: Int16Array, found: Int16Array): Int16Array {
  const roster = rosterOf(problem, found)
  const changed = problem.movable.filter((slot) => found[slot] !== former[slot] && found[slot] !== NONE)
  for (let round = 0; round < ROUNDS; round++) {
    let isBetter = false
    for (const slot of changed) if (giveBetter(problem, former, roster, changed, slot)) isBetter = true
    if (!isBetter) break
  }
  return roster.holder.slice()
}

/** Gives one slot to whoever is best for it; false where nobody is better than who has it. */
function giveBetter(
  problem: Problem,
  former: Int16Array,
  roster: Roster,
  changed: Int32Array,
  slot: number,
): boolean {
  const { candidates, staff } = problem
  const { hard, cost, holder } = roster
  const uses = new Int32Array(staff)
  for (const other of changed) {
    if (other !== slot) uses[holder[other]!]!++
    if (former[other] !== NONE) uses[former[other]!]!++
  }
  const now = holder[slot]!
  let best = now
  let bestCost = cost
  for (let i = candidates.from[slot]!; i < candidates.from[slot + 1]!; i++) {
    const person = candidates.items[i]!
    if (person === former[slot] || person === now || (uses[person] === 0 && uses[best]! > 0)) continue
    assign(problem, roster, slot, person)
    const isFewer = uses[best] === 0 && uses[person]! > 0
    if (roster.hard <= hard && (isFewer || roster.cost < bestCost)) {
      best = person
      bestCost = roster.cost
    }
    rollBack(problem, roster, 0, hard, cost)
  }
  if (best === now) return false
  assign(problem, roster, slot, best)
  roster.logged = 0
  return true
}
