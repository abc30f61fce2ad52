import type { WeekRest } from '../limits.ts'
import { NONE, type Problem, WEEKS_PER_SLOT } from '../problem.ts'
import { addFinding, type Found } from './found.ts'
import { firstReaching, type Holding, isOwn } from './holding.ts'

const MOST_BREAKS = 8192
const starts = new Int32Array(MOST_BREAKS)
const ends = new Int32Array(MOST_BREAKS)

/** Whether a slot breaks rest in the week that stands at `part` of its weeks. */
export function breaksRest(weekRest: WeekRest, slot: number, part: number): boolean {
  const at = slot * WEEKS_PER_SLOT + part
  return weekRest.from[at] !== weekRest.from[at + 1]
}

/** Minutes that the longest rest of a person's week is short; 0 where the week is not judged. */
export function restShort(
  problem: Problem,
  weekRest: WeekRest,
  holding: Holding,
  person: number,
  week: number,
): number {
  const least = weekRest.least[week]!
  if (least === 0 || weekRest.unknown[person * problem.weeks + week] === 1) return 0
  const from = problem.weekStart[week]!
  const until = problem.weekStart[week + 1]!
  const last = person * problem.slots + holding.length[person]!
  let count = 0
  let isJudged = false
  for (let i = firstReaching(problem, holding, person, from); i < last; i++) {
    const slot = holding.list[i]!
    if (problem.start[slot]! >= until) break
    const part = partOf(problem, slot, week)
    if (part === NONE || !breaksRest(weekRest, slot, part)) continue
    isJudged ||= isOwn(problem, slot)
    const at = slot * WEEKS_PER_SLOT + part
    for (let edge = weekRest.from[at]!; edge < weekRest.from[at + 1]!; edge += 2)
      insert(count++, weekRest.breaks[edge]!, weekRest.breaks[edge + 1]!)
  }
  if (!isJudged) return 0
  return Math.max(0, least - longestFree(weekRest.other[person]!, count, from, until))
}

export function addWeekRest(problem: Problem, short: number, found: Found): void {
  if (short > 0) addFinding(found, 'weekly-rest', short, shownCost(problem, short))
}

/** Points of something that is only shown, so many minutes past its line. */
export function shownCost({ weights }: Problem, minutes: number): number {
  return minutes > 0 ? weights.shownEach + weights.shownMinute * minutes : 0
}

function partOf(problem: Problem, slot: number, week: number): number {
  for (let part = 0; part < WEEKS_PER_SLOT; part++)
    if (problem.week[slot * WEEKS_PER_SLOT + part] === week) return part
  return NONE
}

/** They come nearly in order. */
function insert(count: number, start: number, end: number): void {
  if (count === MOST_BREAKS) throw new Error(`more than ${MOST_BREAKS} breaks of one person's rest in a week`)
  let at = count
  for (; at > 0 && starts[at - 1]! > start; at--) {
    starts[at] = starts[at - 1]!
    ends[at] = ends[at - 1]!
  }
  starts[at] = start
  ends[at] = end
}

function longestFree(other: Int32Array, count: number, from: number, until: number): number {
  let longest = 0
  let free = from
  let i = 0
  let j = firstEdgeAfter(other, from)
  for (;;) {
    const own = i < count ? starts[i]! : until
    const busy = j < other.length ? other[j]! : until
    const next = Math.min(own, busy)
    if (next >= until) return Math.max(longest, until - free)
    if (next - free > longest) longest = next - free
    const end = own <= busy ? ends[i++]! : other[j + 1]!
    if (own > busy) j += 2
    if (end > free) free = end
  }
}

/** Of disjoint intervals in order the index of the first edge of the first one that ends after a time. */
export function firstEdgeAfter(edges: Int32Array, time: number): number {
  let low = 0
  let high = edges.length >> 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (edges[2 * middle + 1]! > time) high = middle
    else low = middle + 1
  }
  return 2 * low
}
