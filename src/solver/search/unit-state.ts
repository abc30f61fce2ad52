import { COUNTERS, NONE, type Problem } from '../problem.ts'
import type { Grid, PatternTable } from '../units.ts'

/**
 * What the rules of units need to know of who holds what, beside the lists and counts of the roster, and from it what taking
 * and losing would cost each person: kept up to date at every change, because a search asks far more often than it changes.
 */
export interface UnitState {
  /** By cell: slots held there; and by table the same as bits, 16 to a word, at `person * words`. */
  readonly held: Uint8Array
  readonly bits: readonly Int32Array[]
  /** By cell: what one slot more costs, and what the last one held there costs; breaches at their price. */
  readonly gain: Int32Array
  readonly lose: Int32Array
  /** At `(unit * kinds + kind) * staff + person`: slots of the person that one of that kind cannot stand beside. */
  readonly clash: Uint8Array
  /** At `budget * staff + person`: what is left of the budget. */
  readonly slack: Int32Array
  /** At `class * staff + person`: what the counts cost more with one slot of the class more, and less. */
  readonly classGain: Float64Array
  readonly classLose: Float64Array
  /** By spread, the points charged. */
  readonly spreadCost: Float64Array
  /** By spread, a pair of persons who stand farthest apart, and how far. */
  readonly spreadTop: Int32Array
  readonly spreadWide: Float64Array
}

export function emptyUnits(problem: Problem, grid: Grid): UnitState {
  const { staff } = problem
  const { tables, cells, budgets, kinds, classes } = grid
  const state: UnitState = {
    held: new Uint8Array(cells),
    bits: tables.map((table) => new Int32Array(staff * table.words)),
    gain: new Int32Array(cells),
    lose: new Int32Array(cells),
    clash: new Uint8Array(tables[0]!.units * kinds * staff),
    slack: new Int32Array(staff * budgets),
    classGain: new Float64Array(staff * classes),
    classLose: new Float64Array(staff * classes),
    spreadCost: new Float64Array(grid.spreads.length),
    spreadTop: new Int32Array(2 * grid.spreads.length),
    spreadWide: new Float64Array(grid.spreads.length),
  }
  for (const table of tables) {
    for (let unit = 0; unit < table.units; unit++)
      state.gain.fill(
        table.value[table.from[unit]!]!,
        table.cell + unit * staff,
        table.cell + (unit + 1) * staff,
      )
  }
  for (let person = 0; person < staff; person++) {
    for (let budget = 0; budget < budgets; budget++)
      state.slack[budget * staff + person] = grid.budgetMost[person * budgets + budget]!
  }
  return state
}

/** Moves every sum by one slot, charging nothing; the prices of the person's counts are then those of before. */
export function countUnits(
  problem: Problem,
  grid: Grid,
  state: UnitState,
  counts: Int32Array,
  slot: number,
  person: number,
  sign: 1 | -1,
): void {
  const { counters, tables } = grid
  const { staff } = problem
  for (let i = 0; i < counters.length; i++) {
    const counter = counters[i]!
    counts[person * COUNTERS + counter]! += sign * problem.amounts[slot * COUNTERS + counter]!
  }
  const budget = grid.budget[slot]!
  if (budget !== NONE) state.slack[budget * staff + person]! -= sign * grid.load[slot]!
  countClashes(grid, state, staff, slot, person, sign)
  for (let i = 0; i < tables.length; i++) {
    const table = tables[i]!
    const unit = table.unit[slot]!
    if (unit === NONE) continue
    const cell = table.cell + unit * staff + person
    const now = state.held[cell]! + sign
    state.held[cell] = now
    if (now === (sign === 1 ? 1 : 0)) {
      const bit = unit + table.reach
      state.bits[i]![person * table.words + (bit >> 4)]! ^= 1 << (bit & 15)
      priceAround(table, state, i, staff, unit, person)
    } else if (now === (sign === 1 ? 2 : 1)) priceCell(table, state, i, staff, unit, person)
  }
}

function countClashes(
  grid: Grid,
  state: UnitState,
  staff: number,
  slot: number,
  person: number,
  sign: 1 | -1,
): void {
  const { kinds, beside, follows } = grid
  const { units } = grid.tables[0]!
  const own = grid.kind[slot]!
  const unit = grid.unit[slot]!
  for (let kind = 0; kind < kinds; kind++) {
    const at = (unit * kinds + kind) * staff + person
    state.clash[at]! += sign * beside[own * kinds + kind]!
    if (unit > 0) state.clash[at - kinds * staff]! += sign * follows[kind * kinds + own]!
    if (unit + 1 < units) state.clash[at + kinds * staff]! += sign * follows[own * kinds + kind]!
  }
}

function priceAround(
  table: PatternTable,
  state: UnitState,
  index: number,
  staff: number,
  unit: number,
  person: number,
): void {
  const last = Math.min(table.units - 1, unit + table.reach - 1)
  for (let near = Math.max(0, unit - table.reach + 1); near <= last; near++)
    priceCell(table, state, index, staff, near, person)
}

function priceCell(
  table: PatternTable,
  state: UnitState,
  index: number,
  staff: number,
  unit: number,
  person: number,
): void {
  const cell = table.cell + unit * staff + person
  const around = bitsAround(table, state.bits[index]!, person, unit) & ~(1 << (table.reach - 1))
  const value = table.value[table.from[unit]! + around]!
  const held = state.held[cell]!
  state.gain[cell] = held === 0 ? value : 0
  state.lose[cell] = held === 1 ? value : 0
}

/** Tells all prices of units anew, breaches at the grid's price. */
export function priceUnits(grid: Grid, state: UnitState): void {
  const { staff, tables } = grid
  for (let i = 0; i < tables.length; i++) {
    for (let unit = 0; unit < tables[i]!.units; unit++) {
      for (let person = 0; person < staff; person++) priceCell(tables[i]!, state, i, staff, unit, person)
    }
  }
}

/** Brings the prices of a person's counts up to date. */
export function priceCounts(
  problem: Problem,
  grid: Grid,
  state: UnitState,
  counts: Int32Array,
  person: number,
): void {
  const { counters, target, steep, squared, classes, classAmounts } = grid
  const { staff } = problem
  for (let k = 0; k < classes; k++) {
    let gain = 0
    let lose = 0
    for (let i = 0; i < counters.length; i++) {
      const counter = counters[i]!
      const by = classAmounts[k * COUNTERS + counter]!
      if (by === 0) continue
      const away = counts[person * COUNTERS + counter]! - target[person * COUNTERS + counter]!
      const more = away + by
      const less = away - by
      const now = steep[counter]! * Math.abs(away) + squared[counter]! * away * away
      gain += steep[counter]! * Math.abs(more) + squared[counter]! * more * more - now
      lose += steep[counter]! * Math.abs(less) + squared[counter]! * less * less - now
    }
    state.classGain[k * staff + person] = gain
    state.classLose[k * staff + person] = lose
  }
}

/** The units held around one, as bits; the one itself at `reach − 1`. */
export function bitsAround(table: PatternTable, bits: Int32Array, person: number, unit: number): number {
  const first = unit + 1
  const word = person * table.words + (first >> 4)
  return ((bits[word]! | (bits[word + 1]! << 16)) >>> (first & 15)) & ((1 << (2 * table.reach - 1)) - 1)
}
