import { type ClashElement, findClash, type Relaxation } from '../solver/clash/clash.ts'
import type { Problem } from '../solver/problem.ts'
import * as text from '../text/nb/bench-clash.ts'

/** How a case calls what its problem only numbers. */
export interface ClashNames {
  readonly slot: (slot: number) => string
  readonly person: (person: number) => string
  /** What keeps a person from slots, by the bit of `refusal`. */
  readonly fact: (bit: number) => string
  /** What a rule of windows asks. */
  readonly window: (pattern: number, window: number) => string
  /** Whether a person could be asked to be spared what stands under a bit. */
  readonly mayAsk: (bit: number) => boolean
}

/** Steps of the search for a clash. */
const BUDGET = 12_000_000

/** What makes a full rota impossible and what would mend it, in lines to print. */
export function explainClash(problem: Problem, holder: Int16Array, names: ClashNames): string[] {
  const found = findClash(problem, holder, BUDGET, (_, bit) => names.mayAsk(bit))
  if (found.kind !== 'clash') return [found.kind === 'none' ? text.none : text.undecided]
  return [
    text.clash(found.slots.map(names.slot)),
    ...found.elements.filter(({ kind }) => kind !== 'slot').map((element) => `  ${ground(element, names)}`),
    found.isIrreducible ? text.irreducible : text.perhapsMore,
    ...found.relaxations.map(({ changes }) => `  ${text.wayOut(changes.map((own) => change(own, names)))}`),
  ]
}

function ground(element: ClashElement, names: ClashNames): string {
  if (element.kind === 'fact') return text.fact(names.person(element.person), names.fact(element.bit))
  if (element.kind === 'lock' || element.kind === 'slot') return names.slot(element.slot)
  const { rule } = element
  return rule.kind === 'window' ? names.window(rule.pattern, rule.window) : text.rules[rule.kind]
}

function change(own: Relaxation, names: ClashNames): string {
  switch (own.kind) {
    case 'leave-open':
    case 'no-backup':
    case 'unlock':
      return text.changes[own.kind](names.slot(own.slot))
    case 'exceed-budget':
      return text.changes[own.kind](names.person(own.person), own.by, own.budget)
    case 'exceed-quota':
      return text.changes[own.kind](names.person(own.person), own.by)
    case 'exceed-window':
      return text.changes[own.kind](
        names.person(own.person),
        names.window(own.pattern, own.window),
        own.first,
      )
    case 'forget-fact':
      return text.changes[own.kind](
        names.person(own.person),
        names.fact(own.bit),
        own.slots.slice(0, 1).map(names.slot).join(''),
      )
    case 'shorter-rest':
      return text.changes[own.kind](names.person(own.person), names.slot(own.before), names.slot(own.after))
  }
}
