import type { Turns } from '../limits.ts'
import type { Problem } from '../problem.ts'
import { HELD, OWN } from './chains.ts'
import { addFinding, type Found } from './found.ts'

/**
 * Special holidays of a person, whose bits begin at `offset`: those held again too early, and how many there are, those of the
 * years remembered included, against the person's part.
 */
export function judgeTurns(
  problem: Problem,
  turns: Turns,
  bits: Uint8Array,
  person: number,
  offset: number,
  found: Found,
): void {
  const { year, holiday, memory, heldIn, before, share } = turns
  const count = turns.start.length
  let held = 0
  for (let at = 0; at < count; at++) {
    const own = bits[offset + at]!
    if ((own & HELD) === 0) continue
    if (memory[at] === 0) continue
    if ((own & OWN) !== 0) held++
    let last = heldIn[person * count + at]!
    for (let earlier = 0; earlier < at; earlier++)
      if (
        holiday[earlier] === holiday[at] &&
        (bits[offset + earlier]! & HELD) !== 0 &&
        year[earlier]! < year[at]!
      )
        last = Math.max(last, year[earlier]!)
    if (last < year[at]! - memory[at]! || (own & OWN) === 0) continue
    const early = memory[at]! + 1 - (year[at]! - last)
    addFinding(found, 'same-holiday-again', early, problem.weights.sameHoliday * early)
  }
  found.cost += Math.round(
    (problem.weights.holidayTurn * held * (held + 2 * before[person]!)) / share[person]!,
  )
}
