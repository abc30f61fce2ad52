import { NONE, type Problem } from '../problem.ts'
import { isUnbacked } from '../score/backing.ts'
import { isOwn } from '../score/holding.ts'
import { isDouble, isJudged } from '../score/neighbours.ts'
import type { Roster } from '../search/roster.ts'
import type { Grid } from '../units.ts'

/**
 * Slots of which at least so many must get another holder before a breach is healed. `bridge` is the gap that a slot more in
 * the person's hands could fill instead, or null where only leaving heals.
 */
export interface Conflict {
  readonly slots: readonly number[]
  readonly least: number
  readonly bridge: Gap | null
}

/** A person's minutes without duty, [start, end). */
export interface Gap {
  readonly person: number
  readonly start: number
  readonly end: number
}

/**
 * Every breach by what a person holds, where `around` is NONE; else those that the slot has a part in once the person has it,
 * and where minutes rule the others too.
 */
export function conflictsOf(problem: Problem, roster: Roster, person: number, around: number): Conflict[] {
  const own = slotsOf(problem, roster, person, around)
  const found: Conflict[] = []
  for (const slot of around === NONE ? own : [around]) {
    if (problem.refusal[person * problem.slots + slot] !== 0) found.push(leaving([slot]))
  }
  if (problem.grid === null) {
    addSequence(problem, person, own, found)
    addQuotas(problem, person, own, found)
  } else if (around !== NONE) addUnits(problem.grid, person, own, around, found)
  else for (const slot of own) addUnits(problem.grid, person, own, slot, found)
  return found
}

/** The breach of a first line with nobody behind it: either it or somebody who stands behind it is another's. */
export function backingConflict(problem: Problem, roster: Roster, front: number): Conflict | undefined {
  if (isUnbacked(problem, roster.holder, front) === 0) return undefined
  const { from, items } = problem.backers
  return leaving([front, ...items.subarray(from[front]!, from[front + 1]!)])
}

function leaving(slots: readonly number[], least = 1): Conflict {
  return { slots, least, bridge: null }
}

/** In order of start, with `extra` among them unless it is NONE. */
function slotsOf(problem: Problem, roster: Roster, person: number, extra: number): readonly number[] {
  const base = person * problem.slots
  const own: number[] = []
  let isIn = extra === NONE
  for (let i = base; i < base + roster.length[person]!; i++) {
    const slot = roster.list[i]!
    if (!isIn && slot >= extra) {
      if (slot > extra) own.push(extra)
      isIn = true
    }
    own.push(slot)
  }
  if (!isIn) own.push(extra)
  return own
}

/** Doubles, and hard rests that a later period cuts into. */
function addSequence(problem: Problem, person: number, own: readonly number[], found: Conflict[]): void {
  const { start, end, restAfterHard } = problem
  let former: number[] = []
  let formerEnd = 0
  for (let i = 0; i < own.length; ) {
    const period = [own[i]!]
    let until = end[own[i]!]!
    for (i++; i < own.length && start[own[i]!]! <= until; i++) {
      const slot = own[i]!
      for (const other of period) {
        const isShared = end[other]! > start[slot]! && start[other]! < end[slot]!
        if (isShared && isDouble(problem, other, slot) && isJudged(problem, other, slot))
          found.push(leaving([other, slot]))
      }
      until = Math.max(until, end[slot]!)
      period.push(slot)
    }
    const hard = Math.max(0, ...former.map((slot) => restAfterHard[slot]!))
    if (former.length > 0 && start[period[0]!]! - formerEnd < hard)
      addRest(problem, person, former, period, found)
    former = period
    formerEnd = until
  }
}

function addRest(
  problem: Problem,
  person: number,
  before: readonly number[],
  after: readonly number[],
  found: Conflict[],
): void {
  const end = Math.max(...before.map((slot) => problem.end[slot]!))
  const slots = [...before, ...after]
  if (!slots.some((slot) => isOwn(problem, slot))) return
  const bridge = { person, start: end, end: problem.start[after[0]!]! }
  found.push({ slots, least: 1, bridge })
}

function addQuotas(problem: Problem, person: number, own: readonly number[], found: Conflict[]): void {
  const held = new Map<number, number[]>()
  for (const slot of own) {
    const quota = problem.quota[person * problem.slots + slot]!
    if (quota !== NONE) held.set(quota, [...(held.get(quota) ?? []), slot])
  }
  for (const [quota, slots] of held) {
    const surplus = slots.length - problem.quotaMost[quota]!
    if (surplus > 0) found.push(leaving(slots, surplus))
  }
}

function addUnits(grid: Grid, person: number, own: readonly number[], slot: number, found: Conflict[]): void {
  const { unit, kind, kinds, beside, follows, pairs } = grid
  const at = unit[slot]!
  for (let i = 0; i < own.length; i++) {
    const other = own[i]!
    if (other === slot || unit[other]! < at - 1) continue
    if (unit[other]! > at + 1) break
    const first = other < slot ? other : slot
    const second = other < slot ? slot : other
    const both = kind[first]! * kinds + kind[second]!
    if ((unit[other] === at ? beside[both] : follows[both]) === 1) found.push(leaving([other, slot]))
  }
  addBudget(grid, person, own, slot, found)
  addWindows(grid, own, slot, found)
  for (let i = pairs.from[slot]!; i < pairs.from[slot + 1]!; i++) {
    const other = pairs.items[i]!
    if (pairs.breach[i] === 1 && own.includes(other)) found.push(leaving([other, slot]))
  }
}

function addBudget(
  grid: Grid,
  person: number,
  own: readonly number[],
  slot: number,
  found: Conflict[],
): void {
  const budget = grid.budget[slot]!
  if (budget === NONE) return
  const most = grid.budgetMost[person * grid.budgets + budget]!
  let load = 0
  for (let i = 0; i < own.length; i++) if (grid.budget[own[i]!] === budget) load += grid.load[own[i]!]!
  if (load <= most) return
  const slots = own.filter((other) => grid.budget[other] === budget && grid.load[other]! > 0)
  const heaviest = slots.map((other) => grid.load[other]!).sort((a, b) => b - a)
  let least = 0
  while (load > most && least < heaviest.length) load -= heaviest[least++]!
  found.push(leaving(slots, least))
}

function addWindows(grid: Grid, own: readonly number[], slot: number, found: Conflict[]): void {
  for (const { unit, units, windows } of grid.patterns) {
    const at = unit[slot]!
    if (at === NONE) continue
    for (const { length, most, breach, exempt } of windows) {
      if (breach === 0) continue
      for (let start = Math.max(0, at - length + 1); start <= Math.min(at, units - length); start++) {
        if (countIn(unit, own, start, start + length) <= most || exempt.has(start)) continue
        const slots = own.filter((other) => unit[other]! >= start && unit[other]! < start + length)
        const surplus = new Set(slots.map((other) => unit[other]!)).size - most
        if (surplus > 0) found.push(leaving(slots, surplus))
      }
    }
  }
}

/** Slots in the units [from, to). */
function countIn(unit: Int32Array, own: readonly number[], from: number, to: number): number {
  let count = 0
  for (let i = 0; i < own.length; i++) count += Number(unit[own[i]!]! >= from && unit[own[i]!]! < to)
  return count
}
