import { COUNTERS, NONE, type Problem } from '../problem.ts'
import type { Grid, Pattern, Spread } from '../units.ts'
import { areApart, type Together } from './clashes.ts'
import { addConvex } from './convex.ts'
import { addColumn, addRow, type Term } from './linear.ts'
import type { Draft, ExactOptions } from './model.ts'
import { type Clash, type Entry, split } from './places.ts'

/** Two slots of one unit, of one unit and the next, or named as a pair, that cannot be one person's. */
export function clashOfUnits(_problem: Problem, { unit, kind, kinds, beside, follows, pairs }: Grid): Clash {
  return (before, after) => {
    const gap = unit[after]! - unit[before]!
    const at = kind[before]! * kinds + kind[after]!
    if (gap === 0 && beside[at] === 1) return true
    if (gap === 1 && follows[at] === 1) return true
    for (let i = pairs.from[before]!; i < pairs.from[before + 1]!; i++) {
      if (pairs.items[i] === after && pairs.breach[i] === 1) return true
    }
    return false
  }
}

/** How far on a slot can clash with a later one. */
export function reachOfUnits({ unit, pairs }: Grid): (before: number, after: number) => boolean {
  const last = Int32Array.from(unit, (_, slot) => {
    let furthest = unit[slot]! + 1
    for (let i = pairs.from[slot]!; i < pairs.from[slot + 1]!; i++)
      furthest = Math.max(furthest, unit[pairs.items[i]!]!)
    return furthest
  })
  return (before, after) => unit[after]! <= last[before]!
}

/** A text that two slots share only if nothing tells them apart, and one person can hold but one of them. */
export function likenessOfUnits(
  problem: Problem,
  grid: Grid,
  objective: ExactOptions['objective'],
): (slot: number) => string | null {
  const { slots, staff } = problem
  return (slot) => {
    const kind = grid.kind[slot]!
    const isPaired = grid.pairs.from[slot] !== grid.pairs.from[slot + 1]
    if (isPaired || grid.beside[kind * grid.kinds + kind] === 0) return null
    if (objective === 'changes' && problem.conditional[slot] === 1) return null
    const persons = Array.from({ length: staff }, (_, person) => {
      const pair = person * slots + slot
      return [problem.refusal[pair] === 0 ? 0 : 1, problem.able[pair], problem.wishPoints[pair]]
    })
    return JSON.stringify([
      [grid.unit[slot], kind, grid.budget[slot], grid.load[slot]],
      grid.patterns.map((pattern) => pattern.unit[slot]),
      [...problem.amounts.subarray(slot * COUNTERS, (slot + 1) * COUNTERS)],
      [
        problem.start[slot],
        problem.end[slot],
        problem.role[slot],
        problem.line[slot],
        problem.conditional[slot],
      ],
      persons,
    ])
  }
}

/** Rows and costs of everything that the rules of units ask, beside clashes and backup. */
export function addUnits(draft: Draft, grid: Grid, together: readonly Together[]): void {
  draft.places.entries.forEach((entries, person) => {
    addOwn(draft, entries, person)
    addBudgets(draft, grid, entries, person)
    for (const pattern of grid.patterns) addPattern(draft, pattern, entries, together[person]!)
    if (draft.isCosted) for (const counter of grid.counters) addCount(draft, grid, entries, person, counter)
  })
  addFixedClashes(draft, grid)
  if (!draft.isCosted) return
  addPairCosts(draft, grid)
  for (const spread of grid.spreads) addSpread(draft, spread)
}

/** What each pair costs by itself; a refused pair that is fixed stays a breach. */
function addOwn(draft: Draft, entries: readonly Entry[], person: number): void {
  const { problem, linear } = draft
  for (const { slot, column } of entries) {
    const pair = person * problem.slots + slot
    if (column === NONE) linear.constant += problem.wishPoints[pair]!
    else if (draft.isCosted) linear.cost[column]! += problem.wishPoints[pair]!
  }
}

function addFixedClashes(draft: Draft, grid: Grid): void {
  const { problem, places } = draft
  const { unit, kind, kinds, beside, follows, pairs } = grid
  places.entries.forEach((entries, person) => {
    const fixed = entries.filter(({ column }) => column === NONE).map(({ slot }) => slot)
    fixed.forEach((a, index) => {
      draft.unmendable += Number(problem.refusal[person * problem.slots + a] !== 0)
      for (const b of fixed.slice(index + 1)) {
        const at = kind[a]! * kinds + kind[b]!
        if (unit[b] === unit[a]) draft.unmendable += beside[at]!
        if (unit[b] === unit[a]! + 1) draft.unmendable += follows[at]!
        for (let i = pairs.from[a]!; i < pairs.from[a + 1]!; i++)
          if (pairs.items[i] === b) draft.unmendable += pairs.breach[i]!
      }
    })
  })
}

function addBudgets(draft: Draft, grid: Grid, entries: readonly Entry[], person: number): void {
  const byBudget = Map.groupBy(entries, ({ slot }) => grid.budget[slot]!)
  for (const [budget, own] of byBudget) {
    if (budget === NONE) continue
    const most = grid.budgetMost[person * grid.budgets + budget]!
    const fixed = own.reduce((sum, { slot, column }) => sum + (column === NONE ? grid.load[slot]! : 0), 0)
    if (fixed > most) draft.unmendable++
    else {
      const terms = own.flatMap(({ slot, column }): Term[] =>
        column === NONE ? [] : [[grid.load[slot]!, column]],
      )
      addRow(draft.linear, terms, -Infinity, most - fixed)
    }
  }
}

/** Whether a person holds something in a unit: in any case, never, or as these columns add up. */
type Held = true | readonly number[]

