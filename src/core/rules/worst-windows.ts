import { ROUNDING } from '../ledger/rounding.ts'
import { addWindows, sumWithin, type Tally } from '../ledger/tally.ts'
import type { Duty } from '../rota/rota.ts'
import { clip, type Interval, overlaps, subtractIntervals, unionMinutes } from '../time/interval.ts'
import type { Minute } from '../time/minute.ts'
import { dayInterval } from '../time/oslo.ts'
import type { DatedValue } from './dated-values.ts'
import type { PersonHours } from './person-hours.ts'
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

interface Found {
  readonly start: Minute
  readonly sum: number
  readonly limit: number
}

function worstIn(ranges: readonly Starts[], windows: Windows): Found | undefined {
  const { points, sums, sumFrom } = windows
  let worst: Found | undefined
  let over = ROUNDING
  const look = (start: Minute, sum: number, limit: number) => {
    if (sum - limit < over) return
    // Of windows as bad as each other the first that begins where work does, rather than in the rest before it.
    const isSame = worst !== undefined && sum - limit < over + ROUNDING
    if (isSame && (isWorkStart(windows, worst?.start as Minute) || !isWorkStart(windows, start))) return
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
  readonly points: Int32Array
  /** What they hold. */
  readonly sums: Float64Array
  readonly workStarts: readonly Minute[]
  readonly sumFrom: (start: Minute) => number
}

/** In one sweep over the year, since both ends of the windows only move forward. */
function windowsOf({ united, spread }: PersonHours, length: number): Windows {
  const points = pointsOf(united, spread, length)
  const sums = new Float64Array(points.length)
  addWindows(united, points, length, sums)
  addWindows(spread, points, length, sums)
  return {
    points,
    sums,
    workStarts: united.starts,
    sumFrom: (start) => {
      const span = { start, end: start + length }
      return sumWithin(united, span) + sumWithin(spread, span)
    },
  }
}

function isWorkStart({ workStarts }: Windows, minute: Minute): boolean {
  return workStarts[firstFrom(workStarts, minute)] === minute
}

function pointsOf(united: Tally, spread: Tally, length: number): Int32Array {
  const points = mergeSorted(united.starts, 0, united.ends, -length)
  if (spread.starts.length === 0) return points
  return mergeSorted(points, 0, mergeSorted(spread.starts, 0, spread.ends, -length), 0)
}

/** Two sorted lists as one, each shifted. */
function mergeSorted(a: ArrayLike<Minute>, shiftA: number, b: ArrayLike<Minute>, shiftB: number): Int32Array {
  const merged = new Int32Array(a.length + b.length)
  let i = 0
  let j = 0
  for (let at = 0; at < merged.length; at++) {
    const nextA = i < a.length ? (a[i] as Minute) + shiftA : Infinity
    const nextB = j < b.length ? (b[j] as Minute) + shiftB : Infinity
    merged[at] = Math.min(nextA, nextB)
    if (nextA <= nextB) i++
    else j++
  }
  return merged
}

function firstFrom(sorted: ArrayLike<Minute>, minute: Minute): number {
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
  const isOwn = ({ date }: Duty) => date >= from && date < to
  const period = { start: dayInterval(from).start, end: dayInterval(to).start - length + 1 }
  // Within the period a window that holds a duty of it and one that holds none are judged alike.
  const isWithin = ({ start, end }: Duty) => start - length + 1 >= period.start && end <= period.end
  const own = duties.filter((duty) => isOwn(duty) && !isWithin(duty)).map(reachInto)
  const context = duties.filter((duty) => !isOwn(duty)).map(reachInto)
  const ownWithin = context.length > 0 ? duties.filter((duty) => isOwn(duty) && isWithin(duty)) : []
  const free = subtractIntervals([period], context)
  const judged = [...own, ...ownWithin.map(reachInto), ...free]
  return subtractIntervals(judged, hours.unknown.map(reachInto)).flatMap((range) =>
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
