import type { Problem } from '../problem.ts'
import { rosterOf } from '../search/roster.ts'
import { bareOf, withHolders } from './bare.ts'
import { coverAll } from './cover.ts'
import { heal, isHealed, troublesIn } from './heal.ts'
import { type Steps, within } from './holdings.ts'
import { layoutOf } from './layout.ts'
import { windowsAround } from './window.ts'
import { WITHOUT_NOTHING } from './without.ts'

export type Grown =
  /** Places that cannot all be held. */
  | { readonly kind: 'impossible'; readonly slots: readonly number[] }
  | { readonly kind: 'none'; readonly holder: Int16Array }
  | { readonly kind: 'undecided' }

/** Iterations of search: for a window by itself, and for what places that are settled leave to the rest of it. */
const FIRST = 30_000
const NEXT = 10_000
/** Steps for one look at whether the places so far can be held. */
const LOOK = 400_000

/** Places that cannot all be held, from the shortest stretch of days that shows it, around what could not be healed. */
export function growClash(problem: Problem, holder: Int16Array, steps: Steps): Grown {
  const roster = rosterOf(problem, holder.slice())
  const troubles = troublesIn(problem, roster)
  if (troubles.length === 0) return { kind: 'none', holder }
  for (const { from, to } of windowsAround(problem, troubles)) {
    const bare = bareOf(problem, (slot) => problem.start[slot]! >= from && problem.start[slot]! < to)
    const filled = fill(bare, holder, steps, problem)
    if (steps.left < 0) break
    if (filled.kind === 'impossible') return filled
  }
  return { kind: 'undecided' }
}

export type Filled =
  | { readonly kind: 'impossible'; readonly slots: readonly number[] }
  | { readonly kind: 'filled'; readonly holder: Int16Array }
  | { readonly kind: 'undecided' }

/**
 * Fills what can move of a problem without costs, or shows that it cannot be filled. As long as the places so far can all be
 * held, holds them so and looks what that leaves without anybody, which joins them; what is easy to hold never does. What
 * cannot be held is judged by the whole that the problem is a part of: backups and bridges may lie outside the part.
 */
export function fill(bare: Problem, holder: Int16Array, steps: Steps, whole = bare): Filled {
  let settled = bare
  let roster = heal(bare, holder, FIRST, steps)
  const slots: number[] = []
  while (steps.left > 0) {
    if (isHealed(settled, roster)) return { kind: 'filled', holder: roster.holder }
    const fresh = troublesIn(settled, roster).filter((slot) => !slots.includes(slot))
    const next = nearest(bare, fresh, slots)
    if (next === undefined) break
    slots.push(next)
    const cover = within(steps, LOOK, (part) =>
      coverAll(whole, layoutOf(whole, slots), WITHOUT_NOTHING, part),
    )
    if (cover.kind === 'impossible') return { kind: 'impossible', slots: slots.sort((a, b) => a - b) }
    if (cover.kind === 'undecided') break
    settled = withHolders(bare, cover.holders)
    roster = heal(settled, roster.holder, NEXT, steps, slots.length + 1)
  }
  return { kind: 'undecided' }
}

/** The one least far from the others; the first where there are none. */
function nearest(problem: Problem, fresh: readonly number[], slots: readonly number[]): number | undefined {
  const distance = (slot: number) =>
    slots.length === 0
      ? 0
      : Math.min(...slots.map((own) => Math.abs(problem.start[own]! - problem.start[slot]!)))
  return [...fresh].sort((a, b) => distance(a) - distance(b) || a - b)[0]
}
