import type { Minute } from './minute.ts'

/** Half-open: `start` is included, `end` is not. */
export interface Interval {
  readonly start: Minute
  readonly end: Minute
}

/** Elapsed minutes, whatever the clock on the wall did. */
export function minutesOf(i: Interval): number {
  return i.end - i.start
}

/** True when some minute lies in both; neither touching nor an empty interval overlaps. */
export function overlaps(a: Interval, b: Interval): boolean {
  return Math.max(a.start, b.start) < Math.min(a.end, b.end)
}

/** True when one ends exactly where the other starts. */
export function touches(a: Interval, b: Interval): boolean {
  return a.end === b.start || b.end === a.start
}

/** The minutes of both, or undefined when there are none. */
export function intersection(a: Interval, b: Interval): Interval | undefined {
  const start = Math.max(a.start, b.start)
  const end = Math.min(a.end, b.end)
  return start < end ? { start, end } : undefined
}

/** The union, sorted and disjoint; touching intervals become one and empty ones fall away. */
export function mergeIntervals(list: readonly Interval[]): Interval[] {
  const merged: Interval[] = []
  let start = 0
  let end = Number.NEGATIVE_INFINITY
  for (const next of byStart(list)) {
    if (next.end <= next.start) continue
    if (next.start > end) {
      if (end > start) merged.push({ start, end })
      start = next.start
      end = next.end
    } else if (next.end > end) end = next.end
  }
  if (end > start) merged.push({ start, end })
  return merged
}

/** The union of many lists that are much alike, as surgeries are: of those that start together only the longest matters. */
export function mergeAlike(lists: readonly (readonly Interval[])[]): Interval[] {
  const ends = new Map<Minute, Minute>()
  for (const list of lists)
    for (const { start, end } of list) if (end > (ends.get(start) ?? start)) ends.set(start, end)
  return mergeIntervals([...ends].map(([start, end]) => ({ start, end })))
}

/** Lists are mostly in order already, and then cost no sorting. */
function byStart(list: readonly Interval[]): readonly Interval[] {
  for (let index = 1; index < list.length; index++)
    if ((list[index] as Interval).start < (list[index - 1] as Interval).start)
      return list.toSorted((a, b) => a.start - b.start)
  return list
}

/** The union of `list` without the union of `holes`, sorted and disjoint. */
export function subtractIntervals(list: readonly Interval[], holes: readonly Interval[]): Interval[] {
  const rest: Interval[] = []
  const cuts = mergeIntervals(holes)
  let firstCut = 0
  for (const whole of mergeIntervals(list)) {
    while ((cuts[firstCut]?.end ?? Infinity) <= whole.start) firstCut++
    let start = whole.start
    for (let c = firstCut; start < whole.end; c++) {
      const cut = cuts[c]
      const end = Math.min(cut?.start ?? Infinity, whole.end)
      if (start < end) rest.push({ start, end })
      start = cut?.end ?? Infinity
    }
  }
  return rest
}

/** Minutes covered by at least one of them; overlapping minutes count once. */
export function unionMinutes(list: readonly Interval[]): number {
  let total = 0
  let covered = Number.NEGATIVE_INFINITY
  for (const { start, end } of byStart(list)) {
    if (end <= start || end <= covered) continue
    total += end - Math.max(start, covered)
    covered = end
  }
  return total
}

/** The part of each that lies within the window, in the order given; those wholly outside fall away. */
export function clip(list: readonly Interval[], window: Interval): Interval[] {
  const inside: Interval[] = []
  for (const i of list) {
    const part = intersection(i, window)
    if (part !== undefined) inside.push(part)
  }
  return inside
}
