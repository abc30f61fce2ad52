import type { WeightName } from '../../core/rota/agreement.ts'
import { freeMinutes } from '../derive.ts'
import { COUNTERS, ELSEWHERE, HOLIDAYS, NIGHTS, NONE, type Problem, UNKNOWN, WEEKENDS } from '../problem.ts'
import { isIdle, isUnbacked } from './backing.ts'
import { closeCost, countCost, overCost, poolCost, quotaBreaches, quotaCost, weekOver } from './cost.ts'
import { countsOf } from './counts.ts'
import { addFinding, type Found, nothingFound } from './found.ts'
import { holdingOf, isOwn } from './holding.ts'
import { isDouble, isJudged, isTogether } from './neighbours.ts'
import { scoreLimits } from './score-limits.ts'
import { scoreUnits } from './score-units.ts'
import { charge, chargeFound, emptyScore, type Mutable, type Score } from './tally.ts'
import { shownCost } from './week-rest.ts'

export type { Finding, Score } from './tally.ts'

/** Counts everything anew from the holders alone (person by slot, NONE where open). */
export function scoreOf(problem: Problem, holder: Int16Array): Score {
  const score = emptyScore()
  const slotsOf: number[][] = Array.from({ length: problem.staff }, () => [])
  for (let slot = 0; slot < problem.slots; slot++) {
    const person = holder[slot]!
    if (person !== NONE) slotsOf[person]!.push(slot)
    else if (problem.conditional[slot] === 0) addOpen(problem, score)
    score.hard += isUnbacked(problem, holder, slot)
    score.idleBackups += isIdle(problem, holder, slot)
  }
  charge(score, 'idleBackups', score.idleBackups, problem.weights.idleBackup * score.idleBackups)
  if (problem.grid !== null) {
    const found = scoreUnits(problem, problem.grid, slotsOf)
    score.hard += found.hard
    score.total += found.cost
    return score
  }
  const found = nothingFound()
  const turns = nothingFound()
  const holding = holdingOf(problem, slotsOf)
  slotsOf.forEach((slots, person) => {
    scorePairs(problem, score, found, person, slots)
    scoreSequence(problem, score, found, person, slots)
    scoreWeeks(problem, score, found, person, slots)
    scoreLimits(problem, holding, person, found, turns)
  })
  scoreQuotas(problem, score, found, slotsOf)
  chargeFound(score, found, turns)
  scoreFairness(problem, score, slotsOf)
  scoreBlocks(problem, score, slotsOf)
  return score
}

function addOpen(problem: Problem, score: Mutable<Score>): void {
  score.open++
  score.total += problem.weights.open
}

function scorePairs(
  problem: Problem,
  score: Mutable<Score>,
  found: Found,
  person: number,
  slots: readonly number[],
): void {
  const { weights } = problem
  const heavyBlocks = new Set<number>()
  let officeDays = 0
  for (const slot of slots) {
    const pair = person * problem.slots + slot
    if (problem.refusal[pair] !== 0) score.hard++
    if (problem.warnMinutes[pair]! > 0) addFinding(found, 'at-risk', problem.warnMinutes[pair]!, 0)
    score.warnings.atRiskMinutes += problem.warnMinutes[pair]!
    const wish = weights.wishPoint * problem.wishPoints[pair]!
    score.wishes += wish
    charge(score, 'overLimits', problem.warnMinutes[pair]!, weights.warnMinute * problem.warnMinutes[pair]!)
    charge(score, 'wishes', Number(wish !== 0), wish)
    const former = problem.former[slot]!
    if (former !== NONE && former !== person) {
      score.changes++
      charge(score, 'fewChanges', 1, weights.changed)
    }
    if (problem.heavy[pair] === 0) continue
    if (problem.block[slot] === NONE) officeDays++
    else heavyBlocks.add(problem.block[slot]!)
  }
  officeDays += heavyBlocks.size
  score.warnings.officeDays += officeDays
  charge(score, 'officeDays', officeDays, weights.officeDay * officeDays)
}

interface Period {
  readonly start: number
  readonly slots: readonly number[]
}

