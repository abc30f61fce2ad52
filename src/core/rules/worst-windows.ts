import { sumWithin, type Tally } from '../ledger/tally.ts'
import { type Interval, subtractIntervals } from '../time/interval.ts'
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
 * share no minute with it, and so on, by start. Hours grow and shrink evenly between the edges of work, so only windows that
 * start or end at an edge, or at the ends of `starts`, are looked at.
 */
export function worstWindows(
  hours: PersonHours,
  length: number,
  starts: readonly Starts[],
): readonly WorstWindow[] {
  if (starts.length === 0) return []
  const points = pointsOf(hours, length)
  const workStarts = new Set(hours.united.starts)
  const sumFrom = (start: Minute) => {
    const span = { start, end: start + length }
    return sumWithin(hours.united, span) + sumWithin(hours.spread, span)
  }
  const pick = (ranges: readonly Starts[]): WorstWindow[] => {
    const worst = worstIn(ranges, points, (start) => workStarts.has(start), sumFrom)
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

function worstIn(
  ranges: readonly Starts[],
  points: readonly Minute[],
  isWorkStart: (start: Minute) => boolean,
  sumFrom: (start: Minute) => number,
): Found | undefined {
  let worst: Found | undefined
  let over = ROUNDING
  const look = (start: Minute, limit: number) => {
    const sum = sumFrom(start)
    if (sum - limit < over) return
    // Of windows as bad as each other the first that begins where work does, rather than in the rest before it.
    const isSame = worst !== undefined && sum - limit < over + ROUNDING
    if (isSame && (isWorkStart(worst?.start as Minute) || !isWorkStart(start))) return
    worst = { start, sum, limit }
    over = sum - limit
  }
  for (const { start, end, limit } of ranges) {
    look(start, limit)
    for (let next = firstFrom(points, start); (points[next] ?? end) < end; next++)
      look(points[next] as Minute, limit)
    look(end - 1, limit)
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

/** Starts of windows that start or end where work starts or ends, sorted. */
function pointsOf({ united, spread }: PersonHours, length: number): readonly Minute[] {
  const edges = [...edgesOf(united), ...edgesOf(spread)]
  return [...new Set([...edges, ...edges.map((edge) => edge - length)])].sort((a, b) => a - b)
}

function edgesOf({ starts, ends }: Tally): Minute[] {
  return [...starts, ...ends]
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
 * hold no duty at all; and all of their hours are known. The limit is the one in force when the window starts.
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
    limits.flatMap(({ value, start, end }) => within([{ ...range, limit: value }], start, end)),
  )
}
