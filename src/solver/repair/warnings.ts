import type { Problem } from '../problem.ts'
import { scoreOf } from '../score/score.ts'

/** What the rules warn of, however far it is past its limit. */
export function warningsIn(problem: Problem, holder: Int16Array): number {
  if (problem.grid !== null) return 0
  const { findings, warnings } = scoreOf(problem, holder)
  return Object.values(findings).reduce((sum, { count }) => sum + count, warnings.officeDays)
}
