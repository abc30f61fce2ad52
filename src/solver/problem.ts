import { type Limits, NO_LIMITS } from './limits.ts'
import type { Grid, UnitRules } from './units.ts'
import type { Weights } from './weights.ts'

/** What is counted per doctor and shared out evenly: minutes of the three forms, nights, weekends, holidays. */
export const COUNTERS = 6
export const NIGHTS = 3
export const WEEKENDS = 4
export const HOLIDAYS = 5

/** A slot lies in at most this many weeks: no duty is longer than 72 hours. */
export const WEEKS_PER_SLOT = 2

export const FIRST_LINE = 0
export const BACKUP_LINE = 1
/** A duty that gives no cover: a second doctor who learns. */
export const SHADOW = 2
/** A duty in another district: time that is taken, and counted with the other work. */
export const ELSEWHERE = 3

/** Bits of `able`. */
export const WORKS_ALONE = 1
export const BACKS_UP = 2

/** Index meaning *none*; also the holder of an open slot. */
export const NONE = -1

/** How many of each thing a problem has. */
export interface ProblemSize {
  readonly slots: number
  readonly staff: number
  readonly weeks: number
  readonly weekends: number
  readonly blocks: number
  readonly quotas: number
}

/**
 * Slots to be filled with staff, as flat arrays of integers; nothing in it knows what a rota is. Times are minutes on one
 * axis, intervals half-open, and slots stand in order of start. Pair arrays are read at `person * slots + slot`.
 */
export interface ProblemData extends ProblemSize {
  readonly weights: Weights

  readonly start: Int32Array
  readonly end: Int32Array
  /** At `slot * COUNTERS + counter`; weekends are counted through `weekend` instead. */
  readonly amounts: Int32Array
  readonly weekend: Int32Array
  readonly weekendMinutes: Int32Array
  /** Slots wanted for one holder share a block. */
  readonly block: Int32Array
  /** Two slots of one class, not NONE, may be held at once, unless they are places of one and the same need. */
  readonly overlapClass: Int32Array
  readonly need: Int32Array
  readonly role: Uint8Array
  /** 1 for a slot whose breaches are somebody else's to judge: it stands here as a neighbour only. */
  readonly context: Uint8Array
  /** Opaque to the search: which slots stand behind which is in `behind`. */
  readonly line: Int32Array
  /** A backup slot that costs while nobody needs it, and is not missed while it is open. */
  readonly conditional: Uint8Array
  /** Minutes free of slots that must, or should, follow the period the slot is in; where one must, the other is not asked. */
  readonly restAfterHard: Int32Array
  readonly restAfterSoft: Int32Array
  /** Minutes free of slots that should precede that period. */
  readonly restBefore: Int32Array
  /** Minutes free that are told of where there is less, if neither rest above is broken. */
  readonly restShown: Int32Array
  /** How long an unbroken period that begins with the slot may last; NO_CAP where nothing is adopted. */
  readonly longestPeriod: Int32Array
  /** Who held the slot in a rota that shall change as little as can be, or NONE. */
  readonly former: Int16Array
  /** The holder of a slot that never moves, or NONE for a movable one. */
  readonly fixedTo: Int32Array
  /** Movable slots with the same number are alike in amounts and line: swapping them changes little. */
  readonly alike: Int32Array

  /** Lines each backup line stands behind. */
  readonly behind: Map<number, readonly number[]>
  /** Minutes of a weekend that make it a worked one. */
  readonly weekendLeast: Int32Array
  /** Where each week starts, and where the last one ends; the caps are NO_CAP where none is adopted. */
  readonly weekStart: Int32Array
  readonly weekTotalCap: Int32Array
  readonly weekDutyCap: Int32Array

  /** Bits of the reasons why the person may not hold the slot at all; 0 = may. */
  readonly refusal: Uint16Array
  readonly able: Uint8Array
  /** Cost of the person holding the slot by itself: warnings in minutes, and wishes in points (negative = wished for). */
  readonly warnMinutes: Int32Array
  readonly wishPoints: Int32Array
  /** 1 when the slot is a night before a day of other work; charged once per block. */
  readonly heavy: Uint8Array
  /** Which quota counts this slot for the person, or NONE. */
  readonly quota: Int16Array

  /** Per person, the disjoint sorted intervals of other work: start, end, start, end … */
  readonly otherWork: Int32Array[]
  /** The same for the part of it that is duty. */
  readonly otherDuty: Int32Array[]
  /** At `person * weeks + week`: minutes of other work at no fixed time; UNKNOWN when no total can be told. */
  readonly looseMinutes: Int32Array
  /** At `person * weeks + week`: minutes of other duty at no fixed time. */
  readonly looseDutyMinutes: Int32Array
  /** At `person * weeks + week`: 1 where part of the other work is taken for granted: costs as any, but is not told of. */
  readonly assumed: Uint8Array
  /** At `person * COUNTERS + counter`: the person's part of an even sharing, 0 for somebody outside it. */
  readonly share: Float64Array
  /** Points of a squared unit away from the even share, for a person with a share of 1. */
  readonly points: Float64Array
  /** Gap between periods of duty, in minutes, below which a person's duties stand too close. */
  readonly spacing: Int32Array

