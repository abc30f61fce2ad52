import type { Problem } from '../problem.ts'
import type { Grid } from '../units.ts'
import { priced, priceExchange } from './price.ts'
import { countSpreads, findPlace, type Roster } from './roster.ts'
import { countUnits, priceCounts, type UnitState } from './unit-state.ts'

/** Puts a slot in a person's list under rules by units, or takes it out, and moves every sum but the prices of counts. */
export function seat(
  problem: Problem,
  grid: Grid,
  roster: Roster,
  slot: number,
  person: number,
  sign: 1 | -1,
): void {
  const { list } = roster
  const base = person * problem.slots
  const length = roster.length[person]!
  roster.length[person] = length + sign
  let at = base + length
  if (sign === 1) {
    for (; at > base && list[at - 1]! > slot; at--) list[at] = list[at - 1]!
    list[at] = slot
  } else {
    const end = base + length - 1
    for (at = base + findPlace(list, base, length, slot); at < end; at++) list[at] = list[at + 1]!
  }
  countUnits(problem, grid, roster.units as UnitState, roster.counts, slot, person, sign)
}

export function recount(problem: Problem, grid: Grid, roster: Roster, person: number): void {
  priceCounts(problem, grid, roster.units as UnitState, roster.counts, person)
}

/** Under rules by units two slots change holders, two different persons, and it is charged in full. */
export function exchangeHolders(problem: Problem, grid: Grid, roster: Roster, a: number, b: number): void {
  const first = roster.holder[a]!
  const second = roster.holder[b]!
  priceExchange(problem, grid, roster, a, b)
  roster.log[roster.logged++] = a
  roster.log[roster.logged++] = first
  roster.log[roster.logged++] = b
  roster.log[roster.logged++] = second
  roster.hard += priced[0]!
  roster.cost += priced[1]!
  roster.holder[a] = second
  roster.holder[b] = first
  seat(problem, grid, roster, a, first, -1)
  seat(problem, grid, roster, b, second, -1)
  seat(problem, grid, roster, b, first, 1)
  seat(problem, grid, roster, a, second, 1)
  if (grid.classOf[a] !== grid.classOf[b]) {
    recount(problem, grid, roster, first)
    recount(problem, grid, roster, second)
  }
  if (grid.spreads.length > 0) countSpreads(problem, roster)
}
