import { COUNTERS, NONE, type Problem, WEEKENDS, WEEKS_PER_SLOT } from '../problem.ts'
import { chargeBacking, concernsBacking } from '../score/backing.ts'
import { countCost, overCost, poolCost, quotaBreaches, quotaCost, weekOver } from '../score/cost.ts'
import { overlappedMinutes } from '../score/overlapped.ts'
import { scoreOf } from '../score/score.ts'
import type { Grid } from '../units.ts'
import { emptyJournal, type Journal, takeBack } from './journal.ts'
import { countLimits, emptyLimits, type LimitState, stretchCost } from './limit-state.ts'
import { addPrice, farthest, priced, widestOf } from './price.ts'
import { recount, seat } from './seat.ts'
import { chargeSequence } from './sequence.ts'
import { emptyUnits, type UnitState } from './unit-state.ts'

/**
 * Who holds what, with every sum that the cost of one change needs. All of it follows from `holder`. Person p's slots stand
 * in `list` from `p * slots` on, in order of start; `reach` holds the latest end up to and including each of them.
 */
export interface Roster {
  readonly holder: Int16Array
  readonly list: Int16Array
  readonly reach: Int32Array
  readonly length: Int32Array
  readonly counts: Int32Array
  /** Sums over those who share, by counter. */
  readonly sums: Int32Array
  readonly weekDuty: Int32Array
  readonly weekTotal: Int32Array
  readonly weekendMinutes: Int32Array
  /** Slots and office-heavy slots per person and block; holders per block. */
  readonly blockHeld: Uint8Array
  readonly blockHeavy: Uint8Array
  readonly blockHolders: Uint8Array
  readonly quotaHeld: Int32Array
  readonly limits: LimitState
  readonly journal: Journal
  /** Null where minutes rule. */
  readonly units: UnitState | null
  /** Breaches of hard rules, each counted once. */
  hard: number
  /** Everything else, weighed. */
  cost: number
  /** Slots that are missed: open and not conditional. */
  open: number
  /** Changes since the last commit, as slot and former holder by turns. */
  readonly log: Int32Array
  logged: number
}

const LOG_LENGTH = 4096
const BEFORE_ALL = -0x80000000

/** A roster in which only what is fixed is held; `hard` and `cost` are not yet set. */
function emptyRoster(problem: Problem): Roster {
  const { slots, staff, weekends, blocks, quotas } = problem
  const roster: Roster = {
    holder: new Int16Array(slots).fill(NONE),
    list: new Int16Array(staff * slots),
    reach: new Int32Array(problem.grid === null ? staff * slots : 0),
    length: new Int32Array(staff),
    counts: new Int32Array(staff * COUNTERS),
    sums: new Int32Array(COUNTERS),
    weekDuty: problem.otherDutyMinutes.slice(),
    weekTotal: startingTotals(problem),
    weekendMinutes: new Int32Array(staff * weekends),
    blockHeld: new Uint8Array(staff * blocks),
    blockHeavy: new Uint8Array(staff * blocks),
    blockHolders: new Uint8Array(blocks),
    quotaHeld: new Int32Array(quotas),
    limits: emptyLimits(problem),
    journal: emptyJournal(),
    units: problem.grid === null ? null : emptyUnits(problem, problem.grid),
    hard: 0,
    cost: 0,
    open: 0,
    log: new Int32Array(LOG_LENGTH),
    logged: 0,
  }
  if (problem.grid !== null)
    for (let person = 0; person < staff; person++) recount(problem, problem.grid, roster, person)
  for (let slot = 0; slot < slots; slot++) {
    roster.open += missed(problem, slot, NONE)
    const person = problem.fixedTo[slot]!
    if (person !== NONE) setHolder(problem, roster, slot, person, true)
  }
  return roster
}

/** The roster of given holders, charged in full. */
export function rosterOf(problem: Problem, holder: Int16Array): Roster {
  const roster = emptyRoster(problem)
  for (const slot of problem.movable) setHolder(problem, roster, slot, holder[slot]!, true)
  const score = scoreOf(problem, roster.holder)
  roster.hard = score.hard
  roster.cost = score.total
  countSpreads(problem, roster)
  return roster
}

