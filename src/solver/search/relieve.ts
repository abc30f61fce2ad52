import { NONE, type Problem } from '../problem.ts'
import type { Grid } from '../units.ts'
import { below, type Chance } from './chance.ts'
import { assign, type Roster } from './roster.ts'
import { exchangeHolders } from './seat.ts'
import type { UnitState } from './unit-state.ts'
import { valueOfExchange, valueOfHandOver, valueOfLosing, valueOfTaking } from './value.ts'

/** So many are asked to take a slot. */
const ASKED = 16

/**
 * A slot that costs where it stands goes to the first of many who takes it bearably, as it is or for one of their own that is
 * like it; a slot that costs nothing stays.
 */
export function relieve(
  problem: Problem,
  grid: Grid,
  roster: Roster,
  chance: Chance,
  patience: number,
  slot: number,
): boolean {
  const person = roster.holder[slot]!
  if (person === NONE) return false
  const { staff, classOf } = grid
  const { classGain, classLose } = roster.units as UnitState
  const k = classOf[slot]! * staff
  const loss = valueOfLosing(grid, roster, person, slot)
  const bare = loss - classLose[k + person]!
  if (bare >= 0) return false
  const { from, items } = problem.candidates
  const first = from[slot]!
  const number = from[slot + 1]! - first
  let at = first + below(chance, number)
  for (let i = 0; i < ASKED && i < number; i++) {
    if (++at === from[slot + 1]) at = first
    const other = items[at]!
    if (other === person) continue
    const taking = valueOfTaking(grid, roster, other, slot)
    if (bare + taking - classGain[k + other]! > patience) continue
    if (grid.backs[slot] === 0 && grid.spreads.length === 0) {
      if (loss + taking <= patience) {
        assign(problem, roster, slot, other)
        return true
      }
    } else if (valueOfHandOver(problem, grid, roster, slot, other, loss) <= patience) {
      assign(problem, roster, slot, other)
      return true
    }
    if (giveBack(problem, grid, roster, patience, slot, other)) return true
  }
  return false
}

/** The other takes the slot and gives one that is like it in return. */
function giveBack(
  problem: Problem,
  grid: Grid,
  roster: Roster,
  patience: number,
  slot: number,
  other: number,
): boolean {
  const { alike, fixedTo } = problem
  const own = alike[slot]!
  const person = roster.holder[slot]!
  const base = other * problem.slots
  const end = base + roster.length[other]!
  for (let i = base; i < end; i++) {
    const back = roster.list[i]!
    if (alike[back] !== own || fixedTo[back] !== NONE) continue
    if ((grid.pair[back * grid.staff + person]! & 1) === 1) continue
    if (valueOfExchange(problem, grid, roster, slot, back) > patience) continue
    exchangeHolders(problem, grid, roster, slot, back)
    return true
  }
  return false
}
