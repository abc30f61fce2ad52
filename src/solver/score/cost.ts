import { type Problem, UNKNOWN } from '../problem.ts'

/**
 * With shares w, counts x and sums W and X over all who share, Σ (x − wX/W)² / w = Σ x²/w − X²/W: zero exactly when the counts
 * are as the shares, whatever they add up to. This is a person's part of the first sum, rounded so that sums of costs are exact.
 */
export function countCost(problem: Problem, at: number, value: number): number {
  return Math.round(problem.scale[at]! * value * value)
}

/** The second sum, for one counter. */
export function poolCost(problem: Problem, counter: number, sum: number): number {
  return Math.round(problem.pool[counter]! * sum * sum)
}

export function quotaBreaches(problem: Problem, quota: number, held: number): number {
  return Math.max(0, held - problem.quotaMost[quota]!)
}

export function quotaCost(problem: Problem, quota: number, held: number): number {
  return problem.weights.belowLeast * Math.max(0, problem.quotaLeast[quota]! - held)
}

/** Minutes of duty, and of all work, above the caps of a week; a total that is not known is not over. */
export function weekOver(problem: Problem, at: number, week: number, duty: number, total: number): number {
  const overDuty = Math.max(0, duty - problem.weekDutyCap[week]!)
  const overTotal =
    problem.otherMinutes[at] === UNKNOWN ? 0 : Math.max(0, total - problem.weekTotalCap[week]!)
  return overDuty + overTotal
}

/** Grows faster than the minutes, so that what cannot be avoided is spread. */
export function overCost(problem: Problem, minutes: number): number {
  return (
    problem.weights.warnMinute * minutes + Math.round((problem.weights.warnMinute * minutes * minutes) / 3200)
  )
}

/** Cost of two periods of duty of one person that stand `gap` minutes apart. */
export function closeCost(problem: Problem, person: number, gap: number): number {
  const missing = problem.spacing[person]! - gap
  return missing <= 0 ? 0 : Math.round((problem.weights.closeHour * missing * missing) / 3600)
}

/** Whether a search with so much patience takes a change: breaches are traded at their price, or not at all where they have none. */
export function isBearable(problem: Problem, hard: number, cost: number, patience: number): boolean {
  const { breach } = problem.weights
  if (breach > 0) return cost + breach * hard <= patience
  return hard < 0 || (hard === 0 && cost <= patience)
}
