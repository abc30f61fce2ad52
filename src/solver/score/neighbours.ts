import { ELSEWHERE, NONE, type Problem } from '../problem.ts'

/** Whether two slots that share time cannot be one person's: no common class, or places of one need. */
export function isDouble(problem: Problem, a: number, b: number): boolean {
  const { overlapClass, need } = problem
  return overlapClass[a] === NONE || overlapClass[a] !== overlapClass[b] || need[a] === need[b]
}

/** Whether a breach between two slots is this problem's to count: not between neighbours only, nor between other districts' duties. */
export function isJudged(problem: Problem, a: number, b: number): boolean {
  const { context, role } = problem
  if (role[a] === ELSEWHERE && role[b] === ELSEWHERE) return false
  const isOwn = (slot: number) => context[slot] === 0 && role[slot] !== ELSEWHERE
  return isOwn(a) || isOwn(b)
}

/** Whether two slots are meant to stand close: of one block, or in one weekend. */
export function isTogether(problem: Problem, a: number, b: number): boolean {
  const { block, weekend } = problem
  if (block[a] !== NONE && block[a] === block[b]) return true
  return weekend[a] !== NONE && weekend[a] === weekend[b]
}
