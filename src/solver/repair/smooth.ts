import { NONE, type Problem } from '../problem.ts'
import { assign, type Roster, rollBack } from '../search/roster.ts'
import { warningsIn } from './warnings.ts'

/** Rounds of trying everybody for each changed slot. */
const ROUNDS = 3

export interface Smoothed {
  readonly holder: Int16Array
  readonly cost: number
}

/** Fewer persons and then a lower cost; a lower cost however many they are; or that, and then fewer persons without more warnings. */
export type Wanted = 'persons' | 'cost' | 'calm'

/**
 * The same slots changed, and nothing broken by it, given to whom it disturbs least. `roster` is that of the former rota, and is so
 * again afterwards.
 */
export function smooth(problem: Problem, roster: Roster, found: Int16Array, wanted: Wanted): Smoothed {
  const { hard, cost } = roster
  const former = roster.holder.slice()
  const moved = problem.movable.filter((slot) => found[slot] !== former[slot])
  for (const slot of moved) assign(problem, roster, slot, found[slot]!)
  const changed = moved.filter((slot) => found[slot] !== NONE)
  const setting = { problem, former, roster, changed }
  giveAll({ ...setting, wanted: wanted === 'persons' ? 'persons' : 'cost', mostWarnings: ANY })
  if (wanted === 'calm')
    giveAll({ ...setting, wanted: 'persons', mostWarnings: warningsIn(problem, roster.holder) })
  const smoothed = { holder: roster.holder.slice(), cost: roster.cost }
  rollBack(problem, roster, 0, hard, cost)
  return smoothed
}

const ANY = Number.POSITIVE_INFINITY

interface Setting {
  readonly problem: Problem
  readonly former: Int16Array
  readonly roster: Roster
  readonly changed: Int32Array
  readonly wanted: 'persons' | 'cost'
  readonly mostWarnings: number
}

function giveAll(setting: Setting): void {
  for (let round = 0; round < ROUNDS; round++) {
    let isBetter = false
    for (const slot of setting.changed) if (giveBetter(setting, slot)) isBetter = true
    if (!isBetter) return
  }
}

/** Gives one slot to whoever is best for it; false where nobody is better than who has it. */
function giveBetter(
  { problem, former, roster, changed, wanted, mostWarnings }: Setting,
  slot: number,
): boolean {
  const { candidates, staff } = problem
  const { hard, cost, holder, logged } = roster
  const uses = wanted === 'persons' ? usesBeside(holder, former, changed, slot, staff) : new Int32Array(staff)
  const now = holder[slot]!
  const isCalm = () => mostWarnings === ANY || warningsIn(problem, holder) <= mostWarnings
  let best = now
  let bestCost = cost
  for (let i = candidates.from[slot]!; i < candidates.from[slot + 1]!; i++) {
    const person = candidates.items[i]!
    if (person === former[slot] || person === now || (uses[person] === 0 && uses[best]! > 0)) continue
    assign(problem, roster, slot, person)
    const isFewer = uses[best] === 0 && uses[person]! > 0
    if (roster.hard <= hard && (isFewer || roster.cost < bestCost) && isCalm()) {
      best = person
      bestCost = roster.cost
    }
    rollBack(problem, roster, logged, hard, cost)
  }
  if (best === now) return false
  assign(problem, roster, slot, best)
  return true
}

/** How often each person is touched by the other changes, and by losing this one. */
function usesBeside(
  holder: Int16Array,
  former: Int16Array,
  changed: Int32Array,
  slot: number,
  staff: number,
): Int32Array {
  const uses = new Int32Array(staff)
  for (const other of changed) {
    if (other !== slot) uses[holder[other]!]!++
    if (former[other] !== NONE) uses[former[other]!]!++
  }
  return uses
}
