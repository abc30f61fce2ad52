import { NONE } from '../problem.ts'
import { addRow, type Term } from './linear.ts'
import type { Draft, ExactOptions } from './model.ts'

/** Leaves, sets or limits the objective that the rows have built up. */
export function addObjective(
  draft: Draft,
  { objective, former, most }: ExactOptions,
  openCost: number,
): void {
  const { linear } = draft
  if (objective !== 'cost') {
    linear.cost.fill(0)
    linear.constant = 0
  }
  if (objective === 'changes' && former !== undefined) addChanges(draft, former)
  if (most === undefined) return
  const terms = linear.cost.flatMap((value, column): Term[] => (value === 0 ? [] : [[value, column]]))
  addRow(linear, terms, -Infinity, most - openCost - linear.constant)
}

/** Counts the free slots with another holder than before; one that was open and stays so has not changed. */
function addChanges({ linear, places }: Draft, former: Int16Array): void {
  const count = places.slots.length
  places.slots.forEach((slots, place) => {
    const before = new Map<number, number>()
    for (const slot of slots) before.set(former[slot]!, (before.get(former[slot]!) ?? 0) + 1)
    const wasOpen = before.get(NONE) ?? 0
    linear.constant += slots.length - wasOpen
    for (let at = place; at < places.column.length; at += count) {
      const column = places.column[at]!
      if (column === NONE) continue
      const had = before.get(Math.floor(at / count)) ?? 0
      linear.cost[column] = had > 0 ? -1 : Number(wasOpen > 0)
    }
  })
}
