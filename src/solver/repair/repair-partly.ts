import { NONE, type Problem } from '../problem.ts'
import { type RepairOptions, type RepairResult, repairRota } from './repair.ts'

/** A repair that leaves slots open, for where no other is found. */
export interface PartialRepair {
  readonly result: RepairResult
  /** Slots that are left open: where the answers were proved, none of them could be filled beside all the others. */
  readonly open: readonly number[]
}

/**
 * Fills as much as it can of what the given rota breaks by its holders, the soonest first, and leaves the rest open. The budget is
 * that of all attempts together.
 */
export function repairPartly(problem: Problem, holder: Int16Array, options: RepairOptions): PartialRepair {
  const { stays, budget } = options
  const broken = Array.from(problem.movable).filter(
    (slot) => stays?.has(slot) !== true && isRefused(problem, holder, slot),
  )
  const share = Math.floor(budget / (broken.length + 1))
  let open = broken
  for (const slot of broken) {
    const fewer = open.filter((other) => other !== slot)
    const attempt = { ...options, alternatives: 1, budget: share, mayBeOpen: new Set(fewer) }
    if (repairRota(problem, holder, attempt).kind === 'repaired') open = fewer
  }
  const result = repairRota(problem, holder, { ...options, budget: share, mayBeOpen: new Set(open) })
  return { result, open }
}

function isRefused({ refusal, slots }: Problem, holder: Int16Array, slot: number): boolean {
  const person = holder[slot]!
  return person !== NONE && refusal[person * slots + slot] !== 0
}
