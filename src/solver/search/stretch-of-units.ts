import { NONE, type Problem } from '../problem.ts'
import type { Grid } from '../units.ts'
import { drawCandidate } from './candidates.ts'
import { below, type Chance } from './chance.ts'
import { addToMany, makeMany, sizeOfMany, startMany, valueOfMany } from './many.ts'
import { findPlace, type Roster } from './roster.ts'

/** Units to each side of a slot's own in which two persons exchange all they hold. */
const WIDTHS: readonly number[] = [0, 1, 2, 3, 5, 8, 12, 18]

/** Two persons exchange all they hold from some units before a slot to some units after it. */
export function exchangeStretch(
  problem: Problem,
  grid: Grid,
  roster: Roster,
  chance: Chance,
  patience: number,
  slot: number,
): boolean {
  const former = roster.holder[slot]!
  const person = drawCandidate(problem, chance, slot)
  if (former === NONE || person === NONE || person === former) return false
  const width = WIDTHS[below(chance, WIDTHS.length)]!
  const unit = grid.unit[slot]!
  const from = grid.firstOf[Math.max(0, unit - width)]!
  const to = grid.firstOf[Math.min(grid.firstOf.length - 1, unit + width + 1)]!
  startMany()
  if (!addHeld(problem, grid, roster, former, person, from, to)) return false
  if (!addHeld(problem, grid, roster, person, former, from, to) || sizeOfMany() === 0) return false
  if (valueOfMany(problem, grid, roster) > patience) return false
  makeMany(problem, roster)
  return true
}

/** Adds the movable slots of a person in [from, to) that the other may hold to the change; false when they are too many. */
function addHeld(
  problem: Problem,
  grid: Grid,
  roster: Roster,
  person: number,
  other: number,
  from: number,
  to: number,
): boolean {
  const base = person * problem.slots
  const end = base + roster.length[person]!
  for (let i = base + findPlace(roster.list, base, roster.length[person]!, from); i < end; i++) {
    const slot = roster.list[i]!
    if (slot >= to) break
    if (problem.fixedTo[slot] !== NONE || (grid.pair[slot * grid.staff + other]! & 1) === 1) continue
    if (!addToMany(slot, other)) return false
  }
  return true
}
