import type { Assignment, Outcome } from '../rota/assignment.ts'
import { LONGEST_NEED_MINUTES } from '../rota/need.ts'
import { minutesOf, overlaps } from '../time/interval.ts'
import type { Minute } from '../time/minute.ts'

/** What cannot be true of an outcome, by the field to mend. */
export interface OutcomeFault {
  readonly field: 'start' | 'end' | 'activeMinutes' | 'callOuts'
  readonly code:
    | 'ends-before-start'
    | 'longer-than-72-hours'
    | 'in-the-future'
    | 'not-this-duty'
    | 'active-too-long'
    | 'out-of-range'
}

/** More call-outs than this in one duty are a slip of the finger. */
const MOST_CALL_OUTS = 200

/**
 * Everything wrong with what is told of a duty at `now`: it has ended, lasted at most 72 hours, holds some of the planned time,
 * and was active no longer than it lasted.
 */
export function outcomeFaults(assignment: Assignment, outcome: Outcome, now: Minute): OutcomeFault[] {
  const { start, end, activeMinutes, callOuts } = outcome
  const faults: OutcomeFault[] = []
  if (start > now) faults.push({ field: 'start', code: 'in-the-future' })
  if (end <= start) faults.push({ field: 'end', code: 'ends-before-start' })
  else if (end > now) faults.push({ field: 'end', code: 'in-the-future' })
  else if (minutesOf(outcome) > LONGEST_NEED_MINUTES)
    faults.push({ field: 'end', code: 'longer-than-72-hours' })
  else if (!overlaps(outcome, assignment)) faults.push({ field: 'start', code: 'not-this-duty' })
  if (activeMinutes !== null && !isCount(activeMinutes))
    faults.push({ field: 'activeMinutes', code: 'out-of-range' })
  else if (activeMinutes !== null && end > start && activeMinutes > minutesOf(outcome))
    faults.push({ field: 'activeMinutes', code: 'active-too-long' })
  if (callOuts !== null && !(isCount(callOuts) && callOuts <= MOST_CALL_OUTS))
    faults.push({ field: 'callOuts', code: 'out-of-range' })
  return faults
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0
}
