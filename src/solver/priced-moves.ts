import { below, type Chance } from './chance.ts'
import { isBearable } from './cost.ts'
import { swapStretch } from './moves.ts'
import { priced, priceExchange, priceHandOver } from './price.ts'
import { NONE, type Problem } from './problem.ts'
import { assign, findPlace, type Roster } from './roster.ts'
import { assignBacked } from './trial.ts'
import type { Grid } from './units.ts'

/** The moves of a problem whose changes can be priced beforehand: what is too dear is never made. */
export function makePricedMove(
  problem: Problem,
  grid: Grid,
  roster: Roster,
  chance: Chance,
  patience: number,
): boolean {
  const draw = below(chance, 64)
  const { movable } = problem
  const slot = movable[below(chance, movable.length)]!
  if (draw < 28) return handOver(problem, grid, roster, chance, patience, slot)
  if (draw < 60)
    return exchange(problem, grid, roster, patience, slot, drawPartner(problem, chance, slot, draw))
  if (draw < 62) return swapStretch(problem, roster, chance, slot)
  return handOverBacked(problem, roster, chance, slot)
}

/** Another takes the slot; one who is taken up in that unit gives what stands there in return. */
function handOver(
  problem: Problem,
  grid: Grid,
  roster: Roster,
  chance: Chance,
  patience: number,
  slot: number,
): boolean {
  const former = roster.holder[slot]!
  const person =
    problem.conditional[slot] === 1 && former !== NONE && below(chance, 2) === 0
      ? NONE
      : drawCandidate(problem, chance, slot)
  if (person === former) return false
  if (person !== NONE && former !== NONE) {
    const other = heldInUnit(problem, grid, roster, person, slot)
    if (other !== NONE && problem.fixedTo[other] === NONE)
      return exchange(problem, grid, roster, patience, slot, other)
  }
  priceHandOver(problem, grid, roster, slot, person)
  if (!isBearable(problem, priced[0]!, priced[1]!, patience)) return false
  assign(problem, roster, slot, person)
  return true
}

/** Two slots change holders. */
function exchange(
  problem: Problem,
  grid: Grid,
  roster: Roster,
  patience: number,
  slot: number,
  other: number,
): boolean {
  const a = roster.holder[slot]!
  const b = roster.holder[other]!
  if (a === b || a === NONE || b === NONE) return false
  if (problem.refusal[a * problem.slots + other] !== 0 || problem.refusal[b * problem.slots + slot] !== 0)
    return false
  priceExchange(problem, grid, roster, slot, other)
  if (!isBearable(problem, priced[0]!, priced[1]!, patience)) return false
  assign(problem, roster, slot, NONE)
  assign(problem, roster, other, a)
  assign(problem, roster, slot, b)
  return true
}

/** Another takes the slot, and the backup behind it follows. */
function handOverBacked(problem: Problem, roster: Roster, chance: Chance, slot: number): boolean {
  if (problem.backers.from[slot] === problem.backers.from[slot + 1]) return false
  const person = drawCandidate(problem, chance, slot)
  if (person === NONE || person === roster.holder[slot]) return false
  assignBacked(problem, roster, chance, slot, person)
  return true
}

/** A slot of the same kind, near in time, or any. */
function drawPartner(problem: Problem, chance: Chance, slot: number, draw: number): number {
  const { movable, alike, alikeSlots } = problem
  if (draw < 36) {
    const group = alike[slot]!
    const first = alikeSlots.from[group]!
    return alikeSlots.items[first + below(chance, alikeSlots.from[group + 1]! - first)]!
  }
  if (draw < 40) return movable[below(chance, movable.length)]!
  const near = slot + 1 + below(chance, NEAR)
  const other = draw < 50 ? near : 2 * slot - near
  return other >= 0 && other < problem.slots && problem.fixedTo[other] === NONE ? other : slot
}

/** Slots this many places apart in order of time are near. */
const NEAR = 24

/** A slot of the person in the unit of another, or NONE. */
function heldInUnit(problem: Problem, grid: Grid, roster: Roster, person: number, slot: number): number {
  const base = person * problem.slots
  const length = roster.length[person]!
  const at = findPlace(roster.list, base, length, slot)
  const unit = grid.unit[slot]!
  if (at > 0 && grid.unit[roster.list[base + at - 1]!] === unit) return roster.list[base + at - 1]!
  if (at < length && grid.unit[roster.list[base + at]!] === unit) return roster.list[base + at]!
  return NONE
}

function drawCandidate(problem: Problem, chance: Chance, slot: number): number {
  const { from, items } = problem.candidates
  const number = from[slot + 1]! - from[slot]!
  return number === 0 ? NONE : items[from[slot]! + below(chance, number)]!
}
