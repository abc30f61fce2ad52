import { FIRST_LINE, NONE, type Problem } from '../problem.ts'
import { rosterOf } from '../search/roster.ts'
import { backingConflict, conflictsOf } from './conflicts.ts'

/** Slots of breaches that none of the given slots has a part in: a repair that is about those lets the others stand. */
export function standingBreaches(
  problem: Problem,
  holder: Int16Array,
  concerned: ReadonlySet<number>,
): Set<number> {
  const roster = rosterOf(problem, holder)
  const fronts = Array.from({ length: problem.slots }, (_, slot) => slot).filter(
    (slot) => problem.role[slot] === FIRST_LINE,
  )
  const conflicts = [
    ...Array.from({ length: problem.staff }, (_, person) => conflictsOf(problem, roster, person, NONE)),
    ...fronts.map((front) => backingConflict(problem, roster, front) ?? []),
  ].flat()
  return new Set(conflicts.flatMap(({ slots }) => (slots.some((slot) => concerned.has(slot)) ? [] : slots)))
}
