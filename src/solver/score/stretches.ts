import type { Stretch } from '../limits.ts'
import { NONE, type Problem } from '../problem.ts'
import { addFinding, type Found } from './found.ts'
import { type Holding, isOwn } from './holding.ts'
import { aloneWithin, HAIR, isUnknown, layOut, spreadWithin, steps, workedBefore } from './worked.ts'

const MOST_POINTS = 32_768
/** Starts of stretches that can be the worst, what they hold, by what they are judged (not a number: not at all). */
const point = new Int32Array(MOST_POINTS)
const sumAt = new Float64Array(MOST_POINTS)
const limitAt = new Float64Array(MOST_POINTS)
const isWork = new Uint8Array(MOST_POINTS)

/** What is being judged. */
interface Look {
  readonly problem: Problem
  readonly stretch: Stretch
  readonly holding: Holding
  readonly person: number
  /** Places in the person's list. */
  readonly low: number
  readonly high: number
  /** A slot that is taken not to be there. */
  readonly skip: number
}

/**
 * Of a person's stretches past their limit the one that is furthest over, then the furthest of those that share no minute with
 * it, and so on. Looked at are those that hold a slot at places `low` to `high` (exclusive) of the person's list, or all where other work alone
 * can pass the limit. Hours grow and shrink evenly between edges of work, so that only stretches that begin or end at one matter.
 */
export function judgeStretches(
  problem: Problem,
  stretch: Stretch,
  holding: Holding,
  person: number,
  low: number,
  high: number,
  found: Found,
  skip = NONE,
): void {
  const isAll = stretch.slack[person]! < 0
  if (low === high && !isAll) return
  const limits = stretch.limits
  if (limits.length === 0) return
  const { length } = stretch
  const from = isAll ? limits[0]! : problem.start[holding.list[low]!]! - length + 1
  const until = isAll ? limits[limits.length - 2]! : holding.reach[high - 1]!
  if (until <= from) return
  const look: Look = { problem, stretch, holding, person, low, high, skip }
  layOut(problem, problem.limits.bases[stretch.basis]!, holding, person, from, until + length, skip)
  const count = findPoints(look, from, until)
  if (count > 0) pick(look, count, from, until, found)
}

/** Returns 0 when nothing is over. */
function findPoints(look: Look, from: number, until: number): number {
  let count = 0
  const { stretch } = look
  for (let i = 0; i < steps.count; i++) {
    count = addPoint(look, count, steps.start[i]!, from, until, 1)
    count = addPoint(look, count, steps.end[i]! - stretch.length, from, until, 0)
  }
  const spread = look.problem.limits.bases[stretch.basis]!.spread[look.person]!
  for (let i = 0; i < spread.length; i += 3) {
    count = addPoint(look, count, spread[i]!, from, until, 0)
    count = addPoint(look, count, spread[i + 1]! - stretch.length, from, until, 0)
  }
  for (let i = 0; i < stretch.limits.length; i += 3) {
    count = addPoint(look, count, stretch.limits[i]!, from, until, 0)
    count = addPoint(look, count, stretch.limits[i + 1]! - 1, from, until, 0)
  }
  count = addPoint(look, count, stretch.from, from, until, 0)
  count = addPoint(look, count, stretch.until - stretch.length, from, until, 0)
  if (!hasOverPoint(count, stretch.lowest)) return 0
  return addEdges(look, count, from, until)
}

/** Judged or not: what is not may be so a little later. */
function hasOverPoint(count: number, lowest: number): boolean {
  for (let i = 0; i < count; i++) if (sumAt[i]! > lowest + HAIR) return true
  return false
}

