import type { Outcome } from '../../core/rota/assignment.ts'
import type { Minute } from '../../core/time/minute.ts'
import { fromWall, fromWallText, isFolded } from '../../core/time/oslo.ts'
import type { FieldProblem } from '../../usecases/refusal.ts'
import { readDuration } from '../duration.ts'
import type { Posted } from '../form.tsx'
import { readInstant } from '../instant-field.tsx'

/** What was typed about how a duty went, with what is wrong in it. */
export interface OutcomeForm {
  readonly assignmentId: string
  readonly values: Readonly<Record<string, string>>
  readonly problems: readonly FieldProblem[]
}

export type ReadOutcome =
  | { readonly kind: 'read'; readonly outcome: Outcome }
  | { readonly kind: 'invalid'; readonly problems: readonly FieldProblem[] }

/** Times and numbers of the form; an empty number is not told. */
export function readOutcome({ values }: Posted): ReadOutcome {
  const start = readWallOf(values, 'start')
  const end = readWallOf(values, 'end')
  const activeMinutes = readMinutes(values.activeMinutes ?? '')
  const callOuts = readWhole(values.callOuts ?? '')
  if (start === undefined || end === undefined || activeMinutes === undefined || callOuts === undefined) {
    const problems: FieldProblem[] = []
    const given = (field: string) => values[field] ?? ''
    if (start === undefined) problems.push({ field: 'start', code: 'not-a-time', value: given('start') })
    if (end === undefined) problems.push({ field: 'end', code: 'not-a-time', value: given('end') })
    if (activeMinutes === undefined)
      problems.push({ field: 'activeMinutes', code: 'not-a-duration', value: given('activeMinutes') })
    if (callOuts === undefined)
      problems.push({ field: 'callOuts', code: 'not-a-number', value: given('callOuts') })
    return { kind: 'invalid', problems }
  }
  return {
    kind: 'read',
    outcome: { assignmentId: values.assignment ?? '', start, end, activeMinutes, callOuts },
  }
}

/** Of an hour that comes twice, the second when it is ticked. */
function readWallOf(values: Posted['values'], field: 'start' | 'end'): Minute | undefined {
  const text = values[field] ?? ''
  const first = readInstant(text)
  if (first === undefined || values[`${field}-late`] !== 'yes') return first
  const { date, minuteOfDay } = fromWallText(text, 0)
  return isFolded(date, minuteOfDay) ? fromWall(date, minuteOfDay, 1) : first
}

/** A whole number is minutes; what is told as hours, such as '1:30' or '1,5', is hours. Null for nothing. */
function readMinutes(given: string): number | null | undefined {
  return readWhole(given) ?? (given.trim() === '' ? null : readDuration(given))
}

/** A whole number of at most five figures; null for nothing, undefined for anything else. */
function readWhole(given: string): number | null | undefined {
  const text = given.trim()
  if (text === '') return null
  return /^\d{1,5}$/.test(text) ? Number(text) : undefined
}
