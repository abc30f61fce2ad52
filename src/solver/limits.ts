import type { ProblemData } from './problem.ts'

/**
 * Limits on what one person holds beside rest, overlap and the caps of weeks: things held in a row, hours in any stretch of time,
 * means over weeks, unbroken rest in each week, and special holidays by turns. They cost; none of them forbids.
 */
export interface Limits {
  readonly chains: readonly Chain[]
  /** What minutes of duty count, and what stands beside them: by basis. */
  readonly bases: readonly Basis[]
  readonly stretches: readonly Stretch[]
  readonly means: readonly Mean[]
  readonly weekRest: WeekRest | null
  readonly turns: Turns | null
}

export const NO_LIMITS: Limits = {
  ...{ chains: [], bases: [], stretches: [], means: [], weekRest: null, turns: null },
}

/** Every kind of finding that a score tells the number of, by the names of the rules. */
export const TOLD = [
  'at-risk',
  'least-duties',
  'rest-short',
  'rest-second-line',
  'longest-period',
  'weekly-total',
  'weekly-duty',
  'nights-in-a-row',
  'weekends-too-often',
  'no-free-weekend',
  'sundays-in-a-row',
  'rolling-total',
  'long-day',
  'long-week',
  'average-hours',
  'average-duty',
  'weekly-rest',
  'same-holiday-again',
] as const

export type ToldKind = (typeof TOLD)[number]

/** What one finding costs: so much each, and so much for each minute or number past the limit. */
export interface Price {
  readonly each: number
  readonly over: number
}

/** Times that are held or not, none overlapping another, in order; such as nights, weekends, Sundays, special holidays. */
export interface Times {
  readonly start: Int32Array
  readonly end: Int32Array
  /** Minutes of it that make it held; at least 1. */
  readonly least: Int32Array
  /** Per slot, 1 where it holds none of them. */
  readonly skipped: Uint8Array
  /** Per slot, the times that it touches: from inclusive, until exclusive. */
  readonly from: Int32Array
  readonly until: Int32Array
}

/** Times of which at most so many are to be held in a row, or among some that follow each other. */
export interface Chain extends Times {
  readonly runKind: ToldKind
  /** Most in a row, for a run that ends with this time; NO_CAP where nothing is adopted. */
  readonly most: Int32Array
  readonly windowKind: ToldKind | null
  /** Among so many times up to this one (0 = none are counted), at most so many held. */
  readonly among: Int32Array
  readonly mostAmong: Int32Array
}

/** Hours on one basis. A minute that is held twice counts once, by the highest rate. */
export interface Basis {
  /** The pieces of each slot stand from `from[slot]` to `from[slot + 1]`, by start. */
  readonly from: Int32Array
  readonly start: Int32Array
  readonly end: Int32Array
  readonly rate: Float64Array
  /** Minutes of all of a slot's pieces by their rates. */
  readonly weight: Float64Array
  /** The highest of their rates. */
  readonly peak: Float64Array
  /** By person: disjoint intervals of other work, every minute counting 1: start, end, start, end … */
  readonly other: readonly Int32Array[]
  /** By person: other work without a fixed time, added to the rest: start, end, minutes a minute, and so on. */
  readonly spread: readonly Float64Array[]
  /** By person: where hours are not known, and nothing is judged. */
  readonly unknown: readonly Int32Array[]
}

/** At most so many hours in any stretch of so many minutes. */
export interface Stretch {
  readonly kind: ToldKind
  readonly basis: number
  readonly length: number
  /** Starts of stretches that are judged, and by what: start, end (exclusive), limit, and so on. */
  readonly limits: Float64Array
  readonly lowest: number
  /** Stretches that hold no slot are judged only within this time. */
  readonly from: number
  readonly until: number
  readonly isWarning: boolean
  /** By person: what the lowest limit leaves beside the most that other work alone comes to; below 0 where that passes it. */
  readonly slack: Float64Array
}

/** At most so many hours a week as a mean over some weeks in a row. */
export interface Mean {
  readonly kind: ToldKind
  readonly basis: number
  readonly weeks: number
  /** Where each week starts, and where the last one ends. */
  readonly weekStart: Int32Array
  /** Per week, 1 where all of it was read. */
  readonly isWhole: Uint8Array
  /** At `person * weeks + week`: minutes a week, for weeks in a row that end with this one; NO_CAP where none hold. */
  readonly limit: Int32Array
  readonly isWarning: boolean
}

/** The longest unbroken rest inside each of the problem's weeks. */
export interface WeekRest {
  /** Minutes by week; 0 = not judged. */
  readonly least: Int32Array
  /** What of a slot breaks rest, at `slot * WEEKS_PER_SLOT + i`, clipped to that week: start, end, start, end … */
  readonly from: Int32Array
  readonly breaks: Int32Array
  /** By person: what else breaks it. */
  readonly other: readonly Int32Array[]
  /** At `person * weeks + week`: 1 where other work is not known. */
  readonly unknown: Uint8Array
}

/** Special holidays, which go by turns. */
export interface Turns extends Times {
  readonly year: Int32Array
  /** Holidays of one number are the same one in different years. */
  readonly holiday: Int32Array
  /** Years for which who held it is spared; 0 where it is not counted. */
  readonly memory: Int32Array
  /** At `person * times + time`: the latest year before the rota in which the person held the same; 0 = not remembered. */
  readonly heldIn: Int32Array
  /** By person: turns that are remembered, and the part in an even sharing, above 0. */
  readonly before: Int32Array
  readonly share: Float64Array
}

type Spans = Pick<Times, 'start' | 'end' | 'least'>

/** Times with the slots that touch them; both stand in order of start. */
export function toTimes(
  data: Pick<ProblemData, 'slots' | 'start' | 'end'>,
  spans: Spans,
  skipped: Uint8Array,
): Times {
  const from = new Int32Array(data.slots)
  const until = new Int32Array(data.slots)
  const count = spans.start.length
  for (let slot = 0; slot < data.slots; slot++) {
    let first = 0
    while (first < count && spans.end[first]! <= data.start[slot]!) first++
    let last = first
    while (last < count && spans.start[last]! < data.end[slot]!) last++
    from[slot] = first
    until[slot] = skipped[slot] === 1 ? first : last
  }
  return { ...spans, skipped, from, until }
}