/** Brings the spreads up to date; returns by how much they rose. */
export function countSpreads(problem: Problem, roster: Roster): number {
  if (problem.grid === null || roster.units === null) return 0
  const { spreads } = problem.grid
  const { spreadCost } = roster.units
  let rise = 0
  for (let i = 0; i < spreads.length; i++) {
    const { points, step } = spreads[i]!
    const wide = widestOf(spreads[i]!, roster.counts)
    const now = points * Math.ceil(wide / step)
    roster.units.spreadWide[i] = wide
    roster.units.spreadTop.set(farthest, 2 * i)
    rise += now - spreadCost[i]!
    spreadCost[i] = now
  }
  return rise
}

function missed(problem: Problem, slot: number, person: number): 0 | 1 {
  return person === NONE && problem.conditional[slot] === 0 ? 1 : 0
}

function startingTotals(problem: Problem): Int32Array {
  return problem.otherMinutes.map((minutes) => Math.max(0, minutes))
}

/** Gives a slot to a person (or to nobody) and adds what that changes to `hard` and `cost`. */
export function assign(problem: Problem, roster: Roster, slot: number, person: number): void {
  const former = roster.holder[slot]!
  if (former === person) return
  if (roster.logged + 2 > LOG_LENGTH) throw new Error(`more than ${LOG_LENGTH / 2} changes before a commit`)
  if (roster.logged === 0) roster.journal.length = 0
  roster.journal.marks[roster.logged >> 1] = roster.journal.length
  roster.journal.isKept = true
  roster.log[roster.logged++] = slot
  roster.log[roster.logged++] = former
  const isBacking = concernsBacking(problem, slot, former, person)
  if (isBacking) chargeBacking(problem, roster, slot, -1)
  if (problem.grid !== null) chargeUnits(problem, problem.grid, roster, former, slot, NONE)
  else if (former !== NONE) {
    chargeSequence(problem, roster, former, slot, -1)
    roster.cost -= stretchCost(problem, roster, former, slot)
    unlink(problem, roster, slot, former, true)
    chargeSequence(problem, roster, former, slot, 1)
  }
  roster.holder[slot] = person
  roster.cost += problem.weights.open * countOpen(problem, roster, slot, former, person)
  if (problem.grid !== null) {
    chargeUnits(problem, problem.grid, roster, person, NONE, slot)
    roster.cost += countSpreads(problem, roster)
  } else if (person !== NONE) {
    chargeSequence(problem, roster, person, slot, -1)
    link(problem, roster, slot, person, true)
    chargeSequence(problem, roster, person, slot, 1)
    roster.cost += stretchCost(problem, roster, person, slot)
  }
  if (isBacking) chargeBacking(problem, roster, slot, 1)
}

/** Takes `lose` from a person, or gives `gain`, and charges it at the price that it would have been told at. */
function chargeUnits(
  problem: Problem,
  grid: Grid,
  roster: Roster,
  person: number,
  lose: number,
  gain: number,
): void {
  if (person === NONE) return
  priced[0] = 0
  priced[1] = 0
  addPrice(problem, grid, roster, person, lose, gain)
  roster.hard += priced[0]
  roster.cost += priced[1]
  if (lose !== NONE) seat(problem, grid, roster, lose, person, -1)
  else seat(problem, grid, roster, gain, person, 1)
  recount(problem, grid, roster, person)
}

/** Sets a holder without charging rest, overlap or backup: for building up and for taking back. */
function setHolder(
  problem: Problem,
  roster: Roster,
  slot: number,
  person: number,
  withLimits: boolean,
): void {
  const former = roster.holder[slot]!
  if (problem.grid !== null) {
    resetHolder(problem, problem.grid, roster, slot, former, person)
    return
  }
  roster.journal.isKept = false
  if (former !== NONE) unlink(problem, roster, slot, former, withLimits)
  roster.holder[slot] = person
  countOpen(problem, roster, slot, former, person)
  if (person !== NONE) link(problem, roster, slot, person, withLimits)
}

