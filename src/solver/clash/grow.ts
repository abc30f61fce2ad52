import type { Problem } from '../problem.ts'
import { rosterOf } from '../search/roster.ts'
import { bareOf, withHolders } from './bare.ts'
import { coverAll } from './cover.ts'
import { heal, isHealed, troublesIn } from './heal.ts'
import type { Steps } from './holdings.ts'
import { layoutOf } from './layout.ts'
import { type Days, windowsAround } from './window.ts'
import { WITHOUT_NOTHING } from './without.ts'

export type Grown =
  /** Places that cannot all be held. */
  | { readonly kind: 'impossible'; readonly slots: readonly number[] }
  | { readonly kind: 'none'; readonly holder: Int16Array }
  | { readonly kind: 'undecided' }

/** Iterations of search: for a window by itself, and for what places that are settled leave to the rest of it. */
const FIRST = 30_000
const NEXT = 10_000

/** Places that cannot all be held, from the shortest stretch of days that shows it, around what could not be healed. */
export function growClash(problem: Problem, holder: Int16Array, steps: Steps): Grown {
  const roster = rosterOf(problem, holder.slice())
  const troubles = troublesIn(problem, roster)
  if (troubles.length === 0) return { kind: 'none', holder }
  for (const days of windowsAround(problem, troubles)) {
    const slots = growIn(problem, holder, days, steps)
    if (steps.left < 0) break
    if (slots !== undefined) return { kind: 'impossible', slots }
  }
  return { kind: 'undecided' }
}

/**
 * As long as the places so far can all be held, holds them so and looks what that leaves without anybody, which joins them. What
 * is easy to hold never does, so that few places are enough to show the clash. Undefined where the days can be filled.
 */
function growIn(
  problem: Problem,
  holder: Int16Array,
  { from, to }: Days,
  steps: Steps,
): number[] | undefined {
  const bare = bareOf(problem, (slot) => problem.start[slot]! >= from && problem.start[slot]! < to)
  let settled = bare
  let roster = heal(bare, holder, FIRST, steps)
  const slots: number[] = []
  while (steps.left > 0) {
    if (isHealed(settled, roster)) return undefined
    const fresh = troublesIn(settled, roster).filter((slot) => !slots.includes(slot))
    const next = nearest(problem, fresh, slots)
    if (next === undefined) return undefined
    slots.push(next)
    const cover = coverAll(problem, layoutOf(problem, slots), WITHOUT_NOTHING, steps)
    if (cover.kind === 'impossible') return slots.sort((a, b) => a - b)
    if (cover.kind === 'undecided') return undefined
    settled = withHolders(bare, cover.holders)
    roster = heal(settled, roster.holder, NEXT, steps)
  }
  return undefined
}

/** The one least far from the others; the first where there are none. */
function nearest(problem: Problem, fresh: readonly number[], slots: readonly number[]): number | undefined {
  const distance = (slot: number) =>
    slots.length === 0
      ? 0
      : Math.min(...slots.map((own) => Math.abs(problem.start[own]! - problem.start[slot]!)))
  return [...fresh].sort((a, b) => distance(a) - distance(b) || a - b)[0]
}
