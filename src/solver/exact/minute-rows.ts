import { COUNTERS, NONE, type Problem } from '../problem.ts'
import { isUnbacked } from '../score/backing.ts'
import { scoreOf } from '../score/score.ts'
import type { Together } from './clashes.ts'
import { addGaps, addRest } from './gap-rows.ts'
import { addColumn, addRow, type Term } from './linear.ts'
import type { Draft } from './model.ts'
import { type Entry, split } from './places.ts'
import { addShares } from './share-rows.ts'
import { addWeeks } from './week-rows.ts'

/** A text that two seats of one need share when nothing tells them apart. */
export function likenessOfMinutes(problem: Problem): (slot: number) => string {
  const { slots, staff } = problem
  return (slot) => {
    const persons = Array.from({ length: staff }, (_, person) => {
      const pair = person * slots + slot
      return [
        problem.refusal[pair] === 0 ? 0 : 1,
        problem.able[pair],
        problem.pairCost[pair],
        problem.heavy[pair],
        problem.quota[pair],
      ]
    })
    return JSON.stringify([
      [problem.need[slot], problem.start[slot], problem.end[slot], problem.role[slot], problem.line[slot]],
      [problem.block[slot], problem.weekend[slot], problem.weekendMinutes[slot], problem.conditional[slot]],
      [...problem.amounts.subarray(slot * COUNTERS, (slot + 1) * COUNTERS)],
      persons,
    ])
  }
}

/**
 * Rows and costs of what is asked by minutes. Rest and gaps are judged between merged periods, which rows on pairs of slots only
 * come near; limits on long stretches are left out, as they can only add to the cost.
 */
export function addMinutes(draft: Draft, together: readonly Together[]): void {
  const { problem, places } = draft
  draft.isExact = false
  draft.unmendable += breachesHeld(draft)
  places.entries.forEach((entries, person) => {
    addRest(draft, entries, together[person]!)
    if (!draft.isCosted) return
    addOwn(draft, entries, person)
    addOfficeDays(draft, entries, person)
    addGaps(draft, entries, person, together[person]!)
    addWeeks(draft, entries, person, together[person]!)
  })
  addQuotas(draft)
  if (!draft.isCosted) return
  addBlocks(draft)
  addShares(draft)
  draft.rounding += problem.staff * COUNTERS + COUNTERS
}

/** Breaches between what is held in any case, but for backup, which is counted with its rows. */
function breachesHeld({ problem, places }: Draft): number {
  const { held } = places
  let unbacked = 0
  for (let slot = 0; slot < problem.slots; slot++) unbacked += isUnbacked(problem, held, slot)
  return scoreOf(problem, held).hard - unbacked
}

function addOwn({ problem, linear }: Draft, entries: readonly Entry[], person: number): void {
  for (const { slot, column } of entries) {
    const cost = problem.pairCost[person * problem.slots + slot]!
    if (column === NONE) linear.constant += cost
    else linear.cost[column]! += cost
  }
}

/** One for each night before a day of other work, and one for each block that holds any. */
function addOfficeDays(draft: Draft, entries: readonly Entry[], person: number): void {
  const { problem, linear } = draft
  const heavy = entries.filter(({ slot }) => problem.heavy[person * problem.slots + slot] === 1)
  for (const [block, own] of Map.groupBy(heavy, ({ slot }) => problem.block[slot]!)) {
    const parts = block === NONE ? own.map((entry) => [entry]) : [own]
    for (const part of parts) {
      const held = anyOf(draft, part)
      if (held === true) linear.constant += problem.weights.officeDay
      else linear.cost[held]! += problem.weights.officeDay
    }
  }
}

/** A column that is 1 where any of some entries is held, and may be 0 elsewhere; true where one is held in any case. */
function anyOf({ linear }: Draft, entries: readonly Entry[]): true | number {
  const { columns, fixed } = split(entries)
  if (fixed > 0) return true
  if (columns.length === 1) return columns[0]!
  const any = addColumn(linear, {})
  for (const column of columns)
    addRow(
      linear,
      [
        [1, any],
        [-1, column],
      ],
      0,
      Infinity,
    )
  return any
}

function addQuotas(draft: Draft): void {
  const { problem, linear, places } = draft
  const counted = places.entries.flatMap((entries, person) =>
    entries.map((entry) => ({ ...entry, quota: problem.quota[person * problem.slots + entry.slot]! })),
  )
  const byQuota = Map.groupBy(counted, ({ quota }) => quota)
  for (let quota = 0; quota < problem.quotas; quota++) {
    const { columns, fixed } = split(byQuota.get(quota) ?? [])
    const terms = columns.map((column): Term => [1, column])
    addRow(linear, terms, -Infinity, Math.max(0, problem.quotaMost[quota]! - fixed))
    const missing = problem.quotaLeast[quota]! - fixed
    if (!draft.isCosted || missing <= 0) continue
    const short = addColumn(linear, { upper: missing, cost: problem.weights.belowLeast })
    addRow(linear, [[1, short], ...terms], missing, Infinity)
  }
}

/** Every holder of a block after the first. */
function addBlocks(draft: Draft): void {
  const { problem, linear, places } = draft
  const held = new Map<number, { fixed: number; terms: Term[] }>()
  for (const entries of places.entries) {
    for (const [block, own] of Map.groupBy(entries, ({ slot }) => problem.block[slot]!)) {
      if (block === NONE) continue
      const sum = held.get(block) ?? { fixed: 0, terms: [] }
      const any = anyOf(draft, own)
      if (any === true) sum.fixed++
      else sum.terms.push([1, any])
      held.set(block, sum)
    }
  }
  for (const { fixed, terms } of held.values()) {
    if (terms.length === 0) {
      linear.constant += problem.weights.splitBlock * Math.max(0, fixed - 1)
      continue
    }
    const more = addColumn(linear, { upper: Infinity, cost: problem.weights.splitBlock })
    addRow(
      linear,
      [[1, more], ...terms.map(([value, column]): Term => [-value, column])],
      fixed - 1,
      Infinity,
    )
  }
}
