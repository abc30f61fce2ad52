import {
  BACKUP_LINE,
  COUNTERS,
  ELSEWHERE,
  FIRST_LINE,
  type Lists,
  NONE,
  type Problem,
  type ProblemData,
  UNKNOWN,
  WEEKS_PER_SLOT,
} from './problem.ts'
import { toGrid } from './units.ts'

/** Rosters keep slots in two signed bytes. */
const MOST_SLOTS = 32_767

/** @throws when slots are not in order of start, or are more than 32 767. */
export function toProblem(data: ProblemData): Problem {
  if (data.slots > MOST_SLOTS) throw new Error(`${data.slots} slots are more than ${MOST_SLOTS}`)
  for (let slot = 1; slot < data.slots; slot++) {
    if (data.start[slot]! < data.start[slot - 1]!)
      throw new Error(`slot ${slot} starts before slot ${slot - 1}`)
  }
  const movable = Int32Array.from(indexes(data.slots).filter((slot) => data.fixedTo[slot] === NONE))
  const week = weeksOfSlots(data)
  return {
    ...data,
    week,
    addedMinutes: minutesOutside(data, week, data.otherWork),
    addedDutyMinutes: minutesOutside(data, week, data.otherDuty),
    otherMinutes: minutesBeside(data, data.otherWork, data.looseMinutes),
    otherDutyMinutes: minutesBeside(data, data.otherDuty, data.looseDutyMinutes),
    pairCost: pairCosts(data),
    ...pools(data),
    horizon: horizons(data),
    grid: data.units === null ? null : toGrid(data.units, data),
    movable,
    candidates: candidatesOf(data),
    blockSlots: groupMovable(movable, data.block, data.blocks),
    alikeSlots: groupMovable(movable, data.alike, 1 + Math.max(0, ...data.alike)),
    ...backing(data),
  }
}

/** Counted before they are written: with many persons and slots there are a million of them. */
function candidatesOf({ slots, staff, fixedTo, refusal }: ProblemData): Lists {
  const from = new Int32Array(slots + 1)
  const mayHold = (person: number, slot: number) =>
    fixedTo[slot] === NONE && refusal[person * slots + slot] === 0
  for (let person = 0; person < staff; person++) {
    for (let slot = 0; slot < slots; slot++) if (mayHold(person, slot)) from[slot + 1]!++
  }
  for (let slot = 0; slot < slots; slot++) from[slot + 1]! += from[slot]!
  const items = new Int32Array(from[slots]!)
  const next = from.slice()
  for (let person = 0; person < staff; person++) {
    for (let slot = 0; slot < slots; slot++) if (mayHold(person, slot)) items[next[slot]!++] = person
  }
  return { from, items }
}

function horizons(data: ProblemData): Int32Array {
  const rest = Math.max(
    1,
    ...data.restAfterHard,
    ...data.restAfterSoft,
    ...data.restBefore,
    ...data.restShown,
  )
  return data.spacing.map((spacing) => Math.max(rest, spacing))
}

/** Minutes of [from, to) outside disjoint sorted intervals of a person's other work. */
export function freeMinutes(work: Int32Array, from: number, to: number): number {
  let free = Math.max(0, to - from)
  for (let i = firstEndingAfter(work, from); i < work.length && work[i]! < to; i += 2) {
    free -= Math.max(0, Math.min(to, work[i + 1]!) - Math.max(from, work[i]!))
  }
  return free
}

/** Index of the first interval of a sorted disjoint list that ends after `time`. */
function firstEndingAfter(work: Int32Array, time: number): number {
  let low = 0
  let high = work.length >> 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (work[2 * middle + 1]! > time) high = middle
    else low = middle + 1
  }
  return 2 * low
}

function weeksOfSlots(data: ProblemData): Int32Array {
  const week = new Int32Array(data.slots * WEEKS_PER_SLOT).fill(NONE)
  for (let slot = 0; slot < data.slots; slot++) {
    if (data.role[slot] === ELSEWHERE) continue
    let at = slot * WEEKS_PER_SLOT
    for (let w = 0; w < data.weeks; w++) {
      const minutes =
        Math.min(data.end[slot]!, data.weekStart[w + 1]!) - Math.max(data.start[slot]!, data.weekStart[w]!)
      if (minutes > 0) week[at++] = w
    }
  }
  return week
}