function scoreSequence(
  problem: Problem,
  score: Mutable<Score>,
  found: Found,
  person: number,
  slots: readonly number[],
): void {
  slots.forEach((slot, index) => {
    for (const other of slots.slice(0, index)) score.hard += Number(isBreach(problem, other, slot))
  })
  const periods = periodsOf(problem, slots)
  for (const period of periods) scorePeriod(problem, found, period)
  for (let i = 1; i < periods.length; i++) {
    scoreGap(problem, score, found, person, periods[i - 1]!, periods[i]!)
  }
}

function isBreach(problem: Problem, a: number, b: number): boolean {
  if (problem.start[a]! >= problem.end[b]! || problem.start[b]! >= problem.end[a]!) return false
  return isDouble(problem, a, b) && isJudged(problem, a, b)
}

function periodsOf(problem: Problem, slots: readonly number[]): Period[] {
  const periods: { start: number; slots: number[] }[] = []
  for (const slot of slots) {
    const start = problem.start[slot]!
    const last = periods.at(-1)
    if (last && start <= latest(last.slots, problem.end)) last.slots.push(slot)
    else periods.push({ start, slots: [slot] })
  }
  return periods
}

function latest(slots: readonly number[], values: Int32Array): number {
  return Math.max(...slots.map((slot) => values[slot]!))
}

function scorePeriod(problem: Problem, found: Found, { start, slots }: Period): void {
  const over = latest(slots, problem.end) - start - problem.longestPeriod[slots[0]!]!
  if (over <= 0 || !slots.some((slot) => isOwn(problem, slot))) return
  addFinding(found, 'longest-period', over, problem.weights.warnMinute * over)
}

function scoreGap(
  problem: Problem,
  score: Mutable<Score>,
  found: Found,
  person: number,
  before: Period,
  after: Period,
): void {
  const end = latest(before.slots, problem.end)
  const last = before.slots.find((slot) => problem.end[slot] === end)!
  const first = after.slots[0]!
  const gap = after.start - end
  const hard = latest(before.slots, problem.restAfterHard)
  const soft = hard > 0 ? 0 : latest(before.slots, problem.restAfterSoft)
  if ([...before.slots, ...after.slots].some((slot) => isOwn(problem, slot))) {
    const limit = Math.max(soft, latest(after.slots, problem.restBefore))
    if (gap < hard) score.hard++
    else if (gap < limit) {
      score.warnings.restMinutes += limit - gap
      addFinding(found, 'rest-short', limit - gap, 0)
      charge(score, 'overLimits', limit - gap, problem.weights.warnMinute * (limit - gap))
    } else {
      const short = latest(before.slots, problem.restShown) - gap
      if (short > 0) addFinding(found, 'rest-second-line', short, shownCost(problem, short))
    }
  }
  if (isTogether(problem, last, first)) return
  const close = closeCost(problem, person, gap)
  score.spacing += close
  charge(score, 'spacing', Number(close > 0), close)
}

function scoreWeeks(
  problem: Problem,
  score: Mutable<Score>,
  found: Found,
  person: number,
  slots: readonly number[],
): void {
  const duties = slots.filter((slot) => problem.role[slot] !== ELSEWHERE)
  for (let week = 0; week < problem.weeks; week++) {
    const own = duties.filter((slot) => touchesWeek(problem, slot, week))
    const at = person * problem.weeks + week
    let duty = problem.otherDutyMinutes[at]!
    let total = Math.max(0, problem.otherMinutes[at]!)
    let covered = problem.weekStart[week]!
    for (const slot of own) {
      const from = Math.max(covered, problem.start[slot]!)
      const to = Math.min(problem.weekStart[week + 1]!, problem.end[slot]!)
      if (to <= from) continue
      duty += freeMinutes(problem.otherDuty[person]!, from, to)
      total += freeMinutes(problem.otherWork[person]!, from, to)
      covered = to
    }
    if (own.length === 0 || own.some((slot) => isOwn(problem, slot)))
      tellWeek(problem, found, at, week, duty, total)
    const base = overBase(problem, at, week)
    const over = weekOver(problem, at, week, duty, total)
    score.warnings.overWeekMinutes += over - base
    charge(score, 'overLimits', over - base, overCost(problem, over) - overCost(problem, base))
  }
}

function touchesWeek({ start, end, weekStart }: Problem, slot: number, week: number): boolean {
  return start[slot]! < weekStart[week + 1]! && weekStart[week]! < end[slot]!
}

