import type { Problem } from '../problem.ts'
import { bareOf } from './bare.ts'
import { growClash } from './grow.ts'
import { type Steps, within } from './holdings.ts'
import { byPrice, type MayAsk, priceOf, type WayOut, waysOutOf } from './relax.ts'
import { shrinkClash } from './shrink.ts'
import { fillWhole, leaveFew, leaveOpen, tryWhole } from './whole.ts'

/** One thing that clashes with the others: without it the days named have a full rota. */
export type ClashElement =
  /** A place that must be held. */
  | { readonly kind: 'slot'; readonly slot: number }
  | { readonly kind: 'rule'; readonly rule: ClashRule }
  /** What keeps one person from places, by the bit of `refusal` that it stands under. */
  | { readonly kind: 'fact'; readonly person: number; readonly bit: number }
  /** A place that is held for good. */
  | { readonly kind: 'lock'; readonly slot: number }

/** Rules of a problem that can be left out one by one; `pattern` and `window` tell which of the windows by units. */
export type ClashRule =
  | { readonly kind: 'one-at-a-time' }
  | { readonly kind: 'rest' }
  | { readonly kind: 'budget' }
  | { readonly kind: 'window'; readonly pattern: number; readonly window: number }
  | { readonly kind: 'pairs' }
  | { readonly kind: 'backup' }
  | { readonly kind: 'quota' }

/** A smallest change after which everything can be held. */
export type Relaxation =
  | { readonly kind: 'leave-open'; readonly slot: number }
  | { readonly kind: 'exceed-budget'; readonly person: number; readonly budget: number; readonly by: number }
  | { readonly kind: 'exceed-quota'; readonly person: number; readonly quota: number; readonly by: number }
  | {
      readonly kind: 'exceed-window'
      readonly person: number
      readonly pattern: number
      readonly window: number
      readonly first: number
    }
  | {
      readonly kind: 'forget-fact'
      readonly person: number
      readonly bit: number
      readonly slots: readonly number[]
    }
  | {
      readonly kind: 'shorter-rest'
      readonly person: number
      readonly before: number
      readonly after: number
    }
  | { readonly kind: 'no-backup'; readonly slot: number }
  | { readonly kind: 'unlock'; readonly slot: number }

export interface Tried {
  /** One, or the places left open where one change is not enough. */
  readonly changes: readonly Relaxation[]
  /** A rota of the whole in which nothing else is broken or open. */
  readonly holder: Int16Array
}

export type ClashResult =
  | {
      readonly kind: 'clash'
      /** The places that cannot all be held, and what stands against it. */
      readonly slots: readonly number[]
      readonly elements: readonly ClashElement[]
      readonly rules: readonly ClashRule[]
      /** The days, as minutes of the problem's axis, exclusive at the end. */
      readonly from: number
      readonly to: number
      /** Whether each element was shown to be needed; false where the budget ran out before all were tried. */
      readonly isIrreducible: boolean
      /** The three cheapest of those found, best first; fewer where fewer were found. */
      readonly relaxations: readonly Tried[]
    }
  /** A full rota after all. */
  | { readonly kind: 'none'; readonly holder: Int16Array }
  | { readonly kind: 'undecided' }

/**
 * What makes a full rota impossible, as few places and rules as can be, from around what is open or broken in `holder`; with the
 * three cheapest ways out, each of another kind where that can be. The budget counts steps, some microseconds each, not time.
 */
export function findClash(
  problem: Problem,
  holder: Int16Array,
  budget: number,
  mayAsk: MayAsk = () => false,
): ClashResult {
  const steps = { left: budget }
  const grown = growClash(problem, holder, steps)
  if (grown.kind === 'undecided') {
    const whole = fillWhole(
      bareOf(problem, () => true),
      holder,
      steps,
    )
    return whole ? { kind: 'none', holder: whole } : grown
  }
  if (grown.kind === 'none') return grown
  const { elements, isIrreducible } = shrinkClash(problem, grown.slots, steps)
  const slots = elements.flatMap((element) => (element.kind === 'slot' ? [element.slot] : []))
  return {
    kind: 'clash',
    slots,
    elements,
    rules: elements.flatMap((element) => (element.kind === 'rule' ? [element.rule] : [])),
    from: Math.min(...slots.map((slot) => problem.start[slot]!)),
    to: Math.max(...slots.map((slot) => problem.end[slot]!)),
    isIrreducible,
    relaxations: cheapest(problem, holder, slots, elements, mayAsk, steps),
  }
}

const WANTED = 3
/** Ways out of one kind that are tried on the whole before the next kind is looked at. */
const TRIES = 2
/** Further ways out tried where the first of each kind were too few. */
const MORE = 4

function sumOf({ changes }: Tried): number {
  return changes.reduce((sum, relaxation) => sum + priceOf(relaxation), 0)
}

/** One of each kind first, the cheapest before the others; of any kind where there are too few. */
function cheapest(
  problem: Problem,
  holder: Int16Array,
  slots: readonly number[],
  elements: readonly ClashElement[],
  mayAsk: MayAsk,
  steps: Steps,
): Tried[] {
  const opened = within(steps, Math.floor(steps.left / 2), (part) => leaveFew(problem, holder, slots, part))
  const isOneEnough = opened?.changes.length === 1
  const ways = elements
    .flatMap((element) => (steps.left > 0 ? waysOutOf(problem, slots, element, mayAsk, steps) : []))
    // Where several clash apart from each other, no backup missed in one of them mends the others.
    .filter(({ relaxation }) => isOneEnough || relaxation.kind !== 'no-backup')
  const byKind = [...Map.groupBy(ways.sort(byPrice), (way) => way.relaxation.kind).values()]
  const found: Tried[] = opened ? [opened] : []
  const rest: WayOut[] = []
  for (const own of byKind) {
    let isFound = false
    for (const way of own.slice(0, TRIES)) {
      if (isFound || found.length === WANTED) rest.push(way)
      else {
        const tried = tryWhole(problem, holder, way, steps)
        if (tried) found.push(tried)
        isFound = tried !== undefined
      }
    }
    rest.push(...own.slice(TRIES))
  }
  for (const way of rest.sort(byPrice).slice(0, MORE)) {
    if (found.length >= WANTED || steps.left <= 0) break
    const tried = tryWhole(problem, holder, way, steps)
    if (tried) found.push(tried)
  }
  if (!opened && found.length < WANTED) {
    const many = leaveOpen(problem, holder, steps)
    if (many) found.push(many)
  }
  return found.sort((a, b) => sumOf(a) - sumOf(b))
}
