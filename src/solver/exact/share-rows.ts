import { COUNTERS, NONE, WEEKENDS } from '../problem.ts'
import { addConvex } from './convex.ts'
import { addColumn, addRow, greatestDivisor, type Linear, type Term } from './linear.ts'
import type { Draft } from './model.ts'
import type { Entry } from './places.ts'

interface Count {
  readonly terms: Term[]
  base: number
}

/** Squared counts of each person, less the squared sums of all who share; and what each worked weekend costs. */
export function addShares(draft: Draft): void {
  const { problem, linear, places } = draft
  const counts = places.entries.map((entries) => {
    const own = Array.from({ length: COUNTERS }, (_, counter) => countOf(draft, entries, counter))
    addWeekends(draft, entries, own[WEEKENDS]!)
    return own
  })
  for (let counter = 0; counter < COUNTERS; counter++) {
    const sum: Count = { terms: [], base: 0 }
    counts.forEach((own, person) => {
      const { terms, base } = own[counter]!
      const at = person * COUNTERS + counter
      const scale = problem.scale[at]!
      const price = (count: number) => scale * count * count
      if (problem.share[at]! > 0) {
        sum.terms.push(...terms)
        sum.base += base
      }
      if (scale === 0) return
      addConvex(linear, { terms, base, price, centre: centreOf(draft, at), branch: counter >= 3 })
      linear.constant -= 0.5
    })
    addPool(draft, sum, counter)
  }
}

/** The count that would be the person's even share of everything. */
function centreOf({ problem }: Draft, at: number): number {
  const counter = at % COUNTERS
  let all = 0
  if (counter === WEEKENDS) all = problem.weekends
  else for (let i = counter; i < problem.amounts.length; i += COUNTERS) all += problem.amounts[i]!
  let shares = 0
  for (let i = counter; i < problem.share.length; i += COUNTERS) shares += problem.share[i]!
  return shares === 0 ? 0 : (all * problem.share[at]!) / shares
}

function countOf({ problem }: Draft, entries: readonly Entry[], counter: number): Count {
  const count: Count = { terms: [], base: 0 }
  for (const { slot, column } of entries) {
    const amount = problem.amounts[slot * COUNTERS + counter]!
    if (amount === 0) continue
    if (column === NONE) count.base += amount
    else count.terms.push([amount, column])
  }
  return count
}

/** A column for each weekend that may come to be worked: 1 exactly where enough minutes of it are held. */
function addWeekends(draft: Draft, entries: readonly Entry[], count: Count): void {
  const { problem, linear } = draft
  const cost = problem.weights.weekendWorked
  for (const [weekend, own] of Map.groupBy(entries, ({ slot }) => problem.weekend[slot]!)) {
    if (weekend === NONE) continue
    const terms: Term[] = []
    let held = 0
    for (const { slot, column } of own) {
      if (column === NONE) held += problem.weekendMinutes[slot]!
      else terms.push([problem.weekendMinutes[slot]!, column])
    }
    const least = problem.weekendLeast[weekend]! - held
    const most = terms.reduce((sum, [minutes]) => sum + minutes, 0)
    if (least <= 0) {
      count.base++
      linear.constant += cost
    } else if (most >= least) {
      const worked = addColumn(linear, { whole: 1, cost })
      count.terms.push([1, worked])
      addWorked(linear, worked, terms, least, most)
    }
  }
}

function addWorked(
  linear: Linear,
  worked: number,
  terms: readonly Term[],
  least: number,
  most: number,
): void {
  for (const [minutes, column] of terms) {
    if (minutes >= least)
      addRow(
        linear,
        [
          [1, worked],
          [-1, column],
        ],
        0,
        Infinity,
      )
  }
  if (terms.some(([minutes]) => minutes < least))
    addRow(linear, [[least - 1 - most, worked], ...terms], -Infinity, least - 1)
  addRow(linear, [[-least, worked], ...terms], 0, Infinity)
}

/** Sums with no more values than this are told apart by a column each. */
const MOST_VALUES = 24

/** Takes away the squared sum: exactly where it can have few values, else along the straight line between its ends. */
function addPool(draft: Draft, { terms, base }: Count, counter: number): void {
  const { problem, linear } = draft
  const pool = problem.pool[counter]!
  if (pool === 0) return
  linear.constant -= 0.5
  const [least, most] = endsOf(draft, terms, base, counter)
  const step = terms.reduce((divisor, [value]) => greatestDivisor(divisor, value), 0)
  const values = step === 0 ? 1 : Math.round((most - least) / step) + 1
  if (values === 1) {
    linear.constant -= pool * least * least
    return
  }
  if (values > MOST_VALUES) {
    linear.constant += pool * (least * most - base * (least + most))
    for (const [value, column] of terms) linear.cost[column]! -= pool * (least + most) * value
    addRow(linear, terms, least - base, most - base)
    return
  }
  const which: Term[] = []
  const sum: Term[] = terms.map(([value, column]) => [-value, column])
  for (let i = 0; i < values; i++) {
    const value = least + i * step
    const column = addColumn(linear, { whole: 1, cost: -pool * value * value })
    which.push([1, column])
    sum.push([value, column])
  }
  addRow(linear, which, 1, 1)
  addRow(linear, sum, base, base)
}

/** The least and most that all who share can come to hold together, as steps from the base. */
function endsOf(draft: Draft, terms: readonly Term[], base: number, counter: number): [number, number] {
  const { problem, places } = draft
  if (counter === WEEKENDS) return [base, base + terms.length]
  let least = base
  let most = base
  const counted = new Set(terms.map(([, column]) => column))
  places.slots.forEach((slots, place) => {
    const amount = problem.amounts[slots[0]! * COUNTERS + counter]! * slots.length
    if (amount === 0) return
    let isSure = problem.conditional[slots[0]!] === 0 && draft.open === 0
    let isPossible = false
    for (let at = place; at < places.column.length; at += places.slots.length) {
      const column = places.column[at]!
      if (column === NONE) continue
      if (counted.has(column)) isPossible = true
      else isSure = false
    }
    if (isPossible) most += amount
    if (isPossible && isSure) least += amount
  })
  return [least, most]
}
