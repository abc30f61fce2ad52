import { NONE, type Problem } from '../problem.ts'
import type { Grid } from '../units.ts'
import type { ClashElement, ClashRule, Relaxation } from './clash.ts'
import { coverAll } from './cover.ts'
import { fitsFor } from './fits.ts'
import { type Steps, within } from './holdings.ts'
import { layoutOf } from './layout.ts'
import { ruleKey } from './rule-keys.ts'
import { unlockedFrom } from './whole.ts'
import { WITHOUT_NOTHING, type Without } from './without.ts'

/** A change after which the places of a clash can be held, and who then holds them. */
export interface WayOut {
  readonly relaxation: Relaxation
  readonly holders: ReadonlyMap<number, number>
}

/** What may be asked of people: whether somebody could be spared a reason that keeps them away. */
export type MayAsk = (person: number, bit: number) => boolean

/** Steps for one look at whether a change is enough. */
const LOOK = 60_000

/** Every way out but leaving open that one element of a clash suggests, with how little it takes; tried on the places of the clash. */
export function waysOutOf(
  problem: Problem,
  slots: readonly number[],
  element: ClashElement,
  mayAsk: MayAsk,
  steps: Steps,
): WayOut[] {
  const tried = (relaxation: Relaxation) => tryOut(problem, slots, relaxation, steps)
  switch (element.kind) {
    case 'slot':
      return []
    case 'lock':
      return tried({ kind: 'unlock', slot: element.slot })
    case 'fact':
      return mayAsk(element.person, element.bit)
        ? forgetting(problem, slots, element.person, element.bit).flatMap(tried)
        : []
    case 'rule':
      return element.rule.kind === 'backup'
        ? slots.flatMap((slot) => tried({ kind: 'no-backup', slot }))
        : lettingOff(problem, slots, element.rule, steps)
  }
}

function tryOut(problem: Problem, slots: readonly number[], relaxation: Relaxation, steps: Steps): WayOut[] {
  const isUnlocked = relaxation.kind === 'unlock'
  const freed = isUnlocked ? unlockedFrom(problem, relaxation.slot) : problem
  const asked = isUnlocked && problem.conditional[relaxation.slot] === 0 ? [...slots, relaxation.slot] : slots
  const found = within(steps, LOOK, (part) =>
    coverAll(freed, layoutOf(freed, asked), relaxedBy(relaxation), part),
  )
  return found.kind === 'held' ? [{ relaxation, holders: found.holders }] : []
}

function relaxedBy(relaxation: Relaxation): Without {
  return { ...WITHOUT_NOTHING, relaxed: relaxation }
}

/** All places of a week that a reason keeps somebody from, for each week that the clash lies in. */
function forgetting(problem: Problem, slots: readonly number[], person: number, bit: number): Relaxation[] {
  const first = problem.movable[0]!
  const weekOf = (slot: number) => Math.floor((problem.start[slot]! - problem.start[first]!) / WEEK)
  const weeks = new Set(slots.map(weekOf))
  const kept = [...problem.movable].filter(
    (slot) => weeks.has(weekOf(slot)) && ((problem.refusal[person * problem.slots + slot]! >> bit) & 1) === 1,
  )
  return [...Map.groupBy(kept, weekOf).values()].map((own) => ({
    kind: 'forget-fact',
    person,
    bit,
    slots: own,
  }))
}

const WEEK = 7 * 1440

/** For each person alone let off a rule, what of it that needs: what is broken in the rota found so, tried by itself. */
function lettingOff(problem: Problem, slots: readonly number[], rule: ClashRule, steps: Steps): WayOut[] {
  const layout = layoutOf(problem, slots)
  const found: WayOut[] = []
  for (let person = 0; person < problem.staff && steps.left > 0; person++) {
    const letOff = { person, rule: ruleKey(rule) }
    const cover = within(steps, LOOK, (part) =>
      coverAll(problem, layout, { ...WITHOUT_NOTHING, letOff }, part),
    )
    if (cover.kind !== 'held') continue
    const held = [...cover.holders]
      .flatMap(([slot, own]) => (own === person ? [slot] : []))
      .sort((a, b) => a - b)
    const needed = brokenBy(problem, rule, person, held)
    const first = needed.flatMap((relaxation) => tryOut(problem, slots, relaxation, steps)).sort(byPrice)[0]
    if (first) found.push(first)
  }
  return found
}

