import { NONE, type Problem } from '../problem.ts'
import { isBearable } from '../score/cost.ts'
import type { Grid } from '../units.ts'
import { drawCandidate, mayHold } from './candidates.ts'
import { below, type Chance } from './chance.ts'
import { addPrice, addTaking, priced, priceExchange } from './price.ts'
import { assign, findPlace, type Roster } from './roster.ts'
import { swapStretch } from './stretch.ts'
import { assignBacked } from './trial.ts'

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
  if (draw < HAND) return handOver(problem, grid, roster, chance, patience, slot)
  if (draw < 60)
    return exchange(problem, grid, roster, patience, slot, drawPartner(problem, chance, slot, draw))
  if (draw < 62) return swapStretch(problem, roster, chance, slot)
  return handOverBacked(problem, roster, chance, slot)
}

/** Another takes the slot, the first bearable of a few; one who is taken up in that unit gives what stands there in return. */
function handOver(
  problem: Problem,
  grid: Grid,
  roster: Roster,
  chance: Chance,
  patience: number,
  slot: number,
): boolean {
  const former = roster.holder[slot]!
  priced[0] = 0
  priced[1] = 0
  if (former !== NONE) addPrice(problem, grid, roster, former, slot, NONE)
  const lossHard = priced[0]
  const loss = priced[1]
  const isOptional = problem.conditional[slot] === 1 && former !== NONE
  for (let i = 0; i < TAKERS; i++) {
    const person = isOptional && i === 0 ? NONE : drawCandidate(problem, chance, slot)
    if (person === former) continue
    if (person !== NONE && former !== NONE && isTaken(grid, roster, person, slot)) {
      const other = heldInUnit(problem, grid, roster, person, slot)
      if (problem.fixedTo[other] === NONE && exchange(problem, grid, roster, patience, slot, other))
        return true
      continue
    }
    priced[0] = lossHard
    priced[1] = loss
    addTaking(problem, grid, roster, slot, person)
    if (!isBearable(problem, priced[0], priced[1], patience)) continue
    assign(problem, roster, slot, person)
    return true
  }
  return false
}

/** So many persons are asked in one move: what the holder's loss changes is then told once for all of them. */
const TAKERS = 4

function isTaken(grid: Grid, roster: Roster, person: number, slot: number): boolean {
  const { units } = grid.tables[0]!
  return roster.units!.held[0]![person * units + grid.unit[slot]!] !== 0
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
  if (!mayHold(problem, a, other) || !mayHold(problem, b, slot)) return false
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
  if (draw < ALIKE) {
    const group = alike[slot]!
    const first = alikeSlots.from[group]!
    return alikeSlots.items[first + below(chance, alikeSlots.from[group + 1]! - first)]!
  }
  if (draw < ANY) return movable[below(chance, movable.length)]!
  const near = slot + 1 + below(chance, NEAR)
  const other = (draw & 1) === 0 ? near : 2 * slot - near
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

/** Of 64 draws, so many (each counted from the one before) are hand-overs, exchanges of like slots, and exchanges of any two; then near ones. */
const HAND = 10
const ALIKE = 48
const ANY = 52
