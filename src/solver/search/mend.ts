import { NONE, type Problem } from '../problem.ts'
import type { Grid } from '../units.ts'
import { mayHold } from './candidates.ts'
import { addToMany, makeMany, startMany, valueOfMany } from './many.ts'
import { assign, findPlace, type Roster } from './roster.ts'
import { exchangeHolders } from './seat.ts'
import type { UnitState } from './unit-state.ts'
import { lossOf, valueOfExchange, valueOfHandOver, valueOfLosing } from './value.ts'

const ROUNDS = 6
/** Units to each side in which somebody to exchange with is looked for. */
const NEAR = 8
/** So many takers are tried as the first of a chain. */
const TAKERS = 8

/** Goes through the slots that stand in a breach and makes for each the one change that mends most, as long as that helps. */
export function mend(problem: Problem, grid: Grid, roster: Roster): void {
  for (let round = 0; round < ROUNDS && roster.hard > 0; round++) {
    const { hard, cost } = roster
    for (const slot of problem.movable) {
      if (!isBreached(grid, roster, slot)) continue
      if (!mendSlot(problem, grid, roster, slot)) chain(problem, grid, roster, slot)
      roster.logged = 0
    }
    if (roster.hard >= hard && roster.cost >= cost) return
  }
}

/** Whether without the slot there would be a breach fewer, whatever that does to the counts. */
function isBreached(grid: Grid, roster: Roster, slot: number): boolean {
  const person = roster.holder[slot]!
  if (person === NONE) return false
  const { classLose } = roster.units as UnitState
  const counts = classLose[grid.classOf[slot]! * grid.staff + person]!
  return valueOfLosing(grid, roster, person, slot) - counts <= -grid.penalty
}

function mendSlot(problem: Problem, grid: Grid, roster: Roster, slot: number): boolean {
  const former = roster.holder[slot]!
  const loss = lossOf(grid, roster, slot)
  const { from, items } = problem.candidates
  let least = 0
  let taker = NONE
  let partner = NONE
  for (let i = from[slot]!; i < from[slot + 1]!; i++) {
    if (items[i] === former) continue
    const value = valueOfHandOver(problem, grid, roster, slot, items[i]!, loss)
    if (value >= least) continue
    least = value
    taker = items[i]!
  }
  const last = lastNear(grid, slot)
  for (let other = firstNear(grid, slot); other < last; other++) {
    const person = roster.holder[other]!
    if (person === NONE || person === former || problem.fixedTo[other] !== NONE) continue
    if (!mayHold(problem, person, slot) || !mayHold(problem, former, other)) continue
    const value = valueOfExchange(problem, grid, roster, slot, other)
    if (value >= least) continue
    least = value
    partner = other
  }
  if (partner !== NONE) exchangeHolders(problem, grid, roster, slot, partner)
  else if (taker !== NONE) assign(problem, roster, slot, taker)
  return taker !== NONE || partner !== NONE
}

/** One of the cheapest takers takes the slot and gives one that stands near it to a third. */
function chain(problem: Problem, grid: Grid, roster: Roster, slot: number): boolean {
  const { from, items } = problem.candidates
  const loss = lossOf(grid, roster, slot)
  const former = roster.holder[slot]!
  let above = -Infinity
  for (let tried = 0; tried < TAKERS; tried++) {
    let person = NONE
    let least = Infinity
    for (let i = from[slot]!; i < from[slot + 1]!; i++) {
      if (items[i] === former) continue
      const value = valueOfHandOver(problem, grid, roster, slot, items[i]!, loss)
      if (value > above && value < least) {
        least = value
        person = items[i]!
      }
    }
    if (person === NONE) return false
    above = least
    if (passOn(problem, grid, roster, slot, person)) return true
  }
  return false
}

function passOn(problem: Problem, grid: Grid, roster: Roster, slot: number, person: number): boolean {
  const { from, items } = problem.candidates
  const base = person * problem.slots
  const length = roster.length[person]!
  const last = lastNear(grid, slot)
  for (let i = findPlace(roster.list, base, length, firstNear(grid, slot)); i < length; i++) {
    const other = roster.list[base + i]!
    if (other >= last) return false
    for (let j = from[other]!; j < from[other + 1]!; j++) {
      if (items[j] === person) continue
      startMany()
      addToMany(slot, person)
      addToMany(other, items[j]!)
      if (valueOfMany(problem, grid, roster) >= 0) continue
      makeMany(problem, roster)
      return true
    }
  }
  return false
}

function firstNear(grid: Grid, slot: number): number {
  return grid.firstOf[Math.max(0, grid.unit[slot]! - NEAR)]!
}

/** Exclusive. */
function lastNear(grid: Grid, slot: number): number {
  return grid.firstOf[Math.min(grid.firstOf.length - 1, grid.unit[slot]! + NEAR + 1)]!
}
