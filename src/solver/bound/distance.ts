import { COUNTERS, type Problem } from '../problem.ts'
import type { Counted } from './counted.ts'
import { type Range, rangeOfSum } from './even-share.ts'
import { costFloor, sharingWith } from './share-out.ts'

/** Parts of the range of what is shared that are looked at one by one. */
const PARTS = 3
const HALVINGS = 10

/**
 * No sharing out has everybody nearer to their even share than this: for any smaller distance, squared distances beyond it
 * are proved to be more than none.
 */
export function leastDistance(problem: Problem, counted: Counted, counter: number): number {
  if (counted.items.length === 0) return 0
  const { from, to } = rangeOfSum(problem, counted, counter)
  const width = Math.max(1, Math.ceil((to - from + 1) / PARTS))
  let least = Number.POSITIVE_INFINITY
  for (let start = from; start <= to && least > 0; start += width) {
    least = Math.min(
      least,
      leastWithin(problem, counted, counter, start, Math.min(to, start + width - 1), least),
    )
  }
  return least
}

/** The least distance while those who share hold `from` to `to` between them; `enough` or more where it is not less. */
function leastWithin(
  problem: Problem,
  counted: Counted,
  counter: number,
  from: number,
  to: number,
  enough: number,
): number {
  const ranges = shareRanges(problem, counted, counter, from, to)
  const all = Math.max(to, ...ranges.map((range) => range?.to ?? 0))
  // Squares of what all hold are added up: what rounding of these sums can come to proves nothing.
  const rounding = Math.max(1e-6, 1e-11 * all * all)
  const isTooNear = (distance: number) => {
    const curves = ranges.map((range) =>
      range === undefined
        ? { square: 0, from: 0, to: 0 }
        : { square: 1, from: range.from - distance, to: range.to + distance },
    )
    return (
      costFloor(sharingWith(counted, (person) => ({ ...curves[person]!, steep: 0, aim: 0, each: 0 }))) >
      rounding
    )
  }
  if (!isTooNear(0)) return 0
  if (enough < Number.POSITIVE_INFINITY && isTooNear(enough)) return enough
  let low = 0
  let high = Math.min(enough, Math.max(1, ...ranges.map((range) => range?.to ?? 0)))
  while (high < enough && isTooNear(high)) {
    low = high
    high *= 2
  }
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2
    if (isTooNear(middle)) low = middle
    else high = middle
  }
  return low
}

/**
 * What each one's even share is while all who share hold from `from` to `to` between them, in the measure of `furthestOf`: by
 * the shares as they are, where the points lift the smallest ones.
 */
function shareRanges(
  { grid, share }: Problem,
  { base }: Counted,
  counter: number,
  from: number,
  to: number,
): (Range | undefined)[] {
  const shares = Array.from(base, (_, person) => share[person * COUNTERS + counter]!)
  const all = shares.reduce((sum, own) => sum + own, 0)
  return shares.map((own, person) => {
    if (grid !== null) {
      const target = grid.target[person * COUNTERS + counter]!
      return { from: target, to: target }
    }
    return own > 0 ? { from: (from * own) / all, to: (to * own) / all } : undefined
  })
}
