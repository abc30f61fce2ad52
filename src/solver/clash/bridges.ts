import { NONE, type Problem } from '../problem.ts'
import { distinct, fixedNear, type Layout } from './layout.ts'

/** Bridges that are tried one by one; whatever further ones there are is taken for granted. */
const MOST = 12

/**
 * Adds to some movable slots those that could make one period of two which lie too close, and those that could do so to what
 * is added, and so on. Rest is asked for only between periods: without such a slot, what it joins would be denied.
 */
export function withBridges(problem: Problem, own: readonly number[]): Pick<Layout, 'items' | 'loose'> {
  if (problem.grid !== null) return { items: own, loose: [] }
  const { fixedTo } = problem
  const isFixed = (slot: number) => fixedTo[slot] !== NONE
  let items = own
  for (;;) {
    const found = bridgesIn(problem, items, (before, after) => !(isFixed(before) && isFixed(after)))
    if (found.length === 0) break
    if (items.length + found.length > own.length + MOST) return { items, loose: othersThan(problem, items) }
    items = distinct([...items, ...found])
  }
  const loose = bridgesIn(
    problem,
    items,
    (before, after) => isFixed(before) && fixedTo[before] === fixedTo[after],
  )
  return { items, loose }
}

/** Movable slots besides the items that may lie in a row between a slot and one that starts too soon after it. */
function bridgesIn(
  problem: Problem,
  items: readonly number[],
  isAsked: (before: number, after: number) => boolean,
): number[] {
  const { start, end, restAfterHard } = problem
  const others = othersThan(problem, items)
  const slots = [...items, ...fixedNear(problem, items)]
  const longest = slots.reduce((most, slot) => Math.max(most, restAfterHard[slot]!), 0)
  const found = new Set<number>()
  for (const before of slots) {
    for (const after of slots) {
      const gap = start[after]! - end[before]!
      if (gap <= 0 || gap >= longest || !isAsked(before, after)) continue
      for (const slot of inRow(problem, others, end[before]!, start[after]!)) found.add(slot)
    }
  }
  return [...found]
}

function othersThan({ movable }: Problem, items: readonly number[]): number[] {
  const own = new Set(items)
  return [...movable].filter((slot) => !own.has(slot))
}

/** Of some slots in order of start, those in rows that fill [from, to) without a gap. */
function inRow({ start, end }: Problem, slots: readonly number[], from: number, to: number): number[] {
  let reach = from
  const reached = slots.filter((slot) => {
    if (start[slot]! > reach || start[slot]! >= to || end[slot]! <= from) return false
    reach = Math.max(reach, end[slot]!)
    return true
  })
  if (reach < to) return []
  let back = to
  return reached
    .sort((a, b) => end[b]! - end[a]!)
    .filter((slot) => {
      if (end[slot]! < back) return false
      back = Math.min(back, start[slot]!)
      return true
    })
}

/** Whether slots in a row could fill [from, to) without a gap. */
export function canBridge(problem: Problem, slots: readonly number[], from: number, to: number): boolean {
  return slots.length > 0 && inRow(problem, slots, from, to).length > 0
}
