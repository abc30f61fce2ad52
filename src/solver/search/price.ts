import { BACKUP_LINE, COUNTERS, FIRST_LINE, NONE, type Problem } from '../problem.ts'
import { concernsBacking, isIdle, isUnbacked } from '../score/backing.ts'
import type { Grid, PatternTable, Spread } from '../units.ts'
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
function addTaking(problem: Problem, grid: Grid, roster: Roster, slot: number, person: number): void {
  const former = roster.holder[slot]!
  if (person !== NONE) addPrice(problem, grid, roster, person, NONE, slot)
  if (problem.conditional[slot] === 0)
    priced[1]! += problem.weights.open * (Number(person === NONE) - Number(former === NONE))
  priceBacking(problem, roster, slot, person)
  if (grid.spreads.length > 0) priceSpreads(problem, grid, roster, former, person, slot, NONE)
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
  priceBacking(problem, roster, a, second)
  holder[a] = second
  priceBacking(problem, roster, b, first)
  holder[a] = first
  if (grid.spreads.length > 0) priceSpreads(problem, grid, roster, first, second, a, b)
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
  const state = roster.units as UnitState
  let hard = 0
  let cost = 0
  if (lose !== NONE) {
    const pair = grid.pair[lose * problem.staff + person]!
    hard -= (pair & 1) + clashesOf(problem, grid, state, person, lose) - besideItself(grid, lose)
    cost -= pair >> 1
  }
  if (gain !== NONE) {
    const pair = grid.pair[gain * problem.staff + person]!
    hard += (pair & 1) + clashesOf(problem, grid, state, person, gain)
    cost += pair >> 1
    if (lose !== NONE) hard -= clashBetween(grid, lose, gain)
  }
  priced[0]! += hard + priceBudget(grid, state, person, lose, gain)
  priced[1]! += cost + priceCount(problem, grid, roster.counts, person, lose, gain)
  addPatterns(problem, grid, state, person, lose, gain)
  if (grid.pairs.items.length > 0) {
    if (lose !== NONE) addPairs(grid, roster.holder, person, lose, NONE, -1)
    if (gain !== NONE) addPairs(grid, roster.holder, person, gain, lose, 1)
  }
}

/** How many of a person's slots the slot cannot stand beside; itself too, when it is one of them and cannot stand beside its like. */
function clashesOf(problem: Problem, grid: Grid, state: UnitState, person: number, slot: number): number {
  return state.clash[(grid.unit[slot]! * grid.kinds + grid.kind[slot]!) * problem.staff + person]!
}

export function besideItself(grid: Grid, slot: number): number {
  return grid.beside[grid.kind[slot]! * (grid.kinds + 1)]!
}

/** 1 when two slots cannot be one person's for where they stand. */
export function clashBetween(grid: Grid, a: number, b: number): number {
  const gap = grid.unit[b]! - grid.unit[a]!
  const first = grid.kind[gap < 0 ? b : a]!
  const second = grid.kind[gap < 0 ? a : b]!
  if (gap === 0) return grid.beside[first * grid.kinds + second]!
  return gap === 1 || gap === -1 ? grid.follows[first * grid.kinds + second]! : 0
}

