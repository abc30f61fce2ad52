import { freeMinutes } from '../derive.ts'
import { ELSEWHERE, type Problem } from '../problem.ts'
import type { Roster } from '../search/roster.ts'

/**
 * Minutes of a slot inside a week that the person's other slots of this problem already fill, of those outside `work`. Needed where a person holds two slots at once; sums of whole slots would count the common time twice.
 */
export function overlappedMinutes(
  problem: Problem,
  roster: Roster,
  person: number,
  slot: number,
  week: number,
  work: Int32Array,
): number {
  const { start, end, weekStart } = problem
  const base = person * problem.slots
  const from = Math.max(start[slot]!, weekStart[week]!)
  const to = Math.min(end[slot]!, weekStart[week + 1]!)
  let covered = from
  let minutes = 0
  for (let i = base; i < base + roster.length[person]!; i++) {
    const other = roster.list[i]!
    if (start[other]! >= to) break
    if (other === slot || problem.role[other] === ELSEWHERE) continue
    const a = Math.max(covered, start[other]!)
    const b = Math.min(to, end[other]!)
    if (b <= a) continue
    minutes += freeMinutes(work, a, b)
    covered = b
  }
  return minutes
}
