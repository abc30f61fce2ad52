import { type Interval, mergeIntervals, subtractIntervals } from '../time/interval.ts'
import { MINUTES_PER_DAY, type Minute } from '../time/minute.ts'

/** Time of which every minute counts `rate`. */
export interface Rated extends Interval {
  readonly rate: number
}

/** How much each minute counts, with running sums: disjoint steps by start, in columns so that sweeps stay cheap. */
export interface Tally {
  readonly starts: readonly Minute[]
  readonly ends: readonly Minute[]
  readonly rates: readonly number[]
  /** What lies before each step. */
  readonly sums: readonly number[]
  /** For each whole day after the first start the last step that has begun by then: where a look-up begins. */
  readonly byDay: Int32Array
}

/** Each minute counts once, by the highest rate of the pieces that hold it. */
export function tallyOf(pieces: readonly Rated[]): Tally {
  const rates = [...new Set(pieces.map((piece) => piece.rate))].sort((a, b) => b - a)
  let covered: Interval[] = []
  const steps: Rated[] = []
  for (const rate of rates) {
    const fresh = subtractIntervals(
      pieces.filter((piece) => piece.rate === rate),
      covered,
    )
    for (const { start, end } of fresh) steps.push({ start, end, rate })
    if (rate !== rates.at(-1)) covered = mergeIntervals([...covered, ...fresh])
  }
  return tallyOfSteps(rates.length > 1 ? steps.sort((a, b) => a.start - b.start) : steps)
}

/**
 * As `tallyOf` of the pieces, each with its rate, and of disjoint spans by start of which every minute counts 1. Cheap where
 * the pieces come by start and nothing overlaps what counts otherwise, as is nearly always so.
 */
export function tallyOver(
  spans: readonly Interval[],
  pieces: readonly Interval[],
  rateOf: readonly number[],
): Tally {
  const most = spans.length + pieces.length
  // Sized at once: most lists are a year long, and growing them would make twice as much to throw away.
  const starts = new Array<Minute>(most)
  const ends = new Array<Minute>(most)
  const rates = new Array<number>(most)
  let count = 0
  let end = Number.NEGATIVE_INFINITY
  let span = 0
  let piece = 0
  while (span < spans.length || piece < pieces.length) {
    const isSpan = (spans[span]?.start ?? Infinity) <= (pieces[piece]?.start ?? Infinity)
    const rate = isSpan ? 1 : (rateOf[piece] as number)
    const next = (isSpan ? spans[span++] : pieces[piece++]) as Interval
    if (next.end <= next.start) continue
    const last = count - 1
    const isSame = count > 0 && rates[last] === rate
    if (count > 0 && (next.start < (starts[last] as Minute) || (next.start < end && !isSame)))
      return tallyOf([
        ...spans.map((own) => ({ ...own, rate: 1 })),
        ...pieces.map((own, index) => ({ ...own, rate: rateOf[index] as number })),
      ])
    if (next.start > end || !isSame) {
      starts[count] = next.start
      ends[count] = next.end
      rates[count] = rate
      count++
      end = next.end
    } else if (next.end > end) {
      ends[last] = next.end
      end = next.end
    }
  }
  for (const column of [starts, ends, rates]) column.length = count
  return tallyIn(starts, ends, rates)
}

/** Pieces add up where they overlap, as the demand of several lines does. */
export function tallyOfSum(pieces: readonly Rated[]): Tally {
  const changes = pieces
    .flatMap(({ start, end, rate }) => [
      { at: start, by: rate },
      { at: end, by: -rate },
    ])
    .sort((a, b) => a.at - b.at)
  const steps: Rated[] = []
  let rate = 0
  changes.forEach(({ at, by }, index) => {
    rate += by
    const next = changes[index + 1]?.at ?? at
    // What is left of many rates that were added and taken away is not quite 0.
    if (next > at && rate > NOTHING) steps.push({ start: at, end: next, rate })
  })
  return tallyOfSteps(steps)
}

const NOTHING = 1e-9

/** From disjoint steps by start. */
function tallyOfSteps(steps: readonly Rated[]): Tally {
  return tallyIn(
    steps.map((step) => step.start),
    steps.map((step) => step.end),
    steps.map((step) => step.rate),
  )
}

