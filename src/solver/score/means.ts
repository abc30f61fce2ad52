import type { Mean } from '../limits.ts'
import { NO_CAP, type Problem } from '../problem.ts'
import { addFinding, type Found } from './found.ts'
import { firstReaching, type Holding, isOwn } from './holding.ts'
import { aloneWithin, HAIR, isUnknown, spreadWithin, workedWithin } from './worked.ts'

/** Bits of whether slots reach into a week: any, and any of the problem's own. */
const ANY = 1
const OWN = 2

/** Minutes of a person's week on the mean's basis; not a number where they are not known. */
export function weekSum(
  problem: Problem,
  mean: Mean,
  holding: Holding,
  person: number,
  week: number,
): number {
  const basis = problem.limits.bases[mean.basis]!
  const from = mean.weekStart[week]!
  const until = mean.weekStart[week + 1]!
  if (mean.isWhole[week] === 0 || isUnknown(basis.unknown[person]!, from, until)) return Number.NaN
  const bound = mean.weeks === 1 ? mostWorked(problem, mean, holding, person, week) : Number.POSITIVE_INFINITY
  // Of a week by itself it is enough to know that it is not over.
  if (bound <= mean.limit[person * mean.isWhole.length + week]!) return bound
  return workedWithin(problem, basis, holding, person, from, until)
}

/** No less than what is worked: nothing that is held twice is seen. */
function mostWorked(problem: Problem, mean: Mean, holding: Holding, person: number, week: number): number {
  const { weight } = problem.limits.bases[mean.basis]!
  const until = mean.weekStart[week + 1]!
  const last = person * problem.slots + holding.length[person]!
  let sum = aloneOf(problem, mean)[person * mean.isWhole.length + week]!
  for (let i = firstReaching(problem, holding, person, mean.weekStart[week]!); i < last; i++) {
    const slot = holding.list[i]!
    if (problem.start[slot]! >= until) break
    sum += weight[slot]!
  }
  return sum
}

/** What other work alone comes to, at `person * weeks + week`; it follows from the problem. */
export function aloneOf(problem: Problem, mean: Mean): Float64Array {
  const known = ALONE.get(mean)
  if (known) return known
  const weeks = mean.isWhole.length
  const alone = Float64Array.from({ length: problem.staff * weeks }, (_, at) =>
    aloneIn(problem, mean, Math.floor(at / weeks), at % weeks),
  )
  ALONE.set(mean, alone)
  return alone
}

const ALONE = new WeakMap<Mean, Float64Array>()

/** The same while the person holds no slot. */
function aloneIn(problem: Problem, mean: Mean, person: number, week: number): number {
  const basis = problem.limits.bases[mean.basis]!
  const from = mean.weekStart[week]!
  const until = mean.weekStart[week + 1]!
  if (mean.isWhole[week] === 0 || isUnknown(basis.unknown[person]!, from, until)) return Number.NaN
  return aloneWithin(basis.other[person]!, from, until) + spreadWithin(basis.spread[person]!, from, until)
}

export function weekBits(
  problem: Problem,
  mean: Mean,
  holding: Holding,
  person: number,
  week: number,
): number {
  const from = mean.weekStart[week]!
  const until = mean.weekStart[week + 1]!
  const last = person * problem.slots + holding.length[person]!
  let bits = 0
  for (let i = firstReaching(problem, holding, person, from); i < last; i++) {
    const slot = holding.list[i]!
    if (problem.start[slot]! >= until) break
    if (problem.end[slot]! <= from || isElsewhere(problem, mean, slot)) continue
    bits |= isOwn(problem, slot) ? ANY | OWN : ANY
  }
  return bits
}

/** Duty elsewhere has no pieces: it stands among other work. */
function isElsewhere(problem: Problem, mean: Mean, slot: number): boolean {
  const { from } = problem.limits.bases[mean.basis]!
  return from[slot] === from[slot + 1]
}

const MOST_WEEKS = 1024
const chosen = new Uint8Array(MOST_WEEKS)

/**
 * Weeks in a row whose mean is furthest over, then the furthest over of those that share no week with them, and so on; from a
 * person's sums and bits, which begin at `offset`, and what other work alone comes to, which costs nothing.
 */
export function judgeMean(
  problem: Problem,
  mean: Mean,
  person: number,
  sums: Float64Array,
  alone: Float64Array,
  bits: Uint8Array,
  offset: number,
  found: Found,
): void {
  const count = mean.isWhole.length
  chosen.fill(0, 0, count)
  for (;;) {
    let worst = HAIR
    let last = -1
    for (let week = mean.weeks - 1; week < count; week++) {
      const limit = mean.limit[person * count + week]!
      if (limit >= NO_CAP) continue
      const excess = sumUp(sums, offset, week, mean.weeks) - limit * mean.weeks
      // What is not known is over nothing.
      if (excess > worst && isFree(mean, week) && isJudged(mean, bits, offset, week)) {
        worst = excess
        last = week
      }
    }
    if (last < 0) return
    for (let week = last - mean.weeks + 1; week <= last; week++) chosen[week] = 1
    addMean(problem, mean, person, sums, alone, offset, last, found)
  }
}

function addMean(
  problem: Problem,
  mean: Mean,
  person: number,
  sums: Float64Array,
  alone: Float64Array,
  offset: number,
  last: number,
  found: Found,
): void {
  const { weights } = problem
  const limit = mean.limit[person * mean.isWhole.length + last]!
  const measured = Math.ceil(sumUp(sums, offset, last, mean.weeks) / mean.weeks - HAIR)
  const without = Math.ceil(sumUp(alone, offset, last, mean.weeks) / mean.weeks - HAIR)
  const avoidable = Math.max(0, measured - Math.max(limit, without)) * mean.weeks
  const price = mean.isWarning ? weights.warnMinute : weights.shownMinute
  const each = mean.isWarning || avoidable === 0 ? 0 : weights.shownEach
  addFinding(found, mean.kind, measured - limit, each + price * avoidable)
}

function sumUp(sums: Float64Array, offset: number, last: number, weeks: number): number {
  let sum = 0
  for (let week = last - weeks + 1; week <= last; week++) sum += sums[offset + week]!
  return sum
}

function isFree(mean: Mean, last: number): boolean {
  for (let week = last - mean.weeks + 1; week <= last; week++) if (chosen[week] === 1) return false
  return true
}

/** Weeks in which only context is held are not this problem's. */
function isJudged(mean: Mean, bits: Uint8Array, offset: number, last: number): boolean {
  let seen = 0
  for (let week = last - mean.weeks + 1; week <= last; week++) seen |= bits[offset + week]!
  return seen === 0 || (seen & OWN) !== 0
}
