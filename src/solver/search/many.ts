import { COUNTERS, NONE, type Problem } from '../problem.ts'
import type { Grid } from '../units.ts'
import {
  addPairs,
  besideItself,
  clashBetween,
  priceBacking,
  priceBudget,
  priceCount,
  priced,
  widestOf,
} from './price.ts'
import { assign, type Roster } from './roster.ts'
import { bitsAround, type UnitState } from './unit-state.ts'

/** A change of many slots at once: slots, and who is to take each. Kept here so that nothing is allocated. */
const MOST_MANY = 48
const slots = new Int32Array(MOST_MANY)
const takers = new Int32Array(MOST_MANY)
const formers = new Int32Array(MOST_MANY)
let number = 0

export function startMany(): void {
  number = 0
}

/** Adds a slot to the change; false when there is no more room. No slot is added twice, nor given to its holder. */
export function addToMany(slot: number, person: number): boolean {
  if (number === MOST_MANY) return false
  slots[number] = slot
  takers[number++] = person
  return true
}

export function sizeOfMany(): number {
  return number
}

/** What the change is worth as a whole; everything stands as before when it is told. */
export function valueOfMany(problem: Problem, grid: Grid, roster: Roster): number {
  const { holder } = roster
  let value = 0
  priced[0] = 0
  priced[1] = 0
  for (let i = 0; i < number; i++) {
    const slot = slots[i]!
    const former = holder[slot]!
    const person = takers[i]!
    formers[i] = former
    if (former !== NONE) step(problem, grid, roster, former, slot, i, -1)
    if (grid.backs[slot] === 1) priceBacking(problem, roster, slot, person)
    holder[slot] = person
    if (person !== NONE) step(problem, grid, roster, person, slot, i, 1)
    if (problem.conditional[slot] === 0)
      value += problem.weights.open * (Number(person === NONE) - Number(former === NONE))
  }
  const { spreadCost } = roster.units as UnitState
  for (let i = 0; i < grid.spreads.length; i++) {
    const spread = grid.spreads[i]!
    value += spread.points * Math.ceil(widestOf(spread, roster.counts) / spread.step) - spreadCost[i]!
  }
  for (let i = number - 1; i >= 0; i--) {
    const slot = slots[i]!
    holder[slot] = formers[i]!
    if (takers[i] !== NONE) move(problem, grid, roster, takers[i]!, slot, -1)
    if (formers[i] !== NONE) move(problem, grid, roster, formers[i]!, slot, 1)
  }
  return value + priced[1] + grid.penalty * priced[0]
}

/** Makes the change. */
export function makeMany(problem: Problem, roster: Roster): void {
  for (let i = 0; i < number; i++) assign(problem, roster, slots[i]!, takers[i]!)
}

/** Adds what one person's taking or losing of a slot costs after the first `made` changes, and moves the sums that later ones are priced by. */
function step(
  problem: Problem,
  grid: Grid,
  roster: Roster,
  person: number,
  slot: number,
  made: number,
  sign: 1 | -1,
): void {
  const state = roster.units as UnitState
  const { staff } = grid
  const pair = grid.pair[slot * staff + person]!
  let clashes = state.clash[grid.clashAt[slot]! + person]!
  if (sign === -1) clashes -= besideItself(grid, slot)
  for (let j = 0; j < made; j++) {
    const by = Number(takers[j] === person) - Number(formers[j] === person)
    if (by !== 0) clashes += by * clashBetween(grid, slots[j]!, slot)
  }
  const lose = sign === 1 ? NONE : slot
  const gain = sign === 1 ? slot : NONE
  priced[0]! += sign * ((pair & 1) + clashes) + priceBudget(grid, state, person, lose, gain)
  priced[1]! += sign * (pair >> 1) + priceCount(problem, grid, roster.counts, person, lose, gain)
  if (grid.pairs.items.length > 0) addPairs(grid, roster.holder, person, slot, NONE, sign)
  const { tables } = grid
  for (let i = 0; i < tables.length; i++) {
    const table = tables[i]!
    const unit = table.unit[slot]!
    if (unit === NONE || state.held[table.cell + unit * staff + person] !== (sign === 1 ? 0 : 1)) continue
    const around = bitsAround(table, state.bits[i]!, person, unit) & ~(1 << (table.reach - 1))
    priced[0]! += sign * table.breach[table.from[unit]! + around]!
    priced[1]! += sign * table.cost[table.from[unit]! + around]!
  }
  move(problem, grid, roster, person, slot, sign)
}

/** Moves the sums by one slot, but none of the prices that are kept ready. */
function move(
  problem: Problem,
  grid: Grid,
  roster: Roster,
  person: number,
  slot: number,
  sign: 1 | -1,
): void {
  const state = roster.units as UnitState
  const { counters, tables, staff } = grid
  for (let i = 0; i < counters.length; i++) {
    const counter = counters[i]!
    roster.counts[person * COUNTERS + counter]! += sign * problem.amounts[slot * COUNTERS + counter]!
  }
  const budget = grid.budget[slot]!
  if (budget !== NONE) state.slack[budget * staff + person]! -= sign * grid.load[slot]!
  for (let i = 0; i < tables.length; i++) {
    const table = tables[i]!
    const unit = table.unit[slot]!
    if (unit === NONE) continue
    const cell = table.cell + unit * staff + person
    const now = state.held[cell]! + sign
    state.held[cell] = now
    if (now !== (sign === 1 ? 1 : 0)) continue
    const bit = unit + table.reach
    state.bits[i]![person * table.words + (bit >> 4)]! ^= 1 << (bit & 15)
  }
}
