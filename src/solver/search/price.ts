import { BACKUP_LINE, COUNTERS, FIRST_LINE, NONE, type Problem } from '../problem.ts'
import { concernsBacking, isIdle, isUnbacked } from '../score/backing.ts'
import type { Grid, Spread } from '../units.ts'
import type { Roster } from './roster.ts'
import { bitsAround, type UnitState } from './unit-state.ts'

/** The latest price: breaches, then cost. Kept here so that pricing allocates nothing. */
export const priced = new Float64Array(2)

/** Prices the giving of a slot to a person (or to nobody) without doing it. */
export function priceHandOver(
  problem: Problem,
  grid: Grid,
  roster: Roster,
  slot: number,
  person: number,
): void {
  const former = roster.holder[slot]!
  priced[0] = 0
  priced[1] = 0
  if (former !== NONE) addPrice(problem, grid, roster, former, slot, NONE)
  addTaking(problem, grid, roster, slot, person)
}

/** Adds the second half of a hand-over, when what the former holder's loss changes stands in `priced`. */
export function addTaking(problem: Problem, grid: Grid, roster: Roster, slot: number, person: number): void {
  const former = roster.holder[slot]!
  if (person !== NONE) addPrice(problem, grid, roster, person, NONE, slot)
  if (problem.conditional[slot] === 0)
    priced[1]! += problem.weights.open * (Number(person === NONE) - Number(former === NONE))
  if (concernsBacking(problem, slot, former, person)) {
    addBacking(problem, roster.holder, slot, -1)
    roster.holder[slot] = person
    addBacking(problem, roster.holder, slot, 1)
    roster.holder[slot] = former
  }
  if (grid.spreads.length > 0) addSpreads(problem, grid, roster, former, person, slot, NONE)
}

/** Prices the exchange of two slots between their holders, two different persons, without doing it. */
export function priceExchange(problem: Problem, grid: Grid, roster: Roster, a: number, b: number): void {
  const { holder } = roster
  const first = holder[a]!
  const second = holder[b]!
  priced[0] = 0
  priced[1] = 0
  addPrice(problem, grid, roster, first, a, b)
  addPrice(problem, grid, roster, second, b, a)
  if (concernsBacking(problem, a, first, second)) {
    addBacking(problem, holder, a, -1)
    holder[a] = second
    addBacking(problem, holder, a, 1)
  }
  holder[a] = second
  if (concernsBacking(problem, b, second, first)) {
    addBacking(problem, holder, b, -1)
    holder[b] = first
    addBacking(problem, holder, b, 1)
  }
  holder[a] = first
  holder[b] = second
  if (grid.spreads.length > 0) addSpreads(problem, grid, roster, first, second, a, b)
}

/** Adds what a person's losing one slot and gaining another (either may be NONE) changes, spreads and backup apart. */
export function addPrice(
  problem: Problem,
  grid: Grid,
  roster: Roster,
  person: number,
  lose: number,
  gain: number,
): void {
  let hard = 0
  let cost = 0
  if (lose !== NONE) {
    const pair = grid.pair[lose * problem.staff + person]!
    hard -= (pair & 1) + breachesOf(problem, grid, roster, person, lose, NONE, true)
    cost -= pair >> 1
  }
  if (gain !== NONE) {
    const pair = grid.pair[gain * problem.staff + person]!
    hard += (pair & 1) + breachesOf(problem, grid, roster, person, gain, lose, false)
    cost += pair >> 1
  }
  priced[0]! += hard + budgetPrice(grid, roster.units as UnitState, person, lose, gain)
  priced[1]! += cost + countPrice(problem, grid, roster.counts, person, lose, gain)
  addPatterns(grid, roster.units as UnitState, person, lose, gain)
  if (grid.pairs.items.length > 0) {
    if (lose !== NONE) addPairs(grid, roster.holder, person, lose, NONE, -1)
    if (gain !== NONE) addPairs(grid, roster.holder, person, gain, lose, 1)
  }
}

/** How many of a person's other slots the slot cannot stand beside; `skip` is not looked at, and `isOwn` tells that the slot is one of them. */
function breachesOf(
  problem: Problem,
  grid: Grid,
  roster: Roster,
  person: number,
  slot: number,
  skip: number,
  isOwn: boolean,
): number {
  const { unit, kind, kinds, beside, follows } = grid
  const { list } = roster
  const state = roster.units as UnitState
  const first = grid.tables[0]!
  const near = (bitsAround(first, state.bits[0]!, person, unit[slot]!) >>> (first.reach - 2)) & 7
  if (near === 0 || (near === 2 && isOwn && state.held[0]![person * first.units + unit[slot]!] === 1))
    return 0
  const base = person * problem.slots
  const own = unit[slot]!
  const ownKind = kind[slot]!
  const length = roster.length[person]!
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[base + middle]! < slot) low = middle + 1
    else high = middle
  }
  let found = 0
  for (let i = low - 1; i >= 0; i--) {
    const other = list[base + i]!
    const gap = own - unit[other]!
    if (gap > 1) break
    if (other === skip) continue
    found += gap === 0 ? beside[kind[other]! * kinds + ownKind]! : follows[kind[other]! * kinds + ownKind]!
  }
  for (let i = low; i < length; i++) {
    const other = list[base + i]!
    const gap = unit[other]! - own
    if (gap > 1) break
    if (other === skip || other === slot) continue
    found += gap === 0 ? beside[ownKind * kinds + kind[other]!]! : follows[ownKind * kinds + kind[other]!]!
  }
  return found
}

