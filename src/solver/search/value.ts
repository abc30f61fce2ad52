import { COUNTERS, NONE, type Problem } from '../problem.ts'
import type { Grid } from '../units.ts'
import { besideItself, bitsNear, clashBetween, priceBacking, priced, priceSpreads } from './price.ts'
import type { Roster } from './roster.ts'
import type { UnitState } from './unit-state.ts'

/*
 * Values are prices with breaches weighed in, read from what the state keeps ready. They tell the same as price.ts, only sooner.
 */

/** What it is worth when a person takes a slot that nothing is given for; backup and spreads apart. */
export function valueOfTaking(grid: Grid, roster: Roster, person: number, slot: number): number {
  const { staff, penalty, cell } = grid
  const state = roster.units as UnitState
  const pair = grid.pair[slot * staff + person]!
  let value = (pair >> 1) + penalty * (pair & 1)
  const tables = grid.tables.length
  for (let i = slot * tables; i < (slot + 1) * tables; i++) {
    const at = cell[i]!
    if (at !== NONE) value += state.gain[at + person]!
  }
  value += penalty * state.clash[grid.clashAt[slot]! + person]!
  const budget = grid.budget[slot]!
  if (budget !== NONE) {
    const slack = state.slack[budget * staff + person]!
    if (slack >= 0 && slack < grid.load[slot]!) value += penalty
  }
  value += state.classGain[grid.classOf[slot]! * staff + person]!
  return grid.pairs.items.length === 0 ? value : value + pairsOf(grid, roster.holder, person, slot, NONE)
}

/** What it is worth when a person is rid of a slot. */
export function valueOfLosing(grid: Grid, roster: Roster, person: number, slot: number): number {
  const { staff, penalty, cell } = grid
  const state = roster.units as UnitState
  const pair = grid.pair[slot * staff + person]!
  let value = -(pair >> 1) - penalty * (pair & 1)
  const tables = grid.tables.length
  for (let i = slot * tables; i < (slot + 1) * tables; i++) {
    const at = cell[i]!
    if (at !== NONE) value -= state.lose[at + person]!
  }
  value -= penalty * (state.clash[grid.clashAt[slot]! + person]! - besideItself(grid, slot))
  const budget = grid.budget[slot]!
  if (budget !== NONE) {
    const slack = state.slack[budget * staff + person]!
    if (slack < 0 && slack + grid.load[slot]! >= 0) value -= penalty
  }
  value += state.classLose[grid.classOf[slot]! * staff + person]!
  return grid.pairs.items.length === 0 ? value : value - pairsOf(grid, roster.holder, person, slot, NONE)
}

/** What it is worth when a person loses one slot and takes another. */
function valueOfChange(grid: Grid, roster: Roster, person: number, lose: number, gain: number): number {
  const { staff, penalty, cell } = grid
  const state = roster.units as UnitState
  const lost = grid.pair[lose * staff + person]!
  const gained = grid.pair[gain * staff + person]!
  let value = (gained >> 1) - (lost >> 1) + penalty * ((gained & 1) - (lost & 1))
  const tables = grid.tables.length
  for (let i = 0; i < tables; i++) {
    const from = cell[lose * tables + i]!
    const to = cell[gain * tables + i]!
    if (from === to) continue
    if (from !== NONE) value -= state.lose[from + person]!
    if (to === NONE) continue
    const table = grid.tables[i]!
    const away = table.unit[lose]! - table.unit[gain]!
    if (from === NONE || away >= table.reach || away <= -table.reach || state.held[from + person] !== 1)
      value += state.gain[to + person]!
    else if (state.held[to + person] === 0)
      value += table.value[table.from[table.unit[gain]!]! + bitsNear(table, state, i, person, gain, away)]!
  }
  const clashes =
    state.clash[grid.clashAt[gain]! + person]! -
    state.clash[grid.clashAt[lose]! + person]! +
    besideItself(grid, lose) -
    clashBetween(grid, lose, gain)
  value += penalty * (clashes + brokenBudgets(grid, state, person, lose, gain))
  if (grid.classOf[lose] !== grid.classOf[gain])
    value += countsOf(grid, roster.counts, person, grid.classOf[lose]!, grid.classOf[gain]!)
  if (grid.pairs.items.length === 0) return value
  const { holder } = roster
  return value + pairsOf(grid, holder, person, gain, lose) - pairsOf(grid, holder, person, lose, NONE)
}

function brokenBudgets(grid: Grid, state: UnitState, person: number, lose: number, gain: number): number {
  const { staff, budget, load } = grid
  const from = budget[lose]!
  const to = budget[gain]!
  if (from === to) {
    if (from === NONE || load[lose] === load[gain]) return 0
    const slack = state.slack[from * staff + person]!
    return Number(slack + load[lose]! - load[gain]! < 0) - Number(slack < 0)
  }
  let broken = 0
  if (from !== NONE) {
    const slack = state.slack[from * staff + person]!
    if (slack < 0 && slack + load[lose]! >= 0) broken--
  }
  if (to !== NONE) {
    const slack = state.slack[to * staff + person]!
    if (slack >= 0 && slack < load[gain]!) broken++
  }
  return broken
}

