import { NONE, type Problem } from '../problem.ts'
import { isAsked } from '../score/backing.ts'
import { isBearable } from '../score/cost.ts'
import { drawCandidate, mayHold } from './candidates.ts'
import { below, type Chance } from './chance.ts'
import { makePricedMove } from './priced-moves.ts'
import { assign, findPlace, type Roster, rollBack } from './roster.ts'
import { swapStretch } from './stretch.ts'
import { assignBacked, assignCheapest, clashes, isClash } from './trial.ts'

/** No move takes more slots than this from one person. */
const MOST_EJECTED = 8
const ejected = new Int32Array(MOST_EJECTED)

/**
 * Makes one change of chance to the roster; false when the draw came to nothing, or to something that is known to cost more than
 * the patience. The caller keeps it or rolls it back.
 */
export function makeMove(problem: Problem, roster: Roster, chance: Chance, patience: number): boolean {
  if (problem.grid !== null) return makePricedMove(problem, problem.grid, roster, chance, patience)
  const draw = below(chance, 64)
  if (draw < 4 && roster.open > 0) return fillOpen(problem, roster, chance)
  const slot = problem.movable[below(chance, problem.movable.length)]!
  if (draw < 12 && problem.block[slot] !== NONE) return moveBlock(problem, roster, chance, slot)
  if (draw < 26) return swapAlike(problem, roster, chance, slot)
  if (draw < 40) return swapStretch(problem, roster, chance, slot)
  return handOver(problem, roster, chance, patience, slot)
}

/** Another person takes the slot, the first bearable of a few: what its holder's loss changes is counted once for all of them. */
function handOver(problem: Problem, roster: Roster, chance: Chance, patience: number, slot: number): boolean {
  const former = roster.holder[slot]!
  const { hard, cost } = roster
  const isAlone = problem.conditional[slot] === 1 && !isAsked(problem, roster.holder, slot)
  assign(problem, roster, slot, NONE)
  if (isAlone) return former !== NONE
  const { hard: lossHard, cost: loss, logged } = roster
  for (let i = 0; i < TAKERS; i++) {
    const person = drawCandidate(problem, chance, slot)
    if (person === NONE || person === former) continue
    if (give(problem, roster, chance, slot, person, former)) {
      if (isBearable(problem, roster.hard - hard, roster.cost - cost, patience)) return true
    }
    rollBack(problem, roster, logged, lossHard, loss)
  }
  return false
}

/** So many persons are asked in one move. */
const TAKERS = 3

/** Gives an open slot; what stands in the person's way goes to its former holder. False where that is fixed. */
function give(
  problem: Problem,
  roster: Roster,
  chance: Chance,
  slot: number,
  person: number,
  former: number,
): boolean {
  if (!clashes(problem, roster, person, slot)) {
    assignBacked(problem, roster, chance, slot, person)
    return true
  }
  const number = eject(problem, roster, person, slot)
  if (number === 0) return false
  assignBacked(problem, roster, chance, slot, person)
  for (let i = 0; i < number; i++) {
    const other = ejected[i]!
    if (former !== NONE && mayHold(problem, former, other))
      assignBacked(problem, roster, chance, other, former)
    else assignCheapest(problem, roster, chance, other)
  }
  return true
}

/** Two slots of one kind, or near each other in time, change holders. */
function swapAlike(problem: Problem, roster: Roster, chance: Chance, slot: number): boolean {
  const { from, items } = problem.alikeSlots
  const group = problem.alike[slot]!
  const size = from[group + 1]! - from[group]!
  const other = items[from[group]! + below(chance, size)]!
  const a = roster.holder[slot]!
  const b = roster.holder[other]!
  if (a === b || a === NONE || b === NONE) return false
  if (!mayHold(problem, a, other) || !mayHold(problem, b, slot)) return false
  assign(problem, roster, slot, NONE)
  assignBacked(problem, roster, chance, other, a)
  assignBacked(problem, roster, chance, slot, b)
  return true
}

/** One person takes a whole block; half of the time its former holder takes a block of that person's in return. */
function moveBlock(problem: Problem, roster: Roster, chance: Chance, slot: number): boolean {
  const former = roster.holder[slot]!
  const person = drawCandidate(problem, chance, slot)
  if (person === NONE || person === former) return false
  const block = problem.block[slot]!
  const back = below(chance, 2) === 0 ? drawBlockOf(problem, roster, chance, person) : NONE
  if (back !== NONE && back !== block && former !== NONE) giveBlock(problem, roster, chance, back, former)
  giveBlock(problem, roster, chance, block, person)
  return true
}

function giveBlock(problem: Problem, roster: Roster, chance: Chance, block: number, person: number): void {
  const { from, items } = problem.blockSlots
  for (let i = from[block]!; i < from[block + 1]!; i++) {
    const slot = items[i]!
    if (roster.holder[slot] !== person && mayHold(problem, person, slot))
      assignBacked(problem, roster, chance, slot, person)
  }
}

function drawBlockOf(problem: Problem, roster: Roster, chance: Chance, person: number): number {
  const length = roster.length[person]!
  if (length === 0) return NONE
  const slot = roster.list[person * problem.slots + below(chance, length)]!
  return problem.fixedTo[slot] === NONE ? problem.block[slot]! : NONE
}

/** Somebody takes an open slot, and what stands in the way is spread on those whom it costs least. */
function fillOpen(problem: Problem, roster: Roster, chance: Chance): boolean {
  const slot = nextOpen(problem, roster, below(chance, problem.movable.length))
  const person = drawCandidate(problem, chance, slot)
  if (person === NONE) return false
  const number = clashes(problem, roster, person, slot) ? eject(problem, roster, person, slot) : 0
  assignBacked(problem, roster, chance, slot, person)
  for (let i = 0; i < number; i++) assignCheapest(problem, roster, chance, ejected[i]!)
  return true
}

function nextOpen(problem: Problem, roster: Roster, first: number): number {
  const { movable, conditional } = problem
  for (let i = 0; i < movable.length; i++) {
    const slot = movable[(first + i) % movable.length]!
    if (roster.holder[slot] === NONE && conditional[slot] === 0) return slot
  }
  throw new Error(`${roster.open} slots are said to be open and none is`)
}

/** Takes from a person the movable slots that clash with `slot`; returns how many, 0 when one of them is fixed. */
function eject(problem: Problem, roster: Roster, person: number, slot: number): number {
  const base = person * problem.slots
  const length = roster.length[person]!
  const at = findPlace(roster.list, base, length, slot)
  let number = 0
  for (let i = at - 1; i >= 0 && number < MOST_EJECTED; i--) {
    const other = roster.list[base + i]!
    if (!isClash(problem, other, slot)) break
    ejected[number++] = other
  }
  for (let i = at; i < length && number < MOST_EJECTED; i++) {
    const other = roster.list[base + i]!
    if (!isClash(problem, slot, other)) break
    ejected[number++] = other
  }
  for (let i = 0; i < number; i++) if (problem.fixedTo[ejected[i]!] !== NONE) return 0
  for (let i = 0; i < number; i++) assign(problem, roster, ejected[i]!, NONE)
  return number
}
