import { COUNTERS, NONE, type Problem, WEEKENDS } from '../problem.ts'

/** What a person with these slots has of each counter; weekends as they are worked. */
export function countsOf(problem: Problem, slots: readonly number[]): Int32Array {
  const counts = new Int32Array(COUNTERS)
  const weekends = new Int32Array(problem.weekends)
  for (const slot of slots) {
    for (let counter = 0; counter < COUNTERS; counter++) {
      counts[counter]! += problem.amounts[slot * COUNTERS + counter]!
    }
    const weekend = problem.weekend[slot]!
    if (weekend !== NONE) weekends[weekend]! += problem.weekendMinutes[slot]!
  }
  counts[WEEKENDS]! += weekends.filter((minutes, weekend) => minutes >= problem.weekendLeast[weekend]!).length
  return counts
}
