import { COUNTERS, NONE, WEEKENDS } from '../problem.ts'
import { addConvex } from './convex.ts'
import { addColumn, addRow, type Linear, type Term } from './linear.ts'
import type { Draft } from './model.ts'
import type { Entry } from './places.ts'

interface Count {
  readonly terms: Term[]
  base: number
}

/** How unevenly each counter is shared, and what each worked weekend costs. */
export function addShares(draft: Draft): void {
  const { places } = draft
  const counts = places.entries.map((entries) => {
    const own = Array.from({ length: COUNTERS }, (_, counter) => countOf(draft, entries, counter))
    addWeekends(draft, entries, own[WEEKENDS]!)
    return own
  })
  for (let counter = 0; counter < COUNTERS; counter++) {
    const own = counts.map((all) => all[counter]!)
    const sharing = own.filter((_, person) => draft.problem.share[person * COUNTERS + counter]! > 0)
    const terms = sharing.flatMap((count) => count.terms)
    const base = sharing.reduce((sum, count) => sum + count.base, 0)
    const [least, most] = endsOf(draft, terms, base, counter)
    if (least === most) addAlone(draft, own, counter, least)
    else addAgainstSum(draft, own, counter, { terms, base })
  }
}

/** Where what all hold together is known, the squared counts of each person, less the squared sum: exact for every count. */
function addAlone(draft: Draft, counts: readonly Count[], counter: number, sum: number): void {
  draft.linear.constant -= draft.problem.pool[counter]! * sum * sum + 0.5
  counts.forEach((count, person) => {
    addSquare(draft, count, person * COUNTERS + counter)
  })
}

function addSquare(draft: Draft, { terms, base }: Count, at: number): void {
  const { problem, linear } = draft
  const scale = problem.scale[at]!
  if (scale === 0) return
  const price = (count: number) => scale * count * count
  addConvex(linear, { terms, base, price, centre: centreOf(draft, at), branch: at % COUNTERS >= 3 })
  linear.constant -= 0.5
}

/**
 * Where the sum depends on the choice: each person's square of the distance from their part of it, which comes to the same and is
 * never below 0. The distances lie anywhere, so that the squares are only touched from below.
 */
function addAgainstSum(
  draft: Draft,
  counts: readonly Count[],
  counter: number,
  { terms, base }: Count,
): void {
  const { problem, linear } = draft
  const sum = addColumn(linear, { lower: -Infinity, upper: Infinity })
  addRow(linear, [[-1, sum], ...terms], -base, -base)
  const all = problem.pool[counter]! === 0 ? 0 : problem.points[counter]! / problem.pool[counter]!
  linear.constant -= 0.5
  counts.forEach((count, person) => {
    const at = person * COUNTERS + counter
    if (problem.share[at] === 0) addSquare(draft, count, at)
    else if (problem.scale[at]! > 0 && all > 0) {
      const part = problem.points[counter]! / problem.scale[at]! / all
      linear.constant -= 0.5
      addTouchedSquare(
        linear,
        { terms: [...count.terms, [-part, sum]], base: count.base },
        problem.scale[at]!,
      )
    }
  })
}

/** Distances at which squares are touched, in units of the point where a square comes to `UNIT` points. */
const TOUCHED = [0.25, 0.5, 0.75, 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 14, 20, 30, 45, 70]
const UNIT = 500

function addTouchedSquare(linear: Linear, { terms, base }: Count, scale: number): void {
  const square = addColumn(linear, { upper: Infinity, cost: 1 })
  const unit = Math.sqrt(UNIT / scale)
  for (const distance of TOUCHED.flatMap((times) => [times * unit, -times * unit])) {
    const rise = 2 * scale * distance
    const row = terms.map(([value, column]): Term => [-rise * value, column])
    addRow(linear, [[1, square], ...row], rise * base - scale * distance * distance, Infinity)
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
