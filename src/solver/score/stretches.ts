import type { Stretch } from '../limits.ts'
import type { Problem } from '../problem.ts'
import { addFinding, type Found } from './found.ts'
import { firstReaching, type Holding, isOwn } from './holding.ts'
import {
  aloneWithin,
  HAIR,
  isUnknown,
  layOut,
  spreadWithin,
  steps,
  sumBefore,
  workedBefore,
} from './worked.ts'

const MOST_POINTS = 32_768
/** Starts of stretches that are over and judged, by how much they are over, and whether work begins there; half of it to sort with. */
const point = new Int32Array(2 * MOST_POINTS)
const excessAt = new Float64Array(2 * MOST_POINTS)
const isWork = new Uint8Array(2 * MOST_POINTS)
/** What is known of the points looked at so far. */
const points = { count: 0, hasOver: false }

/** What is being judged. */
interface Look {
  readonly problem: Problem
  readonly stretch: Stretch
  readonly holding: Holding
  readonly person: number
  /** Places in the person's list. */
  readonly low: number
  readonly high: number
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
): void {
  const isAll = stretch.slack[person]! < 0
  if (low === high && !isAll) return
  const limits = stretch.limits
  if (limits.length === 0) return
  const { length } = stretch
  const from = isAll ? limits[0]! : problem.start[holding.list[low]!]! - length + 1
  const until = isAll ? limits[limits.length - 2]! : holding.reach[high - 1]!
  if (until <= from) return
  const look: Look = { problem, stretch, holding, person, low, high }
  layOut(problem, problem.limits.bases[stretch.basis]!, holding, person, from, until + length)
  if (findPoints(look, from, until)) pick(look, 0, points.count, from, until, found)
}

/** False when nothing is over, judged or not: what is not judged may be so a little later. */
function findPoints(look: Look, from: number, until: number): boolean {
  const { stretch } = look
  const { length } = stretch
  points.count = 0
  points.hasOver = false
  addSteps(look, from, until)
  const spread = look.problem.limits.bases[stretch.basis]!.spread[look.person]!
  for (let i = 0; i < spread.length; i += 3) {
    addPoint(look, spread[i]!, from, until)
    addPoint(look, spread[i + 1]! - length, from, until)
  }
  for (let i = 0; i < stretch.limits.length; i += 3) {
    addPoint(look, stretch.limits[i]!, from, until)
    addPoint(look, stretch.limits[i + 1]! - 1, from, until)
  }
  addPoint(look, stretch.from, from, until)
  addPoint(look, stretch.until - length, from, until)
  if (points.hasOver) addEdges(look, from, until)
  return points.hasOver
}

/** Where steps begin and where they end; the other ends of such stretches come in order too, so that none is searched for. */
function addSteps(look: Look, from: number, until: number): void {
  const { length } = look.stretch
  const { count, start, end, rate, before } = steps
  const spread = look.problem.limits.bases[look.stretch.basis]!.spread[look.person]!
  let later = 0
  let earlier = 0
  for (let i = 0; i < count; i++) {
    const first = start[i]!
    if (first >= from && first < until) {
      while (later < count && start[later]! < first + length) later++
      const sum = sumBefore(later - 1, first + length) - before[i]!
      take(look, first, sum + spreadWithin(spread, first, first + length), 1)
    }
    const last = end[i]!
    const at = last - length
    if (at < from || at >= until) continue
    while (earlier < count && start[earlier]! < at) earlier++
    const sum = before[i]! + (last - first) * rate[i]! - sumBefore(earlier - 1, at)
    take(look, at, sum + spreadWithin(spread, at, last), 0)
  }
}

/**
 * Where slots come into sight or leave it, and where hours are not known: judging begins and ends there. Not where a neighbour is
 * in sight before and after.
 */
function addEdges(look: Look, from: number, until: number): void {
  const { problem, stretch, holding, person, low, high } = look
  const { start, end } = problem
  const { length } = stretch
  for (let i = low; i < high; i++) {
    const slot = holding.list[i]!
    const first = start[slot]! - length
    const before = i > low ? holding.list[i - 1]! : slot
    if (start[before]! >= start[slot]! || end[before]! <= first + 1 || !isSeen(look, before)) {
      addPoint(look, first, from, until)
      addPoint(look, first + 1, from, until)
    }
    const last = end[slot]!
    const after = i + 1 < high ? holding.list[i + 1]! : slot
    if (end[after]! <= last || start[after]! - length >= last - 1 || !isSeen(look, after)) {
      addPoint(look, last - 1, from, until)
      addPoint(look, last, from, until)
    }
  }
  const unknown = problem.limits.bases[stretch.basis]!.unknown[person]!
  for (let i = 0; i < unknown.length; i += 2) {
    addPoint(look, unknown[i]! - length, from, until)
    addPoint(look, unknown[i + 1]!, from, until)
  }
}

