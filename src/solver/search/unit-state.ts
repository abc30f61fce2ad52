import { COUNTERS, NONE, type Problem } from '../problem.ts'
import type { Grid, PatternTable } from '../units.ts'

/** What the rules of units need to know of who holds what, beside the lists and counts of the roster. */
export interface UnitState {
  /** By pattern, at `person * units + unit`: slots held there; and the same as bits, 16 to a word. */
  readonly held: readonly Uint8Array[]
  readonly bits: readonly Int32Array[]
  readonly budgetHeld: Int32Array
  /** By spread, the points charged. */
  readonly spreadCost: Float64Array
}

export function emptyUnits(grid: Grid, staff: number): UnitState {
  return {
    held: grid.tables.map((table) => new Uint8Array(staff * table.units)),
    bits: grid.tables.map((table) => new Int32Array(staff * table.words)),
    budgetHeld: new Int32Array(staff * grid.budgets),
    spreadCost: new Float64Array(grid.spreads.length),
  }
}

/** Moves every sum by one slot, charging nothing. */
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
  for (let i = 0; i < counters.length; i++) {
    const counter = counters[i]!
    counts[person * COUNTERS + counter]! += sign * problem.amounts[slot * COUNTERS + counter]!
  }
  const budget = grid.budget[slot]!
  if (budget !== NONE) state.budgetHeld[person * grid.budgets + budget]! += sign * grid.load[slot]!
  for (let i = 0; i < tables.length; i++) {
    const table = tables[i]!
    const unit = table.unit[slot]!
    if (unit === NONE) continue
    const held = state.held[i]!
    const at = person * table.units + unit
    const now = held[at]! + sign
    held[at] = now
    if (now !== (sign === 1 ? 1 : 0)) continue
    const bit = unit + table.reach
    state.bits[i]![person * table.words + (bit >> 4)]! ^= 1 << (bit & 15)
  }
}

/** The units held around one, as bits; the one itself at `reach − 1`. */
export function bitsAround(table: PatternTable, bits: Int32Array, person: number, unit: number): number {
  const first = unit + 1
  const word = person * table.words + (first >> 4)
  return ((bits[word]! | (bits[word + 1]! << 16)) >>> (first & 15)) & ((1 << (2 * table.reach - 1)) - 1)
}