export function priceCount(
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

export function priceBudget(
  grid: Grid,
  state: UnitState,
  person: number,
  lose: number,
  gain: number,
): number {
  const { staff } = grid
  const from = lose === NONE ? NONE : grid.budget[lose]!
  const to = gain === NONE ? NONE : grid.budget[gain]!
  if (from === to) {
    if (from === NONE) return 0
    const slack = state.slack[from * staff + person]!
    return Number(slack + grid.load[lose]! - grid.load[gain]! < 0) - Number(slack < 0)
  }
  let change = 0
  if (from !== NONE) {
    const slack = state.slack[from * staff + person]!
    change += Number(slack + grid.load[lose]! < 0) - Number(slack < 0)
  }
  if (to !== NONE) {
    const slack = state.slack[to * staff + person]!
    change += Number(slack - grid.load[gain]! < 0) - Number(slack < 0)
  }
  return change
}

function addPatterns(
  { staff }: Problem,
  grid: Grid,
  state: UnitState,
  person: number,
  lose: number,
  gain: number,
): void {
  const { tables } = grid
  for (let i = 0; i < tables.length; i++) {
    const table = tables[i]!
    const from = lose === NONE ? NONE : table.unit[lose]!
    const to = gain === NONE ? NONE : table.unit[gain]!
    if (from === to) continue
    const bits = state.bits[i]!
    const centre = 1 << (table.reach - 1)
    const isLeft = from !== NONE && state.held[table.cell + from * staff + person] === 1
    if (isLeft) {
      const at = table.from[from]! + (bitsAround(table, bits, person, from) & ~centre)
      priced[0]! -= table.breach[at]!
      priced[1]! -= table.cost[at]!
    }
    if (to === NONE || state.held[table.cell + to * staff + person] !== 0) continue
    let around = bitsAround(table, bits, person, to)
    const away = from - to + table.reach - 1
    if (isLeft && away >= 0 && away < 2 * table.reach - 1) around &= ~(1 << away)
    priced[0]! += table.breach[table.from[to]! + around]!
    priced[1]! += table.cost[table.from[to]! + around]!
  }
}

/** What is held around the unit of `gain`, without itself and without the unit that stands `away` units from it. */
export function bitsNear(
  table: PatternTable,
  state: UnitState,
  index: number,
  person: number,
  gain: number,
  away: number,
): number {
  const around = bitsAround(table, state.bits[index]!, person, table.unit[gain]!)
  return around & ~(1 << (away + table.reach - 1))
}

export function addPairs(
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

/** Adds what backup costs more or less when the slot goes to a person. */
export function priceBacking(problem: Problem, roster: Roster, slot: number, person: number): void {
  const { holder } = roster
  const former = holder[slot]!
  if (!concernsBacking(problem, slot, former, person)) return
  addBacking(problem, holder, slot, -1)
  holder[slot] = person
  addBacking(problem, holder, slot, 1)
  holder[slot] = former
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
export function priceSpreads(
  problem: Problem,
  grid: Grid,
  roster: Roster,
  first: number,
  second: number,
  a: number,
  b: number,
): void {
  const { counts } = roster
  const state = roster.units as UnitState
  for (let i = 0; i < grid.spreads.length; i++) {
    const spread = grid.spreads[i]!
    const { counter } = spread
    const given = a === NONE ? 0 : problem.amounts[a * COUNTERS + counter]!
    const by = (b === NONE ? 0 : problem.amounts[b * COUNTERS + counter]!) - given
    if (by === 0) continue
    if (first !== NONE) counts[first * COUNTERS + counter]! += by
    if (second !== NONE) counts[second * COUNTERS + counter]! -= by
    const wide = widestAfter(spread, state, i, counts, first, second)
    priced[1]! += spread.points * Math.ceil(wide / spread.step) - state.spreadCost[i]!
    if (first !== NONE) counts[first * COUNTERS + counter]! -= by
    if (second !== NONE) counts[second * COUNTERS + counter]! += by
  }
}

/** The widest pair when the counts of two persons have changed: only where the widest was one of theirs need all be looked at. */
function widestAfter(
  spread: Spread,
  state: UnitState,
  index: number,
  counts: Int32Array,
  first: number,
  second: number,
): number {
  const { spreadTop, spreadWide } = state
  const p = spreadTop[2 * index]!
  const q = spreadTop[2 * index + 1]!
  if (p === first || p === second || q === first || q === second) return widestOf(spread, counts)
  let wide = spreadWide[index]!
  if (first !== NONE) wide = Math.max(wide, widestBeside(spread, counts, first))
  return second === NONE ? wide : Math.max(wide, widestBeside(spread, counts, second))
}

function widestBeside({ counter, rate }: Spread, counts: Int32Array, person: number): number {
  const own = rate[person]!
  const count = counts[person * COUNTERS + counter]!
  let widest = 0
  for (let q = 0; q < rate.length; q++) {
    const away = Math.abs(own * counts[q * COUNTERS + counter]! - rate[q]! * count)
    if (away > widest) widest = away
  }
  return widest
}

/** The two persons whom `widestOf` found farthest apart. */
export const farthest = new Int32Array(2)

export function widestOf({ counter, rate }: Spread, counts: Int32Array): number {
  let widest = 0
  farthest[0] = 0
  farthest[1] = 0
  for (let p = 1; p < rate.length; p++) {
    const own = rate[p]!
    const count = counts[p * COUNTERS + counter]!
    for (let q = 0; q < p; q++) {
      const away = Math.abs(own * counts[q * COUNTERS + counter]! - rate[q]! * count)
      if (away <= widest) continue
      widest = away
      farthest[0] = p
      farthest[1] = q
    }
  }
  return widest
}
