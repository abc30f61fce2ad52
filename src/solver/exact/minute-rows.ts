import type { Problem } from '../problem.ts'
import type { Together } from './clashes.ts'
import type { Draft } from './model.ts'
import type { Clash } from './places.ts'

/** Slots that share time and may not. */
export function clashOfMinutes(_problem: Problem): Clash {
  return () => false
}

export function reachOfMinutes({ start, end }: Problem): (before: number, after: number) => boolean {
  return (before, after) => start[after]! < end[before]!
}

/** No two slots are taken for one another: rest and blocks tell most of them apart. */
export function likenessOfMinutes(_problem: Problem): (slot: number) => string | null {
  return () => null
}

export function addMinutes(draft: Draft, _together: readonly Together[]): void {
  draft.isExact = false
}