function tallyIn(starts: readonly Minute[], ends: readonly Minute[], rates: readonly number[]): Tally {
  let sum = 0
  const sums = new Array<number>(starts.length)
  for (let step = 0; step < starts.length; step++) {
    sums[step] = sum
    sum += ((ends[step] as Minute) - (starts[step] as Minute)) * (rates[step] as number)
  }
  return { starts, ends, rates, sums, byDay: daysOf(starts) }
}

function daysOf(starts: readonly Minute[]): Int32Array {
  const first = starts[0]
  const last = starts.at(-1)
  if (first === undefined || last === undefined) return new Int32Array(0)
  const days = new Int32Array(Math.floor((last - first) / MINUTES_PER_DAY) + 1)
  let step = 0
  for (let day = 0; day < days.length; day++) {
    const minute = first + day * MINUTES_PER_DAY
    while ((starts[step + 1] ?? Number.POSITIVE_INFINITY) <= minute) step++
    days[day] = step
  }
  return days
}

/** What a span holds. */
export function sumWithin(tally: Tally, { start, end }: Interval): number {
  return sumBefore(tally, end) - sumBefore(tally, start)
}

/** What lies before a minute. */
export function sumBefore(tally: Tally, minute: Minute): number {
  return sumAt(tally, lastFrom(tally, minute), minute)
}

/** What lies before a minute, whose last step that has begun is known. */
function sumAt({ starts, ends, rates, sums }: Tally, step: number, minute: Minute): number {
  if (step < 0) return 0
  const within = Math.min(minute, ends[step] as Minute) - (starts[step] as Minute)
  return (sums[step] as number) + within * (rates[step] as number)
}

/** Adds to each place of `sums` what the windows of one length hold that start at `points`, which are sorted. */
export function addWindows(tally: Tally, points: Int32Array, length: number, sums: Float64Array): void {
  if (tally.starts.length === 0) return
  let from = -1
  let until = -1
  for (let at = 0; at < points.length; at++) {
    const start = points[at] as Minute
    from = advance(tally.starts, from, start)
    until = advance(tally.starts, until, start + length)
    sums[at] = (sums[at] as number) + (sumAt(tally, until, start + length) - sumAt(tally, from, start))
  }
}

function advance(starts: readonly Minute[], step: number, minute: Minute): number {
  let next = step
  while (next + 1 < starts.length && (starts[next + 1] as Minute) <= minute) next++
  return next
}

/** The tally without the minutes of some spans. */
export function tallyWithout(tally: Tally, holes: readonly Interval[]): Tally {
  return tallyOfSteps(
    stepsOf(tally).flatMap((step) =>
      subtractIntervals([step], overlapping(holes, step)).map((part) => ({ ...part, rate: step.rate })),
    ),
  )
}

/** The steps as pieces. */
export function stepsOf(tally: Tally): Rated[] {
  return tally.starts.map((start, index) => ({
    start,
    end: tally.ends[index] as number,
    rate: tally.rates[index] as number,
  }))
}

/** Of spans that are disjoint and sorted, those that share a minute with one. */
export function overlapping<T extends Interval>(spans: readonly T[], { start, end }: Interval): T[] {
  const found: T[] = []
  for (let next = firstEndingAfter(spans, start); (spans[next]?.start ?? end) < end; next++)
    found.push(spans[next] as T)
  return found
}

/** Of spans that are disjoint and sorted, the minutes within one. */
export function minutesWithin(spans: readonly Interval[], { start, end }: Interval): number {
  let minutes = 0
  for (let next = firstEndingAfter(spans, start); (spans[next]?.start ?? end) < end; next++) {
    const span = spans[next] as Interval
    minutes += Math.min(span.end, end) - Math.max(span.start, start)
  }
  return minutes
}

/** Of spans that are disjoint and sorted, the index of the first that ends after a minute; their number when none does. */
export function firstEndingAfter(spans: readonly Interval[], minute: Minute): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((spans[middle] as Interval).end <= minute) low = middle + 1
    else high = middle
  }
  return low
}

/** Index of the last step that is not after `minute`; -1 when all are. */
function lastFrom({ starts, byDay }: Tally, minute: Minute): number {
  const first = starts[0]
  if (first === undefined || minute < first) return -1
  const day = Math.min(Math.floor((minute - first) / MINUTES_PER_DAY), byDay.length - 1)
  let step = byDay[day] as number
  while (step + 1 < starts.length && (starts[step + 1] as Minute) <= minute) step++
  return step
}