/** As the rules tell of it, who know no total where other work is only taken for granted. */
function tellWeek(
  problem: Problem,
  found: Found,
  at: number,
  week: number,
  duty: number,
  total: number,
): void {
  const overDuty = duty - problem.weekDutyCap[week]!
  if (overDuty > 0) addFinding(found, 'weekly-duty', overDuty, 0)
  const overTotal = total - problem.weekTotalCap[week]!
  if (overTotal <= 0 || problem.assumed[at] === 1 || problem.otherMinutes[at] === UNKNOWN) return
  addFinding(found, 'weekly-total', overTotal, 0)
}

/** What other work alone is above the caps: no rota can mend it, so it is not the rota's. */
function overBase(problem: Problem, at: number, week: number): number {
  return weekOver(problem, at, week, problem.otherDutyMinutes[at]!, Math.max(0, problem.otherMinutes[at]!))
}

function scoreFairness(
  problem: Problem,
  score: Mutable<Score>,
  slotsOf: readonly (readonly number[])[],
): void {
  const sums = new Float64Array(COUNTERS)
  const costs = new Float64Array(COUNTERS)
  const countsBy = slotsOf.map((slots) => countsOf(problem, slots))
  countsBy.forEach((counts, person) => {
    score.weekendsWorked += counts[WEEKENDS]!
    counts.forEach((value, counter) => {
      const at = person * COUNTERS + counter
      costs[counter]! += countCost(problem, at, value)
      if (problem.share[at]! > 0) sums[counter]! += value
    })
  })
  for (let counter = 0; counter < COUNTERS; counter++) {
    costs[counter]! -= poolCost(problem, counter, sums[counter]!)
    const away = awayFromShares(problem, countsBy, counter, sums[counter]!)
    const name = FAIR[counter] ?? 'hours'
    charge(score, name, name === 'hours' ? away / 60 : away, costs[counter]!)
  }
  const worked = score.weekendsWorked
  charge(score, 'wholeWeekends', worked, problem.weights.weekendWorked * worked)
  score.fairness.hours = costs[0]! + costs[1]! + costs[2]!
  score.fairness.nights = costs[NIGHTS]!
  score.fairness.weekends = costs[WEEKENDS]!
  score.fairness.holidays = costs[HOLIDAYS]!
}

const FAIR: Readonly<Record<number, WeightName>> = {
  [NIGHTS]: 'nights',
  [WEEKENDS]: 'weekends',
  [HOLIDAYS]: 'holidays',
}

/** How far those who share stand from their shares of what they hold together, added up. */
function awayFromShares(
  { share }: Problem,
  countsBy: readonly Int32Array[],
  counter: number,
  sum: number,
): number {
  const shares = countsBy.map((_, person) => share[person * COUNTERS + counter]!)
  const all = shares.reduce((total, own) => total + own, 0)
  return shares.reduce(
    (away, own, person) =>
      own === 0 ? away : away + Math.abs(countsBy[person]![counter]! - (own * sum) / all),
    0,
  )
}

function scoreBlocks(problem: Problem, score: Mutable<Score>, slotsOf: readonly (readonly number[])[]): void {
  const holders = new Int32Array(problem.blocks)
  for (const slots of slotsOf) {
    for (const block of new Set(slots.map((slot) => problem.block[slot]!))) {
      if (block !== NONE) holders[block]!++
    }
  }
  for (const count of holders) score.splitBlocks += Math.max(0, count - 1)
  charge(score, 'together', score.splitBlocks, problem.weights.splitBlock * score.splitBlocks)
}

function scoreQuotas(
  problem: Problem,
  score: Mutable<Score>,
  found: Found,
  slotsOf: readonly (readonly number[])[],
): void {
  const held = new Int32Array(problem.quotas)
  slotsOf.forEach((slots, person) => {
    for (const slot of slots) {
      const quota = problem.quota[person * problem.slots + slot]!
      if (quota !== NONE) held[quota]!++
    }
  })
  held.forEach((count, quota) => {
    score.hard += quotaBreaches(problem, quota, count)
    const below = Math.max(0, problem.quotaLeast[quota]! - count)
    if (below > 0) addFinding(found, 'least-duties', below, 0)
    score.warnings.belowLeast += below
    charge(score, 'leastDuties', below, quotaCost(problem, quota, count))
  })
}
