import { ELSEWHERE, type Problem } from '../problem.ts'
import type { ClashElement } from './clash.ts'
import { coverAll } from './cover.ts'
import { type Steps, within } from './holdings.ts'
import { fixedNear, layoutOf } from './layout.ts'
import { ruleKey, rulesOf } from './rule-keys.ts'
import { bitOfFact, factKey, personOfFact, WITHOUT_NOTHING, type Without } from './without.ts'

export interface Shrunk {
  readonly elements: readonly ClashElement[]
  /** What is left out because the clash stands without it. */
  readonly without: Without
  /** False where for some element the steps did not suffice to tell. */
  readonly isIrreducible: boolean
}

/** Steps for one look at whether the rest still clashes. */
const LOOK = 3_000_000

/**
 * Leaves out one thing after the other, for good where the rest still clashes: places first, then rules, then what is known of
 * single persons, then what is held for good. Of what stays, nothing can be left out.
 */
export function shrinkClash(problem: Problem, clashing: readonly number[], steps: Steps): Shrunk {
  let slots = clashing
  let without = WITHOUT_NOTHING
  let isIrreducible = true
  const stillClashes = (fewer: readonly number[], more: Without): boolean => {
    const { kind } = within(steps, LOOK, (part) => coverAll(problem, layoutOf(problem, fewer), more, part))
    if (kind === 'undecided') isIrreducible = false
    return kind === 'impossible'
  }
  for (const slot of clashing) {
    const fewer = slots.filter((own) => own !== slot)
    if (stillClashes(fewer, without)) slots = fewer
  }
  const kept: ClashElement[] = slots.map((slot) => ({ kind: 'slot', slot }))
  for (const element of othersIn(problem, slots)) {
    const more = leaveOut(without, element)
    if (stillClashes(slots, more)) without = more
    else kept.push(element)
  }
  return { elements: kept, without, isIrreducible }
}

/** The same with one thing more left out; a place is none of these. */
export function leaveOut(without: Without, element: ClashElement): Without {
  switch (element.kind) {
    case 'rule':
      return { ...without, rules: new Set([...without.rules, ruleKey(element.rule)]) }
    case 'fact':
      return { ...without, facts: new Set([...without.facts, factKey(element.person, element.bit)]) }
    case 'lock':
      return { ...without, locks: new Set([...without.locks, element.slot]) }
    case 'slot':
      return without
  }
}

/** Everything besides the places themselves that may stand against their being held. */
export function othersIn(problem: Problem, slots: readonly number[]): ClashElement[] {
  const { items } = layoutOf(problem, slots)
  const rules = rulesOf(problem).map((rule) => ({ kind: 'rule', rule }) as const)
  const facts = new Set<number>()
  for (let person = 0; person < problem.staff; person++) {
    for (const slot of items) {
      const refusal = problem.refusal[person * problem.slots + slot]!
      for (let bit = 0; refusal >> bit !== 0; bit++) if ((refusal >> bit) & 1) facts.add(factKey(person, bit))
    }
  }
  const locks = fixedNear(problem, items).filter(
    (slot) => problem.context[slot] === 0 && problem.role[slot] !== ELSEWHERE,
  )
  return [
    ...rules,
    ...[...facts]
      .sort((a, b) => a - b)
      .map((key) => ({ kind: 'fact', person: personOfFact(key), bit: bitOfFact(key) }) as const),
    ...locks.map((slot) => ({ kind: 'lock', slot }) as const),
  ]
}
