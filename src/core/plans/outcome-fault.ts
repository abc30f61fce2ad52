import type { Assignment, Outcome } from '../rota/assignment.ts'
import { LONGEST_NEED_MINUTES } from '../rota/need.ts'
import { type Interval, minutesOf, overlaps } from '../time/interval.ts'
import { MINUTES_PER_HOUR, type Minute } from '../time/minute.ts'

/** What cannot be true of an outcome, by the field to mend. */
export interface OutcomeFault {
  readonly field: 'start' | 'end' | 'activeMinutes' | 'callOuts'
  readonly code:
    | 'ends-before-start'
    | 'longer-than-72-hours'
    | 'in-the-future'
    | 'not-this-duty'
    | 'begun-too-early'
    | 'ended-too-late'
    | 'over-own-duty'
    | 'active-too-long'
    | 'out-of-range'
}

/**
 * A duty that began earlier or lasted longer than this past its plan, in minutes, was another duty, or is told on a wrong date:
 * whoever relieves or is relieved comes within half a day.
 */
const FARTHEST_FROM_PLAN = 12 * MINUTES_PER_HOUR

/** More call-outs than this in one duty are a slip of the finger. */
const MOST_CALL_OUTS = 200

/**
 * Everything wrong with what is told of a duty at `now`: it has ended, lasted at most 72 hours, holds some of the planned time,
 * began at most 12 hours before it and ended at most 12 hours after, reaches into none of the holder's own duties (`others`, as
 * worked), and was active no longer than it lasted.
 */
export function outcomeFaults(
  assignment: Assignment,
  outcome: Outcome,
  now: Minute,
  others: readonly Interval[] = [],
): OutcomeFault[] {
  const { start, end, activeMinutes, callOuts } = outcome
  const faults: OutcomeFault[] = []
  if (start > now) faults.push({ field: 'start', code: 'in-the-future' })
  if (end <= start) faults.push({ field: 'end', code: 'ends-before-start' })
  else if (end > now) faults.push({ field: 'end', code: 'in-the-future' })
  else if (minutesOf(outcome) > LONGEST_NEED_MINUTES)
    faults.push({ field: 'end', code: 'longer-than-72-hours' })
  else if (!overlaps(outcome, assignment)) faults.push({ field: 'start', code: 'not-this-duty' })
  else faults.push(...planFaults(assignment, outcome), ...ownFaults(outcome, others))
  if (activeMinutes !== null && !isCount(activeMinutes))
    faults.push({ field: 'activeMinutes', code: 'out-of-range' })
  else if (activeMinutes !== null && end > start && activeMinutes > minutesOf(outcome))
    faults.push({ field: 'activeMinutes', code: 'active-too-long' })
  if (callOuts !== null && !(isCount(callOuts) && callOuts <= MOST_CALL_OUTS))
    faults.push({ field: 'callOuts', code: 'out-of-range' })
  return faults
}

function planFaults(planned: Interval, { start, end }: Interval): OutcomeFault[] {
  const faults: OutcomeFault[] = []
  if (start < planned.start - FARTHEST_FROM_PLAN) faults.push({ field: 'start', code: 'begun-too-early' })
  if (end > planned.end + FARTHEST_FROM_PLAN) faults.push({ field: 'end', code: 'ended-too-late' })
  return faults
}

/** A minute is told of one duty alone, or it would count twice. */
function ownFaults(told: Interval, others: readonly Interval[]): OutcomeFault[] {
  const met = others.filter((other) => overlaps(told, other))
  const field = met.some((other) => other.start > told.start) ? 'end' : 'start'
  return met.length > 0 ? [{ field, code: 'over-own-duty' }] : []
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0
}
