import { NONE, type Problem } from '../problem.ts'
import { isOwn } from '../score/holding.ts'
import { isDouble, isJudged } from '../score/neighbours.ts'
import type { Grid, Pattern, Window } from '../units.ts'
import { canBridge } from './bridges.ts'
import { ruleKey } from './rule-keys.ts'
import type { Without } from './without.ts'

/**
 * Whether a person who holds some slots, all of them earlier in the problem's order, can take one more. Where units rule, what
 * is too much stays too much whatever comes later; where minutes rule, later slots are asked about in their turn.
 */
export type Fits = (held: readonly number[], slot: number) => boolean

/** No rest is asked for over what `loose` slots, which the person might hold too, could fill. */
export function fitsFor(
  problem: Problem,
  without: Without,
  person: number,
  loose: readonly number[] = [],
): Fits {
  return problem.grid === null
    ? fitsByMinutes(problem, without, person, loose)
    : fitsByUnits(problem.grid, without, person)
}

function fitsByMinutes(problem: Problem, without: Without, person: number, loose: readonly number[]): Fits {
  const rules = rulesLeftOut(without, person)
  const overlapAsked = !rules.has('one-at-a-time')
  const restAsked = !rules.has('rest')
  const quotaAsked = !rules.has('quota')
  const isLetOff = restLetOff(without, person)
  return (held, slot) => {
    if (overlapAsked && held.some((other) => isDoubleBooked(problem, other, slot))) return false
    if (restAsked && isTooSoon(problem, held, slot, loose, isLetOff)) return false
    return !quotaAsked || isWithinQuota(problem, without, person, held, slot)
  }
}

function rulesLeftOut({ rules, letOff }: Without, person: number): ReadonlySet<string> {
  return letOff?.person === person ? new Set([...rules, letOff.rule]) : rules
}

function restLetOff({ relaxed }: Without, person: number): (before: number, after: number) => boolean {
  if (relaxed?.kind !== 'shorter-rest' || relaxed.person !== person) return () => false
  return (before, after) => relaxed.before === before && relaxed.after === after
}

function isDoubleBooked(problem: Problem, a: number, b: number): boolean {
  if (problem.end[a]! <= problem.start[b]! || problem.start[a]! >= problem.end[b]!) return false
  return isDouble(problem, a, b) && isJudged(problem, a, b)
}

/** Whether the slot begins a new period before the rest after the former one is over. */
function isTooSoon(
  problem: Problem,
  held: readonly number[],
  slot: number,
  loose: readonly number[],
  isLetOff: (before: number, after: number) => boolean,
): boolean {
  const { start, end, restAfterHard } = problem
  let until = -Infinity
  let last = NONE
  let rest = 0
  let hasOwn = isOwn(problem, slot)
  for (const other of held) {
    if (start[other]! > until) {
      rest = 0
      hasOwn = isOwn(problem, slot)
    }
    rest = Math.max(rest, restAfterHard[other]!)
    hasOwn ||= isOwn(problem, other)
    if (end[other]! <= until) continue
    until = end[other]!
    last = other
  }
  if (last === NONE || start[slot]! <= until || start[slot]! - until >= rest) return false
  return hasOwn && !isLetOff(last, slot) && !canBridge(problem, loose, until, start[slot]!)
}

function isWithinQuota(
  problem: Problem,
  { relaxed }: Without,
  person: number,
  held: readonly number[],
  slot: number,
): boolean {
  const base = person * problem.slots
  const quota = problem.quota[base + slot]!
  if (quota === NONE) return true
  const more = relaxed?.kind === 'exceed-quota' && relaxed.quota === quota ? relaxed.by : 0
  const count = held.filter((other) => problem.quota[base + other] === quota).length
  return count + 1 <= problem.quotaMost[quota]! + more
}

