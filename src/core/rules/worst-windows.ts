import { sumsBefore, sumWithin, type Tally } from '../ledger/tally.ts'
import { clip, type Interval, overlaps, subtractIntervals, unionMinutes } from '../time/interval.ts'
import type { Minute } from '../time/minute.ts'
import { dayInterval } from '../time/oslo.ts'
import type { DatedValue } from './dated-values.ts'
import type { PersonHours } from './person-work.ts'
import { dutiesHeldBy, type RotaView } from './view.ts'

/** Where windows of one length may start, and what they are judged by. */
export interface Starts extends Interval {
  readonly limit: number
}

export interface WorstWindow extends Interval {
  /** Whole minutes, rounded up: anything over a limit is more than the limit. */
  readonly measured: number
  readonly limit: number
}

/**
 * Of all windows of a length that are over their limit, the one that is furthest over; then the furthest over of those that
 * share no minute with it, and so on, by start. Hours grow and shrink evenly between the edges of work, so none is worse than
 * the windows that start where work starts or end where it ends, or that start at the ends of `starts`: only those are looked at.
 */
export function worstWindows(
  hours: PersonHours,
  length: number,
  starts: readonly Starts[],
): readonly WorstWindow[] {
  if (starts.length === 0) return []
  const windows = windowsOf(hours, length)
  const pick = (ranges: readonly Starts[]): WorstWindow[] => {
    const worst = worstIn(ranges, windows)
    if (!worst) return []
    const { start, sum, limit } = worst
    const window = { start, end: start + length, measured: Math.ceil(sum - ROUNDING), limit }
    const before = within(ranges, Number.NEGATIVE_INFINITY, start - length + 1)
    const after = within(ranges, start + length, Number.POSITIVE_INFINITY)
    return [...pick(before), window, ...pick(after)]
  }
  return pick(starts)
}

/** Weighted minutes are not whole; what is left of adding them up is no minute over. */
export const ROUNDING = 1e-6

interface Found {
  readonly start: Minute
  readonly sum: number
  readonly limit: number
}

function worstIn(ranges: readonly Starts[], windows: Windows): Found | undefined {
  const { points, sums, workStarts, sumFrom } = windows
  let worst: Found | undefined
  let over = ROUNDING
  const look = (start: Minute, sum: number, limit: number) => {
    if (sum - limit < over) return
    // Of windows as bad as each other the first that begins where work does, rather than in the rest before it.
    const isSame = worst !== undefined && sum - limit < over + ROUNDING
    if (isSame && (workStarts.has(worst?.start as Minute) || !workStarts.has(start))) return
    worst = { start, sum, limit }
    over = sum - limit
  }
  for (const { start, end, limit } of ranges) {
    look(start, sumFrom(start), limit)
    for (let next = firstFrom(points, start); (points[next] ?? end) < end; next++)
      look(points[next] as Minute, sums[next] as number, limit)
    look(end - 1, sumFrom(end - 1), limit)
  }
  return worst
}

function within(ranges: readonly Starts[], from: Minute, to: Minute): Starts[] {
  return ranges.flatMap((range) => {
    const start = Math.max(range.start, from)
    const end = Math.min(range.end, to)
    return start < end ? [{ start, end, limit: range.limit }] : []
  })
}

/** Windows of one length over a person's hours. */
interface Windows {
  /** Starts of those that start where work starts or end where it ends, sorted. */
  readonly points: readonly Minute[]
  /** What they hold. */
  readonly sums: readonly number[]
  readonly workStarts: ReadonlySet<Minute>
  readonly sumFrom: (start: Minute) => number
}

/** In one sweep over the year, since both ends of the windows only move forward. */
function windowsOf({ united, spread }: PersonHours, length: number): Windows {
  const points = pointsOf([united, spread], length)
  const ends = points.map((point) => point + length)
  const [heldBefore, heldUntil] = [sumsBefore(united, points), sumsBefore(united, ends)]
  const [spreadBefore, spreadUntil] = [sumsBefore(spread, points), sumsBefore(spread, ends)]
  const part = (until: readonly number[], before: readonly number[], at: number) =>
    (until[at] as number) - (before[at] as number)
  return {
    points,
    sums: points.map((_, at) => part(heldUntil, heldBefore, at) + part(spreadUntil, spreadBefore, at)),
    workStarts: new Set(united.starts),
    sumFrom: (start) => {
      const span = { start, end: start + length }
      return sumWithin(united, span) + sumWithin(spread, span)
    },
  }
}

function pointsOf(tallies: readonly Tally[], length: number): readonly Minute[] {
  return tallies
    .map(({ starts, ends }) =>
      mergeSorted(
        starts,
        ends.map((end) => end - length),
      ),
    )
    .reduce(mergeSorted)
}

/** Two sorted lists as one, each value once. */
function mergeSorted(a: readonly Minute[], b: readonly Minute[]): readonly Minute[] {
  if (b.length === 0) return a
  const merged: Minute[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const next = Math.min(a[i] ?? Infinity, b[j] ?? Infinity)
    if (next !== merged.at(-1)) merged.push(next)
    if (a[i] === next) i++
    else j++
  }
  return merged
}

function firstFrom(sorted: readonly Minute[], minute: Minute): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] as Minute) < minute) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * The starts of windows that concern the period: they hold a minute of a duty of the period, or lie within the period and
 * hold no duty at all; and all of their hours are known. A window over a change of the limit is held to the more lenient.
 */
export function startsOf(
  view: RotaView,
  personId: string,
  hours: PersonHours,
  length: number,
  limits: readonly DatedValue<number>[],
): Starts[] {
  if (limits.length === 0) return []
  const { from, to } = view.rota
  const duties = dutiesHeldBy(view, personId)
  const reachInto = ({ start, end }: Interval) => ({ start: start - length + 1, end })
  const own = duties.filter((duty) => duty.date >= from && duty.date < to).map(reachInto)
  const period = { start: dayInterval(from).start, end: dayInterval(to).start - length + 1 }
  const free = subtractIntervals([period], duties.map(reachInto))
  return subtractIntervals([...own, ...free], hours.unknown.map(reachInto)).flatMap((range) =>
    limitedBy(range, length, limits),
  )
}

/** Work on one side of a change is never judged by the other side's limit; windows that reach where none holds are left out. */
function limitedBy(range: Interval, length: number, limits: readonly DatedValue<number>[]): Starts[] {
  const [only] = limits
  // Nearly always one limit holds throughout.
  if (only && only.start <= range.start && range.end + length <= only.end)
    return [{ start: range.start, end: range.end, limit: only.value }]
  const edges = limits.flatMap(({ start, end }) => [start, end]).flatMap((edge) => [edge, edge - length + 1])
  const inside = edges.filter((edge) => edge > range.start && edge < range.end).sort((a, b) => a - b)
  const cuts = [...new Set([range.start, ...inside, range.end])]
  return cuts.slice(1).flatMap((end, index) => {
    const start = cuts[index] as Minute
    const window = { start, end: start + length }
    const held = limits.filter((limit) => overlaps(limit, window))
    const limit = Math.max(...held.map(({ value }) => value))
    return unionMinutes(clip(held, window)) === length ? [{ start, end, limit }] : []
  })
}