/** Where slots come into sight or leave it, and where hours are not known: judging begins and ends there. */
function addEdges(look: Look, count: number, from: number, until: number): number {
  const { problem, stretch, holding, person } = look
  let number = count
  for (let i = look.low; i < look.high; i++) {
    const slot = holding.list[i]!
    number = addPoint(look, number, problem.start[slot]! - stretch.length, from, until, 0)
    number = addPoint(look, number, problem.start[slot]! - stretch.length + 1, from, until, 0)
    number = addPoint(look, number, problem.end[slot]! - 1, from, until, 0)
    number = addPoint(look, number, problem.end[slot]!, from, until, 0)
  }
  const unknown = problem.limits.bases[stretch.basis]!.unknown[person]!
  for (let i = 0; i < unknown.length; i += 2) {
    number = addPoint(look, number, unknown[i]! - stretch.length, from, until, 0)
    number = addPoint(look, number, unknown[i + 1]!, from, until, 0)
  }
  return number
}

/** Points need no order: those earlier in time win ties only where work begins. */
function addPoint(look: Look, count: number, at: number, from: number, until: number, work: 0 | 1): number {
  if (at < from || at >= until) return count
  if (count === MOST_POINTS) throw new Error(`more than ${MOST_POINTS} stretches of one person`)
  point[count] = at
  sumAt[count] = sumFrom(look, at)
  limitAt[count] = limitOf(look, at, sumAt[count]!)
  isWork[count] = work
  return count + 1
}

function sumFrom({ problem, stretch, person }: Look, at: number): number {
  const { spread } = problem.limits.bases[stretch.basis]!
  return (
    workedBefore(at + stretch.length) -
    workedBefore(at) +
    spreadWithin(spread[person]!, at, at + stretch.length)
  )
}

/** Infinity where a stretch that holds so much is not judged, or not over. */
function limitOf(look: Look, at: number, sum: number): number {
  const { limits, length } = look.stretch
  for (let i = 0; i < limits.length; i += 3) {
    if (at < limits[i]! || at >= limits[i + 1]!) continue
    const limit = limits[i + 2]!
    return sum > limit && isJudged(look, at, length) ? limit : Number.POSITIVE_INFINITY
  }
  return Number.POSITIVE_INFINITY
}

/** It holds a slot of the problem's own, or lies within the period and holds none that is there as context. */
function isJudged(
  { problem, stretch, holding, person, low, high, skip }: Look,
  at: number,
  length: number,
): boolean {
  const { unknown } = problem.limits.bases[stretch.basis]!
  if (isUnknown(unknown[person]!, at, at + length)) return false
  const basis = problem.limits.bases[stretch.basis]!
  let hasContext = false
  for (let i = low; i < high; i++) {
    const slot = holding.list[i]!
    if (problem.start[slot]! >= at + length) break
    if (slot === skip || problem.end[slot]! <= at || basis.from[slot] === basis.from[slot + 1]) continue
    if (isOwn(problem, slot)) return true
    hasContext = true
  }
  return !hasContext && at >= stretch.from && at + length <= stretch.until
}

/** The worst that begins in [from, until), and those to both sides of it. */
function pick(look: Look, count: number, from: number, until: number, found: Found): void {
  if (until <= from) return
  let worst = -1
  let over = HAIR
  let worstWork = 0
  let worstAt = 0
  const consider = (at: number, excess: number, work: number) => {
    if (excess < over - HAIR / 2) return
    const isSame = worst >= 0 && excess < over + HAIR
    if (isSame && (worstWork === 1 || work === 0) && (worstWork !== work || worstAt <= at)) return
    worst = 0
    worstWork = work
    worstAt = at
    over = Math.max(over, excess)
  }
  for (let i = 0; i < count; i++)
    if (point[i]! >= from && point[i]! < until && sumAt[i]! > limitAt[i]! + HAIR)
      consider(point[i]!, sumAt[i]! - limitAt[i]!, isWork[i]!)
  for (const at of [from, until - 1]) {
    const sum = sumFrom(look, at)
    const limit = limitOf(look, at, sum)
    if (sum > limit + HAIR) consider(at, sum - limit, 0)
  }
  if (worst < 0) return
  addStretch(look, worstAt, found)
  pick(look, count, from, worstAt - look.stretch.length + 1, found)
  pick(look, count, worstAt + look.stretch.length, until, found)
}

