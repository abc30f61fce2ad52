import { NONE, type Problem } from '../problem.ts'
import { needsBackup } from '../score/backing.ts'
import type { Grid } from '../units.ts'
import { drawCandidate, mayHold } from './candidates.ts'
import { below, type Chance } from './chance.ts'
import { relieve } from './relieve.ts'
import { assign, findPlace, type Roster } from './roster.ts'
import { exchangeHolders } from './seat.ts'
import { exchangeStretch } from './stretch-of-units.ts'
import { lossOf, valueOfBoth, valueOfExchange, valueOfHandOver } from './value.ts'

/** The moves of a problem whose changes can be priced beforehand: what is too dear is never made. */
export function makePricedMove(
  problem: Problem,
  grid: Grid,
  roster: Roster,
  chance: Chance,
  patience: number,
): boolean {
  const draw = below(chance, DRAWS)
  const { movable } = problem
  const slot = movable[below(chance, movable.length)]!
  if (draw >= BACKED) return relieve(problem, grid, roster, chance, patience, slot)
  if (draw < HAND) return handOver(problem, grid, roster, chance, patience, slot)
  if (draw < NEAREST)
    return exchange(problem, grid, roster, patience, slot, drawPartner(problem, chance, slot, draw))
  if (draw < STRETCH) return exchangeStretch(problem, grid, roster, chance, patience, slot)
  return handOverBacked(problem, grid, roster, chance, patience, slot)
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
  const loss = lossOf(grid, roster, slot)
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
    if (valueOfHandOver(problem, grid, roster, slot, person, loss) > patience) continue
    assign(problem, roster, slot, person)
    return true
  }
  return false
}

/** So many persons are asked in one move: what the holder's loss changes is then told once for all of them. */
const TAKERS = 4

function isTaken(grid: Grid, roster: Roster, person: number, slot: number): boolean {
  return roster.units!.held[grid.unit[slot]! * grid.staff + person] !== 0
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
  if (((grid.pair[other * grid.staff + a]! | grid.pair[slot * grid.staff + b]!) & 1) === 1) return false
  if (valueOfExchange(problem, grid, roster, slot, other) > patience) return false
  exchangeHolders(problem, grid, roster, slot, other)
  return true
}

/** Another takes the slot, and the conditional backup behind it follows: called in where it is needed, sent home where it is not. */
function handOverBacked(
  problem: Problem,
  grid: Grid,
  roster: Roster,
  chance: Chance,
  patience: number,
  slot: number,
): boolean {
  const { backers } = problem
  const number = backers.from[slot + 1]! - backers.from[slot]!
  if (number === 0 || grid.spreads.length > 0) return false
  const behind = backers.items[backers.from[slot]! + below(chance, number)]!
  const person = drawCandidate(problem, chance, slot)
  const former = roster.holder[slot]!
  if (person === NONE || person === former || problem.fixedTo[behind] !== NONE) return false
  const formerBacker = roster.holder[behind]!
  const isNeeded = needsBackup(problem, slot, person)
  if (!isNeeded && formerBacker === NONE) return false
  for (let i = 0; i < BACKERS; i++) {
    let backer = NONE
    if (isNeeded) {
      // Whoever gives the slot away may well stand behind it.
      backer =
        i === 0 && former !== NONE && mayHold(problem, former, behind)
          ? former
          : drawCandidate(problem, chance, behind)
      if (backer === NONE) return false
    }
    if (valueOfBoth(problem, grid, roster, slot, person, behind, backer) <= patience) {
      assign(problem, roster, behind, NONE)
      assign(problem, roster, slot, person)
      assign(problem, roster, behind, backer)
      return true
    }
    if (!isNeeded) return false
  }
  return false
}

/** So many are asked to stand behind. */
const BACKERS = 4

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

/** Of so many draws this many are, each counted from the one before, hand-overs, exchanges of like slots, of any two, of near ones… */
const DRAWS = 80
const HAND = 10
const ALIKE = 48
const ANY = 52
const NEAREST = 60
/** …of stretches, hand-overs with backup; the rest starts from what costs. */
const STRETCH = 62
const BACKED = 64