function countPrice(
  problem: Problem,
  grid: Grid,
  counts: Int32Array,
  person: number,
  lose: number,
  gain: number,
): number {
  const { counters, target, steep, squared } = grid
  const { amounts } = problem
  let cost = 0
  for (let i = 0; i < counters.length; i++) {
    const counter = counters[i]!
    let by = 0
    if (lose !== NONE) by -= amounts[lose * COUNTERS + counter]!
    if (gain !== NONE) by += amounts[gain * COUNTERS + counter]!
    if (by === 0) continue
    const at = person * COUNTERS + counter
    const away = counts[at]! - target[at]!
    const then = away + by
    cost +=
      steep[counter]! * (Math.abs(then) - Math.abs(away)) + squared[counter]! * (then * then - away * away)
  }
  return cost
}

function budgetPrice(grid: Grid, state: UnitState, person: number, lose: number, gain: number): number {
  const from = lose === NONE ? NONE : grid.budget[lose]!
  const to = gain === NONE ? NONE : grid.budget[gain]!
  const base = person * grid.budgets
  if (from === to) {
    if (from === NONE) return 0
    const held = state.budgetHeld[base + from]!
    const most = grid.budgetMost[base + from]!
    return Number(held - grid.load[lose]! + grid.load[gain]! > most) - Number(held > most)
  }
  let change = 0
  if (from !== NONE) {
    const held = state.budgetHeld[base + from]!
    const most = grid.budgetMost[base + from]!
    change += Number(held - grid.load[lose]! > most) - Number(held > most)
  }
  if (to !== NONE) {
    const held = state.budgetHeld[base + to]!
    const most = grid.budgetMost[base + to]!
    change += Number(held + grid.load[gain]! > most) - Number(held > most)
  }
  return change
}

function addPatterns(grid: Grid, state: UnitState, person: number, lose: number, gain: number): void {
  const { tables } = grid
  for (let i = 0; i < tables.length; i++) {
    const table = tables[i]!
    const from = lose === NONE ? NONE : table.unit[lose]!
    const to = gain === NONE ? NONE : table.unit[gain]!
    if (from === to) continue
    const held = state.held[i]!
    const bits = state.bits[i]!
    const centre = 1 << (table.reach - 1)
    const isLeft = from !== NONE && held[person * table.units + from] === 1
    if (isLeft) {
      const at = table.from[from]! + (bitsAround(table, bits, person, from) & ~centre)
      priced[0]! -= table.breach[at]!
      priced[1]! -= table.cost[at]!
    }
    if (to === NONE || held[person * table.units + to] !== 0) continue
    let around = bitsAround(table, bits, person, to)
    const away = from - to + table.reach - 1
    if (isLeft && away >= 0 && away < 2 * table.reach - 1) around &= ~(1 << away)
    priced[0]! += table.breach[table.from[to]! + around]!
    priced[1]! += table.cost[table.from[to]! + around]!
  }
}

function addPairs(
  grid: Grid,
  holder: Int16Array,
  person: number,
  slot: number,
  skip: number,
  sign: 1 | -1,
): void {
  const { from, items, breach, cost } = grid.pairs
  for (let i = from[slot]!; i < from[slot + 1]!; i++) {
    const other = items[i]!
    if (other === skip || holder[other] !== person) continue
    priced[0]! += sign * breach[i]!
    priced[1]! += sign * cost[i]!
  }
}

function addBacking(problem: Problem, holder: Int16Array, slot: number, sign: 1 | -1): void {
  const idle = sign * problem.weights.idleBackup
  if (problem.role[slot] === FIRST_LINE) {
    priced[0]! += sign * isUnbacked(problem, holder, slot)
    const { from, items } = problem.backers
    if (idle !== 0)
      for (let i = from[slot]!; i < from[slot + 1]!; i++)
        priced[1]! += idle * isIdle(problem, holder, items[i]!)
  } else if (problem.role[slot] === BACKUP_LINE) {
    const { from, items } = problem.fronts
    for (let i = from[slot]!; i < from[slot + 1]!; i++)
      priced[0]! += sign * isUnbacked(problem, holder, items[i]!)
    if (idle !== 0) priced[1]! += idle * isIdle(problem, holder, slot)
  }
}

/** The first person loses `a` and gains `b`, the second the reverse; persons and slots may be NONE. */
function addSpreads(
  problem: Problem,
  grid: Grid,
  roster: Roster,
  first: number,
  second: number,
  a: number,
  b: number,
): void {
  const { counts } = roster
  for (let i = 0; i < grid.spreads.length; i++) {
    const spread = grid.spreads[i]!
    const of = (slot: number) => (slot === NONE ? 0 : problem.amounts[slot * COUNTERS + spread.counter]!)
    const by = of(b) - of(a)
    if (by === 0) continue
    if (first !== NONE) counts[first * COUNTERS + spread.counter]! += by
    if (second !== NONE) counts[second * COUNTERS + spread.counter]! -= by
    priced[1]! += spreadPoints(spread, counts) - (roster.units as UnitState).spreadCost[i]!
    if (first !== NONE) counts[first * COUNTERS + spread.counter]! -= by
    if (second !== NONE) counts[second * COUNTERS + spread.counter]! += by
  }
}

/** Points of one spread as the counts stand. */
export function spreadPoints({ counter, rate, step, points }: Spread, counts: Int32Array): number {
  let widest = 0
  for (let p = 1; p < rate.length; p++) {
    const own = rate[p]!
    const count = counts[p * COUNTERS + counter]!
    for (let q = 0; q < p; q++) {
      const away = Math.abs(own * counts[q * COUNTERS + counter]! - rate[q]! * count)
      if (away > widest) widest = away
    }
  }
  return points * Math.ceil(widest / step)
}