  readonly quotaLeast: Int32Array
  readonly quotaMost: Int32Array

  readonly limits: Limits
  /** Rules by units of time instead of those by minutes; null where minutes rule. */
  readonly units: UnitRules | null
}

export const NO_CAP = 1 << 28
export const UNKNOWN = -1

/** Lists of indexes by index, one after the other: those of `i` stand from `from[i]` to `from[i + 1]`. */
export interface Lists {
  readonly from: Int32Array
  readonly items: Int32Array
}

/** A problem with everything that follows from its data. */
export interface Problem extends ProblemData {
  /** Minutes without duty after which nothing before matters to a person's rest or spacing. */
  readonly horizon: Int32Array
  /** At `slot * WEEKS_PER_SLOT + i`: the weeks touched, or NONE. */
  readonly week: Int32Array
  /** At `(person * slots + slot) * WEEKS_PER_SLOT + i`: the slot's minutes in that week outside the person's other work. */
  readonly addedMinutes: Int16Array
  /** The same outside the person's other duty. */
  readonly addedDutyMinutes: Int16Array
  /** At `person * weeks + week`: minutes of all other work, or UNKNOWN. */
  readonly otherMinutes: Int32Array
  readonly otherDutyMinutes: Int32Array
  /** Per pair what holding costs by itself: days at risk, wishes, and another holder than before; empty where units rule. */
  readonly pairCost: Float64Array
  /** Points of a person's squared count, and of the squared sum of all who share: see `countCost`. */
  readonly scale: Float64Array
  readonly pool: Float64Array
  readonly movable: Int32Array
  /** For each movable slot, the persons who may hold it. */
  readonly candidates: Lists
  /** Movable slots by block, and by likeness. */
  readonly blockSlots: Lists
  readonly alikeSlots: Lists
  readonly grid: Grid | null
  /** For each first-line slot the backup slots that overlap it, and the reverse. */
  readonly backers: Lists
  readonly fronts: Lists
}

/** Data of the given size in which nothing has any duration, cost or limit yet, and all may hold all. */
export function blankProblem(size: ProblemSize, weights: Weights): ProblemData {
  const { slots, staff, weeks, weekends, quotas } = size
  // What is left at zero is not written to, so that it takes no memory until it is.
  const ints = (length: number, value = 0) =>
    value === 0 ? new Int32Array(length) : new Int32Array(length).fill(value)
  const pairs = staff * slots
  return {
    ...size,
    weights,
    start: ints(slots),
    end: ints(slots),
    amounts: ints(slots * COUNTERS),
    weekend: ints(slots, NONE),
    weekendMinutes: ints(slots),
    block: ints(slots, NONE),
    overlapClass: ints(slots, NONE),
    need: Int32Array.from({ length: slots }, (_, slot) => slot),
    role: new Uint8Array(slots),
    context: new Uint8Array(slots),
    line: ints(slots),
    conditional: new Uint8Array(slots),
    restAfterHard: ints(slots),
    restAfterSoft: ints(slots),
    restBefore: ints(slots),
    restShown: ints(slots),
    longestPeriod: ints(slots, NO_CAP),
    former: new Int16Array(slots).fill(NONE),
    fixedTo: ints(slots, NONE),
    alike: ints(slots),
    behind: new Map(),
    weekendLeast: ints(weekends),
    weekStart: ints(weeks + 1),
    weekTotalCap: ints(weeks, NO_CAP),
    weekDutyCap: ints(weeks, NO_CAP),
    refusal: new Uint16Array(pairs),
    able: new Uint8Array(pairs).fill(WORKS_ALONE | BACKS_UP),
    warnMinutes: ints(pairs),
    wishPoints: ints(pairs),
    heavy: new Uint8Array(pairs),
    quota: new Int16Array(pairs).fill(NONE),
    otherWork: Array.from({ length: staff }, () => new Int32Array(0)),
    otherDuty: Array.from({ length: staff }, () => new Int32Array(0)),
    looseMinutes: ints(staff * weeks),
    looseDutyMinutes: ints(staff * weeks),
    assumed: new Uint8Array(staff * weeks),
    share: new Float64Array(staff * COUNTERS).fill(1),
    points: new Float64Array(COUNTERS),
    spacing: ints(staff),
    quotaLeast: ints(quotas),
    quotaMost: ints(quotas, NO_CAP),
    limits: NO_LIMITS,
    units: null,
  }
}