/** What one person's holding some slots breaks of a rule, as what would have to be allowed. */
function brokenBy(problem: Problem, rule: ClashRule, person: number, held: readonly number[]): Relaxation[] {
  const { grid } = problem
  if (rule.kind === 'budget' && grid) return overBudget(grid, person, held)
  if (rule.kind === 'window' && grid) return overWindow(grid, rule.pattern, rule.window, person, held)
  if (rule.kind === 'quota') return overQuota(problem, person, held)
  if (rule.kind === 'rest') return shortRests(problem, person, held)
  return []
}

function overBudget(grid: Grid, person: number, held: readonly number[]): Relaxation[] {
  const byBudget = Map.groupBy(held, (slot) => grid.budget[slot]!)
  return [...byBudget].flatMap(([budget, own]) => {
    if (budget === NONE) return []
    const load = own.reduce((sum, slot) => sum + grid.load[slot]!, 0)
    const by = load - grid.budgetMost[person * grid.budgets + budget]!
    return by > 0 ? [{ kind: 'exceed-budget', person, budget, by } as const] : []
  })
}

function overWindow(grid: Grid, p: number, w: number, person: number, held: readonly number[]): Relaxation[] {
  const pattern = grid.patterns[p]!
  const { length, most, exempt } = pattern.windows[w]!
  const units = [...new Set(held.map((slot) => pattern.unit[slot]!))].filter((unit) => unit !== NONE)
  const firsts = new Set(units.flatMap((unit) => Array.from({ length }, (_, i) => unit - i)))
  return [...firsts]
    .filter((first) => first >= 0 && first + length <= pattern.units && !exempt.has(first))
    .filter((first) => units.filter((unit) => unit >= first && unit < first + length).length > most)
    .map((first) => ({ kind: 'exceed-window', person, pattern: p, window: w, first }))
}

function overQuota(problem: Problem, person: number, held: readonly number[]): Relaxation[] {
  const byQuota = Map.groupBy(held, (slot) => problem.quota[person * problem.slots + slot]!)
  return [...byQuota].flatMap(([quota, own]) => {
    const by = quota === NONE ? 0 : own.length - problem.quotaMost[quota]!
    return by > 0 ? [{ kind: 'exceed-quota', person, quota, by } as const] : []
  })
}

function shortRests(problem: Problem, person: number, held: readonly number[]): Relaxation[] {
  const withoutOthers = { ...WITHOUT_NOTHING, rules: new Set(OTHERS) }
  const fits = fitsFor(problem, withoutOthers, person)
  return held.flatMap((after, i) => {
    if (i === 0 || fits(held.slice(0, i), after)) return []
    const before = held
      .slice(0, i)
      .reduce((last, slot) => (problem.end[slot]! > problem.end[last]! ? slot : last))
    return [{ kind: 'shorter-rest', person, before, after } as const]
  })
}

/** Rules that are no rest. */
const OTHERS: readonly string[] = ['one-at-a-time', 'quota', 'budget', 'pairs']

export function byPrice(a: WayOut, b: WayOut): number {
  return priceOf(a.relaxation) - priceOf(b.relaxation)
}

/** What is dearer to people: a duty that nobody has, then a rule broken for somebody, then a few hours or a lock. */
export function priceOf(relaxation: Relaxation): number {
  switch (relaxation.kind) {
    case 'unlock':
      return 1
    case 'exceed-budget':
      return 10 + relaxation.by / 100
    case 'exceed-quota':
      return 20 + relaxation.by
    case 'shorter-rest':
      return 30
    case 'exceed-window':
      return 40
    case 'forget-fact':
      return 50 + relaxation.slots.length / 100
    case 'no-backup':
      return 60
    case 'leave-open':
      return 70
  }
}