/** Whether a stretch is judged for holding the slot. */
function isSeen({ problem, stretch }: Look, slot: number): boolean {
  const basis = problem.limits.bases[stretch.basis]!
  return basis.from[slot] !== basis.from[slot + 1] && isOwn(problem, slot)
}

/** Points need no order: those earlier in time win ties only where work begins. */
function addPoint(look: Look, at: number, from: number, until: number): void {
  if (at >= from && at < until) take(look, at, sumFrom(look, at), 0)
}

function take(look: Look, at: number, sum: number, work: 0 | 1): void {
  if (sum <= look.stretch.lowest + HAIR) return
  points.hasOver = true
  const limit = limitOf(look, at, sum)
  if (sum <= limit + HAIR) return
  if (points.count === MOST_POINTS) throw new Error(`more than ${MOST_POINTS} stretches of one person`)
  const next = points.count++
  point[next] = at
  excessAt[next] = sum - limit
  isWork[next] = work
}

function sumFrom({ problem, stretch, person }: Look, at: number): number {
  const { spread } = problem.limits.bases[stretch.basis]!
  const until = at + stretch.length
  return workedBefore(until) - workedBefore(at) + spreadWithin(spread[person]!, at, until)
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
  { problem, stretch, holding, person, low, high }: Look,
  at: number,
  length: number,
): boolean {
  const { unknown } = problem.limits.bases[stretch.basis]!
  if (isUnknown(unknown[person]!, at, at + length)) return false
  const basis = problem.limits.bases[stretch.basis]!
  let hasContext = false
  for (let i = Math.max(low, firstReaching(problem, holding, person, at)); i < high; i++) {
    const slot = holding.list[i]!
    if (problem.start[slot]! >= at + length) break
    if (problem.end[slot]! <= at || basis.from[slot] === basis.from[slot + 1]) continue
    if (isOwn(problem, slot)) return true
    hasContext = true
  }
  return !hasContext && at >= stretch.from && at + length <= stretch.until
}

const worst = { at: 0, over: 0, work: 0, isAny: false }

/** Of the points from `first` to `last` (exclusive), which begin in [from, until), the worst, and those to both sides of it. */
function pick(look: Look, first: number, last: number, from: number, until: number, found: Found): void {
  if (until <= from) return
  worst.over = HAIR
  worst.isAny = false
  for (let i = first; i < last; i++) consider(point[i]!, excessAt[i]!, isWork[i]!)
  considerEdge(look, from)
  considerEdge(look, until - 1)
  if (!worst.isAny) return
  const { at } = worst
  addStretch(look, at, found)
  const before = at - look.stretch.length + 1
  const after = at + look.stretch.length
  const middle = partition(first, last, before)
  pick(look, partition(middle, last, after), last, after, until, found)
  pick(look, first, middle, from, before, found)
}

/** Puts the points before a time first, each part in the order it had; returns where the second part begins. */
function partition(first: number, last: number, time: number): number {
  let low = first
  let later = MOST_POINTS
  for (let i = first; i < last; i++) {
    if (point[i]! < time) movePoint(i, low++)
    else movePoint(i, later++)
  }
  for (let i = MOST_POINTS; i < later; i++) movePoint(i, low + i - MOST_POINTS)
  return low
}

function movePoint(from: number, to: number): void {
  point[to] = point[from]!
  excessAt[to] = excessAt[from]!
  isWork[to] = isWork[from]!
}

function considerEdge(look: Look, at: number): void {
  const sum = sumFrom(look, at)
  if (sum <= look.stretch.lowest + HAIR) return
  const limit = limitOf(look, at, sum)
  if (sum > limit + HAIR) consider(at, sum - limit, 0)
}

function consider(at: number, excess: number, work: number): void {
  if (excess < worst.over - HAIR / 2) return
  const isSame = worst.isAny && excess < worst.over + HAIR
  if (isSame && (worst.work === 1 || work === 0) && (worst.work !== work || worst.at <= at)) return
  worst.isAny = true
  worst.work = work
  worst.at = at
  worst.over = Math.max(worst.over, excess)
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