/** At `(person * slots + slot) * WEEKS_PER_SLOT + i`. */
function minutesOutside(data: ProblemData, week: Int32Array, work: readonly Int32Array[]): Int16Array {
  if (data.weeks === 0) return new Int16Array(0)
  const added = new Int16Array(data.staff * data.slots * WEEKS_PER_SLOT)
  for (let person = 0; person < data.staff; person++) {
    for (let i = 0; i < week.length; i++) {
      const w = week[i]!
      if (w === NONE) continue
      const slot = (i / WEEKS_PER_SLOT) | 0
      const from = Math.max(data.start[slot]!, data.weekStart[w]!)
      const to = Math.min(data.end[slot]!, data.weekStart[w + 1]!)
      added[person * week.length + i] = freeMinutes(work[person]!, from, to)
    }
  }
  return added
}

/** At `person * weeks + week`. */
function minutesBeside(data: ProblemData, work: readonly Int32Array[], looseMinutes: Int32Array): Int32Array {
  return looseMinutes.map((loose, i) => {
    if (loose === UNKNOWN) return UNKNOWN
    const person = Math.floor(i / data.weeks)
    const from = data.weekStart[i % data.weeks]!
    const to = data.weekStart[(i % data.weeks) + 1]!
    return loose + to - from - freeMinutes(work[person]!, from, to)
  })
}

function pairCosts(data: ProblemData): Float64Array {
  if (data.units !== null) return new Float64Array(0)
  const { warnMinute, wishPoint, changed } = data.weights
  return Float64Array.from(data.wishPoints, (points, pair) => {
    const former = data.former[pair % data.slots]!
    const isOther = former !== NONE && former !== Math.floor(pair / data.slots)
    return warnMinute * data.warnMinutes[pair]! + wishPoint * points + (isOther ? changed : 0)
  })
}

/** What somebody outside the sharing takes counts as if their share were this small. */
const SMALLEST_SHARE = 0.25

function pools(data: ProblemData): Pick<Problem, 'scale' | 'pool'> {
  const scale = data.share.map((share, at) => data.points[at % COUNTERS]! / Math.max(SMALLEST_SHARE, share))
  const pool = data.points.map((points, counter) => {
    let sum = 0
    for (let at = counter; at < data.share.length; at += COUNTERS) sum += shareOf(data, at)
    return sum === 0 ? 0 : points / sum
  })
  return { scale, pool }
}

function shareOf(data: ProblemData, at: number): number {
  return data.share[at]! === 0 ? 0 : Math.max(SMALLEST_SHARE, data.share[at]!)
}

function backing(data: ProblemData): Pick<Problem, 'backers' | 'fronts'> {
  const all = indexes(data.slots)
  const backups = all.filter((slot) => data.role[slot] === BACKUP_LINE)
  const firsts = all.filter((slot) => data.role[slot] === FIRST_LINE)
  const stands = (backup: number, first: number) =>
    data.start[backup]! < data.end[first]! &&
    data.start[first]! < data.end[backup]! &&
    (data.behind.get(data.line[backup]!) ?? []).includes(data.line[first]!)
  return {
    backers: toLists(data.slots, (slot) =>
      data.role[slot] === FIRST_LINE ? backups.filter((backup) => stands(backup, slot)) : [],
    ),
    fronts: toLists(data.slots, (slot) =>
      data.role[slot] === BACKUP_LINE ? firsts.filter((first) => stands(slot, first)) : [],
    ),
  }
}

function groupMovable(movable: Int32Array, groupOf: Int32Array, groups: number): Lists {
  const members: number[][] = Array.from({ length: groups }, () => [])
  for (const slot of movable) members[groupOf[slot]!]?.push(slot)
  return toLists(groups, (group) => members[group]!)
}

function toLists(count: number, itemsOf: (index: number) => readonly number[]): Lists {
  const from = new Int32Array(count + 1)
  const items: number[] = []
  for (let index = 0; index < count; index++) {
    for (const item of itemsOf(index)) items.push(item)
    from[index + 1] = items.length
  }
  return { from, items: Int32Array.from(items) }
}

function indexes(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index)
}