function addStretch(look: Look, at: number, found: Found): void {
  const { problem, stretch, person } = look
  const { weights } = problem
  const sum = sumFrom(look, at)
  const measured = Math.ceil(sum - HAIR)
  const limit = limitOf(look, at, sum)
  const basis = problem.limits.bases[stretch.basis]!
  const alone = stretch.slack[person]! < 0 ? aloneWithin(basis.other[person]!, at, at + stretch.length) : 0
  const spread = spreadWithin(basis.spread[person]!, at, at + stretch.length)
  const avoidable = Math.max(0, measured - Math.max(limit, Math.ceil(alone + spread - HAIR)))
  const each = stretch.isWarning || avoidable === 0 ? 0 : weights.shownEach
  const price = stretch.isWarning ? weights.warnMinute : weights.shownMinute
  addFinding(found, stretch.kind, measured - limit, each + price * avoidable)
}

/** Whether some stretch that holds a slot of the person's list is over, judged or not. */
export function isOverAround(
  problem: Problem,
  stretch: Stretch,
  holding: Holding,
  person: number,
  slot: number,
): boolean {
  const basis = problem.limits.bases[stretch.basis]!
  const { length, lowest } = stretch
  const spread = basis.spread[person]!
  const first = problem.start[slot]! - length + 1
  const last = problem.end[slot]! - 1
  layOut(problem, basis, holding, person, first, last + length)
  const isOver = (at: number) =>
    workedBefore(at + length) - workedBefore(at) + spreadWithin(spread, at, at + length) > lowest + HAIR
  if (isOver(first) || isOver(last)) return true
  for (let i = 0; i < steps.count; i++) {
    const start = steps.start[i]!
    const end = steps.end[i]! - length
    if (start <= last && isOver(start)) return true
    if (end >= first && isOver(end)) return true
  }
  for (let i = 0; i < spread.length; i += 3)
    for (const at of [spread[i]!, spread[i + 1]! - length])
      if (at >= first && at <= last && isOver(at)) return true
  return false
}

/** False when no stretch that holds the slot can pass a limit: even the slots that one can reach are too little. */
export function canBeOver(
  problem: Problem,
  stretch: Stretch,
  holding: Holding,
  person: number,
  place: number,
  slot: number,
): boolean {
  const { weight } = problem.limits.bases[stretch.basis]!
  const slack = stretch.slack[person]!
  const base = person * problem.slots
  const reachBack = problem.start[slot]! - stretch.length
  if (stretch.length * peakAround(problem, stretch, holding, person, place, slot) <= slack) return false
  let sum = weight[slot]!
  let first = place
  for (;;) {
    const from = first === place ? slot : holding.list[first]!
    const until = Math.min(problem.end[from]!, problem.end[slot]!) + stretch.length
    if (from !== slot) sum += weight[from]!
    if (sum + weightAfter(problem, weight, holding, person, place, slot, until) > slack) return true
    if (first === base || holding.reach[first - 1]! <= reachBack) return false
    first--
  }
}

/** The highest rate of the slots that share a stretch with one. */
function peakAround(
  problem: Problem,
  stretch: Stretch,
  holding: Holding,
  person: number,
  place: number,
  slot: number,
): number {
  const { peak } = problem.limits.bases[stretch.basis]!
  const base = person * problem.slots
  const end = base + holding.length[person]!
  const reachBack = problem.start[slot]! - stretch.length
  const reachOn = problem.end[slot]! + stretch.length
  let most = peak[slot]!
  for (let i = place - 1; i >= base && holding.reach[i]! > reachBack; i--)
    most = Math.max(most, peak[holding.list[i]!]!)
  for (let i = place; i < end && problem.start[holding.list[i]!]! < reachOn; i++)
    most = Math.max(most, peak[holding.list[i]!]!)
  return most
}

/** Of the slots after one in the list that start before a time. */
function weightAfter(
  problem: Problem,
  weight: Float64Array,
  holding: Holding,
  person: number,
  place: number,
  slot: number,
  until: number,
): number {
  const end = person * problem.slots + holding.length[person]!
  let sum = 0
  for (let i = place; i < end; i++) {
    const other = holding.list[i]!
    if (problem.start[other]! >= until) break
    if (other !== slot) sum += weight[other]!
  }
  return sum
}