function countsOf(grid: Grid, counts: Int32Array, person: number, lose: number, gain: number): number {
  const { counters, target, steep, squared, classAmounts } = grid
  let value = 0
  for (let i = 0; i < counters.length; i++) {
    const counter = counters[i]!
    const by = classAmounts[gain * COUNTERS + counter]! - classAmounts[lose * COUNTERS + counter]!
    if (by === 0) continue
    const at = person * COUNTERS + counter
    const away = counts[at]! - target[at]!
    const then = away + by
    value +=
      steep[counter]! * (Math.abs(then) - Math.abs(away)) + squared[counter]! * (then * then - away * away)
  }
  return value
}

function pairsOf(grid: Grid, holder: Int16Array, person: number, slot: number, skip: number): number {
  const { from, items, breach, cost } = grid.pairs
  let value = 0
  for (let i = from[slot]!; i < from[slot + 1]!; i++) {
    const other = items[i]!
    if (other !== skip && holder[other] === person) value += cost[i]! + grid.penalty * breach[i]!
  }
  return value
}

/** The whole change when a person (or nobody) takes a slot from its holder, whose loss is worth `loss`. */
export function valueOfHandOver(
  problem: Problem,
  grid: Grid,
  roster: Roster,
  slot: number,
  person: number,
  loss: number,
): number {
  const former = roster.holder[slot]!
  let value = loss
  if (person !== NONE) value += valueOfTaking(grid, roster, person, slot)
  value += openValue(problem, slot, former, person)
  if (grid.backs[slot] === 0 && grid.spreads.length === 0) return value
  priced[0] = 0
  priced[1] = 0
  if (grid.backs[slot] === 1) priceBacking(problem, roster, slot, person)
  if (grid.spreads.length > 0) priceSpreads(problem, grid, roster, former, person, slot, NONE)
  return value + priced[1] + grid.penalty * priced[0]
}

/** The whole change when two slots change holders, two different persons. */
export function valueOfExchange(problem: Problem, grid: Grid, roster: Roster, a: number, b: number): number {
  const { holder } = roster
  const first = holder[a]!
  const second = holder[b]!
  const value = valueOfChange(grid, roster, first, a, b) + valueOfChange(grid, roster, second, b, a)
  if (grid.backs[a] === 0 && grid.backs[b] === 0 && grid.spreads.length === 0) return value
  priced[0] = 0
  priced[1] = 0
  if (grid.backs[a] === 1) priceBacking(problem, roster, a, second)
  holder[a] = second
  if (grid.backs[b] === 1) priceBacking(problem, roster, b, first)
  holder[a] = first
  if (grid.spreads.length > 0 && grid.classOf[a] !== grid.classOf[b])
    priceSpreads(problem, grid, roster, first, second, a, b)
  return value + priced[1] + grid.penalty * priced[0]
}

/** What it is worth when the holder, if there is one, is rid of a slot. */
export function lossOf(grid: Grid, roster: Roster, slot: number): number {
  const former = roster.holder[slot]!
  return former === NONE ? 0 : valueOfLosing(grid, roster, former, slot)
}

/**
 * The whole change when one slot goes to a person and the slot behind it to another (or to nobody); Infinity where one person
 * holds both, or would.
 */
export function valueOfBoth(
  problem: Problem,
  grid: Grid,
  roster: Roster,
  slot: number,
  person: number,
  behind: number,
  backer: number,
): number {
  const { holder } = roster
  const former = holder[slot]!
  const formerBacker = holder[behind]!
  if (former === formerBacker || person === backer) return Infinity
  let value = 0
  if (former !== NONE)
    value +=
      former === backer
        ? valueOfChange(grid, roster, former, slot, behind)
        : valueOfLosing(grid, roster, former, slot)
  if (person === formerBacker) value += valueOfChange(grid, roster, person, behind, slot)
  else value += valueOfTaking(grid, roster, person, slot)
  if (formerBacker !== NONE && formerBacker !== person && formerBacker !== backer)
    value += valueOfLosing(grid, roster, formerBacker, behind)
  if (backer !== NONE && backer !== former && backer !== formerBacker)
    value += valueOfTaking(grid, roster, backer, behind)
  value += openValue(problem, slot, former, person) + openValue(problem, behind, formerBacker, backer)
  priced[0] = 0
  priced[1] = 0
  priceBacking(problem, roster, slot, person)
  holder[slot] = person
  priceBacking(problem, roster, behind, backer)
  holder[slot] = former
  return value + priced[1] + grid.penalty * priced[0]
}

function openValue(problem: Problem, slot: number, former: number, person: number): number {
  if (problem.conditional[slot] === 1) return 0
  return problem.weights.open * (Number(person === NONE) - Number(former === NONE))
}