function resetHolder(
  problem: Problem,
  grid: Grid,
  roster: Roster,
  slot: number,
  former: number,
  person: number,
): void {
  roster.holder[slot] = person
  countOpen(problem, roster, slot, former, person)
  if (former !== NONE) {
    seat(problem, grid, roster, slot, former, -1)
    recount(problem, grid, roster, former)
  }
  if (person !== NONE) {
    seat(problem, grid, roster, slot, person, 1)
    recount(problem, grid, roster, person)
  }
}

function countOpen(problem: Problem, roster: Roster, slot: number, former: number, person: number): number {
  const change = missed(problem, slot, person) - missed(problem, slot, former)
  roster.open += change
  return change
}

/** Takes back every change after `mark` in the log; `hard` and `cost` are those that held then. */
export function rollBack(problem: Problem, roster: Roster, mark: number, hard: number, cost: number): void {
  if (roster.logged > mark) takeBack(roster.journal, roster.journal.marks[mark >> 1]!)
  while (roster.logged > mark) {
    roster.logged -= 2
    setHolder(problem, roster, roster.log[roster.logged]!, roster.log[roster.logged + 1]!, false)
  }
  roster.hard = hard
  roster.cost = cost
  countSpreads(problem, roster)
}

function link(problem: Problem, roster: Roster, slot: number, person: number, withLimits: boolean): void {
  const base = person * problem.slots
  const { list, reach } = roster
  const length = roster.length[person]!
  let at = length
  while (at > 0 && list[base + at - 1]! > slot) {
    list[base + at] = list[base + at - 1]!
    at--
  }
  list[base + at] = slot
  roster.length[person] = length + 1
  let end = at > 0 ? reach[base + at - 1]! : BEFORE_ALL
  for (let i = at; i <= length; i++) {
    end = Math.max(end, problem.end[list[base + i]!]!)
    reach[base + i] = end
  }
  const isShared =
    (at > 0 && reach[base + at - 1]! > problem.start[slot]!) ||
    (at < length && problem.start[list[base + at + 1]!]! < problem.end[slot]!)
  count(problem, roster, slot, person, 1, isShared)
  if (withLimits) roster.cost += countLimits(problem, roster.limits, roster.journal, roster, slot, person)
}

function unlink(problem: Problem, roster: Roster, slot: number, person: number, withLimits: boolean): void {
  const base = person * problem.slots
  const { list, reach } = roster
  const length = roster.length[person]! - 1
  roster.length[person] = length
  let at = findPlace(list, base, length + 1, slot)
  const isShared =
    (at > 0 && reach[base + at - 1]! > problem.start[slot]!) ||
    (at < length && problem.start[list[base + at + 1]!]! < problem.end[slot]!)
  let end = at > 0 ? reach[base + at - 1]! : BEFORE_ALL
  for (; at < length; at++) {
    const next = list[base + at + 1]!
    list[base + at] = next
    end = Math.max(end, problem.end[next]!)
    reach[base + at] = end
  }
  count(problem, roster, slot, person, -1, isShared)
  if (withLimits) roster.cost += countLimits(problem, roster.limits, roster.journal, roster, slot, person)
}

/** First index in [0, length) of a person's list whose slot is not before `slot`. */
export function findPlace(list: Int16Array, base: number, length: number, slot: number): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[base + middle]! < slot) low = middle + 1
    else high = middle
  }
  return low
}