function fitsByUnits(grid: Grid, without: Without, person: number): Fits {
  const rules = rulesLeftOut(without, person)
  const besideAsked = !rules.has('one-at-a-time')
  const followsAsked = !rules.has('rest')
  const isLetOff = restLetOff(without, person)
  const pairsAsked = !rules.has('pairs') && grid.pairs.items.length > 0
  const budgetAsked = !rules.has('budget')
  const asked = grid.patterns.map((pattern, p) => ({
    pattern,
    windows: pattern.windows.flatMap((window, w) =>
      window.breach === 1 && !rules.has(ruleKey({ kind: 'window', pattern: p, window: w }))
        ? [{ window, letOff: firstLetOff(without, person, p, w) }]
        : [],
    ),
  }))
  return (held, slot) => {
    if (!fitsBeside(grid, held, slot, besideAsked, followsAsked, isLetOff)) return false
    if (budgetAsked && !isWithinBudget(grid, without, person, held, slot)) return false
    if (pairsAsked && isBadPair(grid, held, slot)) return false
    return asked.every(({ pattern, windows }) =>
      windows.every(({ window, letOff }) => fitsWindow(pattern, window, letOff, held, slot)),
    )
  }
}

function firstLetOff({ relaxed }: Without, person: number, pattern: number, window: number): number {
  const isOwn =
    relaxed?.kind === 'exceed-window' &&
    relaxed.person === person &&
    relaxed.pattern === pattern &&
    relaxed.window === window
  return isOwn ? relaxed.first : NONE
}

function fitsBeside(
  { unit, kind, kinds, beside, follows }: Grid,
  held: readonly number[],
  slot: number,
  besideAsked: boolean,
  followsAsked: boolean,
  isLetOff: (before: number, after: number) => boolean,
): boolean {
  for (let i = held.length - 1; i >= 0; i--) {
    const other = held[i]!
    const gap = unit[slot]! - unit[other]!
    if (gap > 1) return true
    const at = kind[other]! * kinds + kind[slot]!
    if (
      gap === 0
        ? besideAsked && beside[at] === 1
        : followsAsked && follows[at] === 1 && !isLetOff(other, slot)
    )
      return false
  }
  return true
}

function isWithinBudget(
  grid: Grid,
  { relaxed }: Without,
  person: number,
  held: readonly number[],
  slot: number,
): boolean {
  const budget = grid.budget[slot]!
  if (budget === NONE) return true
  const isOwn = relaxed?.kind === 'exceed-budget' && relaxed.person === person && relaxed.budget === budget
  const most = grid.budgetMost[person * grid.budgets + budget]! + (isOwn ? relaxed.by : 0)
  return (
    held.reduce(
      (sum, other) => sum + (grid.budget[other] === budget ? grid.load[other]! : 0),
      grid.load[slot]!,
    ) <= most
  )
}

function isBadPair({ pairs }: Grid, held: readonly number[], slot: number): boolean {
  for (let i = pairs.from[slot]!; i < pairs.from[slot + 1]!; i++) {
    if (pairs.breach[i] === 1 && held.includes(pairs.items[i]!)) return true
  }
  return false
}

/** No judged window that the slot's unit lies in, as far as units before it go, holds more than it may. */
function fitsWindow(
  pattern: Pattern,
  { length, most, exempt }: Window,
  letOff: number,
  held: readonly number[],
  slot: number,
): boolean {
  const own = pattern.unit[slot]!
  if (own === NONE) return true
  const units = new Set<number>()
  for (const other of held) {
    const unit = pattern.unit[other]!
    if (unit !== NONE && unit > own - length) units.add(unit)
  }
  units.add(own)
  if (units.size <= most) return true
  for (let first = Math.max(0, own - length + 1); first <= own && first + length <= pattern.units; first++) {
    if (exempt.has(first) || first === letOff) continue
    let count = 0
    for (const unit of units) if (unit >= first && unit < first + length) count++
    if (count > most) return false
  }
  return true
}
