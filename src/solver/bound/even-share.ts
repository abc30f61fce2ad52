import { COUNTERS, type Problem } from '../problem.ts'
import type { Counted } from './counted.ts'

export interface Range {
  readonly from: number
  readonly to: number
}

/** Least and most that those who share can hold between them. */
export function rangeOfSum({ share, grid }: Problem, { base, items }: Counted, counter: number): Range {
  if (grid !== null) return { from: 0, to: 0 }
  const isIn = (person: number) => share[person * COUNTERS + counter]! > 0
  const held = base.reduce((sum, amount, person) => sum + (isIn(person) ? amount : 0), 0)
  let from = held
  let to = held
  for (const { amount, takers, isOptional } of items) {
    if (!isOptional && takers.length > 0 && takers.every(isIn)) from += amount
    if (takers.some(isIn)) to += amount
  }
  return { from, to }
}

/** What a person's even share is while all who share hold so much between them; undefined for somebody outside the sharing. */
export function evenRange(
  problem: Problem,
  at: number,
  counter: number,
  from: number,
  to: number,
): Range | undefined {
  const { grid, share, scale, pool } = problem
  if (grid !== null) {
    const target = grid.target[at]!
    return { from: target, to: target }
  }
  if (share[at] === 0 || scale[at] === 0) return undefined
  const part = pool[counter]! / scale[at]!
  return { from: part * from, to: part * to }
}