/** Moves every sum by one slot and charges the difference. `isShared` when another of the person's slots overlaps it. */
function count(
  problem: Problem,
  roster: Roster,
  slot: number,
  person: number,
  sign: 1 | -1,
  isShared: boolean,
): void {
  const pair = person * problem.slots + slot
  if (problem.refusal[pair] !== 0) roster.hard += sign
  roster.cost += sign * problem.pairCost[pair]!
  for (let counter = 0; counter < COUNTERS; counter++) {
    const amount = problem.amounts[slot * COUNTERS + counter]!
    if (amount !== 0) addCount(problem, roster, person, counter, sign * amount)
  }
  const quota = problem.quota[pair]!
  if (quota !== NONE) countQuota(problem, roster, quota, sign)
  countWeekend(problem, roster, slot, person, sign)
  countBlock(problem, roster, slot, person, sign)
  for (let i = 0; i < WEEKS_PER_SLOT; i++) {
    const week = problem.week[slot * WEEKS_PER_SLOT + i]!
    if (week === NONE) break
    let duty = problem.addedDutyMinutes[pair * WEEKS_PER_SLOT + i]!
    let added = problem.addedMinutes[pair * WEEKS_PER_SLOT + i]!
    if (isShared) {
      duty -= overlappedMinutes(problem, roster, person, slot, week, problem.otherDuty[person]!)
      added -= overlappedMinutes(problem, roster, person, slot, week, problem.otherWork[person]!)
    }
    addWeek(problem, roster, person, week, sign * duty, sign * added)
  }
}

function addCount(problem: Problem, roster: Roster, person: number, counter: number, by: number): void {
  const at = person * COUNTERS + counter
  const former = roster.counts[at]!
  roster.counts[at] = former + by
  roster.cost += countCost(problem, at, former + by) - countCost(problem, at, former)
  if (problem.share[at] === 0) return
  const sum = roster.sums[counter]!
  roster.sums[counter] = sum + by
  roster.cost -= poolCost(problem, counter, sum + by) - poolCost(problem, counter, sum)
}

function addWeek(
  problem: Problem,
  roster: Roster,
  person: number,
  week: number,
  duty: number,
  added: number,
): void {
  const at = person * problem.weeks + week
  const formerDuty = roster.weekDuty[at]!
  const formerTotal = roster.weekTotal[at]!
  roster.weekDuty[at] = formerDuty + duty
  roster.weekTotal[at] = formerTotal + added
  roster.cost +=
    overCost(problem, weekOver(problem, at, week, formerDuty + duty, formerTotal + added)) -
    overCost(problem, weekOver(problem, at, week, formerDuty, formerTotal))
}

function countQuota(problem: Problem, roster: Roster, quota: number, sign: 1 | -1): void {
  const former = roster.quotaHeld[quota]!
  const now = former + sign
  roster.quotaHeld[quota] = now
  roster.hard += quotaBreaches(problem, quota, now) - quotaBreaches(problem, quota, former)
  roster.cost += quotaCost(problem, quota, now) - quotaCost(problem, quota, former)
}

function countWeekend(problem: Problem, roster: Roster, slot: number, person: number, sign: 1 | -1): void {
  const weekend = problem.weekend[slot]!
  if (weekend === NONE) return
  const at = person * problem.weekends + weekend
  const least = problem.weekendLeast[weekend]!
  const former = roster.weekendMinutes[at]!
  const now = former + sign * problem.weekendMinutes[slot]!
  roster.weekendMinutes[at] = now
  const change = Number(now >= least) - Number(former >= least)
  if (change === 0) return
  roster.cost += change * problem.weights.weekendWorked
  addCount(problem, roster, person, WEEKENDS, change)
}

function countBlock(problem: Problem, roster: Roster, slot: number, person: number, sign: 1 | -1): void {
  const heavy = problem.heavy[person * problem.slots + slot]!
  const block = problem.block[slot]!
  const { weights } = problem
  if (block === NONE) {
    roster.cost += sign * weights.officeDay * heavy
    return
  }
  const at = person * problem.blocks + block
  const held = roster.blockHeld[at]! + sign
  roster.blockHeld[at] = held
  if (held === (sign === 1 ? 1 : 0)) {
    const former = roster.blockHolders[block]!
    roster.blockHolders[block] = former + sign
    roster.cost += weights.splitBlock * (Math.max(1, former + sign) - Math.max(1, former))
  }
  if (heavy === 0) return
  const nights = roster.blockHeavy[at]! + sign
  roster.blockHeavy[at] = nights
  if (nights === (sign === 1 ? 1 : 0)) roster.cost += sign * weights.officeDay
}
