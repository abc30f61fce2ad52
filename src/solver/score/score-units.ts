import { COUNTERS, NONE, type Problem } from '../problem.ts'
import type { Grid, Pattern, Spread } from '../units.ts'

/** Everything that the rules of units ask, counted anew from what each person holds. */
export function scoreUnits(
  problem: Problem,
  grid: Grid,
  slotsOf: readonly (readonly number[])[],
): { hard: number; cost: number } {
  const score = { hard: 0, cost: 0 }
  slotsOf.forEach((slots, person) => {
    for (const slot of slots) {
      const pair = person * problem.slots + slot
      score.hard += Number(problem.refusal[pair] !== 0)
      score.cost += problem.wishPoints[pair]!
    }
    scoreNeighbours(grid, score, slots)
    scoreBudgets(grid, score, slots, person)
    for (const pattern of grid.patterns) scorePattern(pattern, score, slots)
    for (const counter of grid.counters) {
      const away = countOf(problem, slots, counter) - grid.target[person * COUNTERS + counter]!
      score.cost += grid.steep[counter]! * Math.abs(away) + grid.squared[counter]! * away * away
    }
  })
  for (const spread of grid.spreads) {
    const counts = slotsOf.map((slots) => countOf(problem, slots, spread.counter))
    score.cost += spread.points * Math.ceil(widest(spread, counts) / spread.step)
  }
  return score
}

interface UnitScore {
  hard: number
  cost: number
}

function countOf(problem: Problem, slots: readonly number[], counter: number): number {
  return slots.reduce((sum, slot) => sum + problem.amounts[slot * COUNTERS + counter]!, 0)
}

function scoreNeighbours(grid: Grid, score: UnitScore, slots: readonly number[]): void {
  const { unit, kind, kinds, beside, follows, pairs } = grid
  slots.forEach((a, index) => {
    const partners = new Map<number, number>()
    for (let i = pairs.from[a]!; i < pairs.from[a + 1]!; i++) partners.set(pairs.items[i]!, i)
    for (const b of slots.slice(index + 1)) {
      const at = kind[a]! * kinds + kind[b]!
      const gap = unit[b]! - unit[a]!
      if (gap === 0) score.hard += beside[at]!
      if (gap === 1) score.hard += follows[at]!
      const pair = partners.get(b)
      if (pair === undefined) continue
      score.hard += pairs.breach[pair]!
      score.cost += pairs.cost[pair]!
    }
  })
}

function scoreBudgets(grid: Grid, score: UnitScore, slots: readonly number[], person: number): void {
  const held = new Map<number, number>()
  for (const slot of slots) {
    const budget = grid.budget[slot]!
    if (budget !== NONE) held.set(budget, (held.get(budget) ?? 0) + grid.load[slot]!)
  }
  for (const [budget, load] of held)
    score.hard += Number(load > grid.budgetMost[person * grid.budgets + budget]!)
}

function scorePattern(pattern: Pattern, score: UnitScore, slots: readonly number[]): void {
  const units = new Set(slots.map((slot) => pattern.unit[slot]!))
  for (const window of pattern.windows) {
    for (let first = 0; first + window.length <= pattern.units; first++) {
      if (window.exempt.has(first)) continue
      let held = 0
      for (let unit = first; unit < first + window.length; unit++) held += Number(units.has(unit))
      if (held <= window.most) continue
      score.hard += window.breach
      score.cost += window.cost * (held - window.most)
    }
  }
}

function widest({ rate }: Spread, counts: readonly number[]): number {
  let most = 0
  counts.forEach((count, p) => {
    counts.forEach((other, q) => {
      most = Math.max(most, Math.abs(rate[p]! * other - rate[q]! * count))
    })
  })
  return most
}