function addPattern(draft: Draft, pattern: Pattern, entries: readonly Entry[], together: Together): void {
  const byUnit = Map.groupBy(
    entries.filter(({ slot }) => pattern.unit[slot] !== NONE),
    ({ slot }) => pattern.unit[slot]!,
  )
  const held = new Map([...byUnit].map(([unit, own]) => [unit, heldIn(draft, own, together)] as const))
  for (const { length, most, breach, cost, exempt } of pattern.windows) {
    if (breach === 0 && (cost === 0 || !draft.isCosted)) continue
    for (let first = 0; first + length <= pattern.units; first++) {
      if (exempt.has(first)) continue
      const inside = Array.from({ length }, (_, i) => held.get(first + i) ?? [])
      const fixed = inside.filter((one) => one === true).length
      const possible = inside.filter((one) => one === true || one.length > 0).length
      if (possible <= most) continue
      const terms = inside.flatMap((one) => (one === true ? [] : one.map((column): Term => [1, column])))
      if (breach === 1 && fixed > most) draft.unmendable++
      if (breach === 1 && fixed <= most) addRow(draft.linear, terms, -Infinity, most - fixed)
      else if (cost > 0 && draft.isCosted) {
        const over = addColumn(draft.linear, { upper: length, cost, grain: 1 })
        addRow(draft.linear, [[1, over], ...terms.map(([v, c]): Term => [-v, c])], fixed - most, Infinity)
      }
    }
  }
}

/** A column of its own where several places lie in the unit, so that a solver can branch on working or not. */
function heldIn({ linear }: Draft, entries: readonly Entry[], together: Together): Held {
  const { columns, fixed } = split(entries)
  if (fixed > 0) return true
  if (columns.length <= 1) return columns
  const held = addColumn(linear, { whole: 1 })
  const isApart = areApart(together, columns)
  if (isApart) addRow(linear, [[-1, held], ...columns.map((column): Term => [1, column])], 0, 0)
  else {
    for (const column of columns)
      addRow(
        linear,
        [
          [1, held],
          [-1, column],
        ],
        0,
        Infinity,
      )
  }
  return [held]
}

function addCount(
  draft: Draft,
  grid: Grid,
  entries: readonly Entry[],
  person: number,
  counter: number,
): void {
  const { problem, linear } = draft
  const steep = grid.steep[counter]!
  const squared = grid.squared[counter]!
  if (steep === 0 && squared === 0) return
  const target = grid.target[person * COUNTERS + counter]!
  const { terms, base } = countOf(problem, entries, counter)
  const price = (count: number) => {
    const away = count - target
    return steep * Math.abs(away) + squared * away * away
  }
  if (!addConvex(linear, { terms, base, price, centre: target, branch: squared > 0 })) draft.isExact = false
}

function countOf(
  problem: Problem,
  entries: readonly Entry[],
  counter: number,
): { readonly terms: Term[]; readonly base: number } {
  const terms: Term[] = []
  let base = 0
  for (const { slot, column } of entries) {
    const amount = problem.amounts[slot * COUNTERS + counter]!
    if (amount === 0) continue
    if (column === NONE) base += amount
    else terms.push([amount, column])
  }
  return { terms, base }
}

function addPairCosts(draft: Draft, { pairs }: Grid): void {
  for (let a = 0; a < draft.problem.slots; a++) {
    for (let i = pairs.from[a]!; i < pairs.from[a + 1]!; i++) {
      const b = pairs.items[i]!
      if (b > a && pairs.cost[i] !== 0) addPairCost(draft, a, b, pairs.cost[i]!, pairs.breach[i] === 1)
    }
  }
}

/** At most one person holds both, so one column serves all. */
function addPairCost(draft: Draft, a: number, b: number, cost: number, isBreach: boolean): void {
  const { linear, places } = draft
  const rows: number[][] = []
  places.entries.forEach((_, person) => {
    const held = [a, b].map((slot) => columnOf(draft, person, slot))
    const possible = held.filter((one) => one !== null)
    if (possible.length < held.length) return
    const columns = possible.filter((one) => one !== NONE)
    if (columns.length === 0) linear.constant += cost
    else if (columns.length === 1) linear.cost[columns[0]!]! += cost
    else rows.push(columns)
  })
  if (rows.length === 0 || isBreach) return
  if (cost < 0) {
    linear.constant += cost
    draft.isExact = false
    return
  }
  const both = addColumn(linear, { cost, grain: 1 })
  for (const columns of rows)
    addRow(linear, [[1, both], ...columns.map((column): Term => [-1, column])], -1, Infinity)
}

/** A person's column of a slot; NONE where it is held in any case, null where it can't be. */
function columnOf({ places }: Draft, person: number, slot: number): number | null {
  const place = places.placeOf[slot]!
  if (place === NONE) return places.held[slot] === person ? NONE : null
  const column = places.column[person * places.slots.length + place]!
  return column === NONE ? null : column
}

/** A whole number of steps that no two persons' counts lie further apart than. */
function addSpread({ problem, linear, places }: Draft, { counter, rate, step, points }: Spread): void {
  const counts = places.entries.map((entries) => countOf(problem, entries, counter))
  const columns = counts.map(({ terms, base }) => {
    const upper = terms.reduce((sum, [value]) => sum + Math.max(0, value), 0)
    const column = addColumn(linear, { upper: base + upper, lower: Math.min(0, base), whole: 1 })
    addRow(linear, [[-1, column], ...terms], -base, -base)
    return column
  })
  const steps = addColumn(linear, { upper: Infinity, cost: points, whole: 1 })
  columns.forEach((a, p) => {
    columns.forEach((b, q) => {
      if (p === q) return
      addRow(
        linear,
        [
          [step, steps],
          [-rate[p]!, b],
          [rate[q]!, a],
        ],
        0,
        Infinity,
      )
    })
  })
}
