import { addDays, isLocalDate } from '../../core/time/local-date.ts'
import { isPlanDate } from '../../usecases/plan-dates.ts'
import type { FieldProblem } from '../../usecases/refusal.ts'

/** What part of a draft was asked for, as the address or the form says it. */
export interface AskedPart {
  /** Whether a part was asked for at all; otherwise all of the draft is meant. */
  readonly isPart: boolean
  readonly lines: readonly string[]
  readonly from: string
  /** The last day, as people say it. */
  readonly to: string
}

export const WHOLE: AskedPart = { isPart: false, lines: [], from: '', to: '' }

/** What is wrong with it before the draft is even read. */
export function partProblems({ isPart, lines, from, to }: AskedPart): FieldProblem[] {
  if (!isPart) return []
  const dates = [
    ['from', from],
    ['to', to],
  ] as const
  const problems = dates
    .filter(([, value]) => !isLocalDate(value) || !isPlanDate(value))
    .map(([field, value]): FieldProblem => ({ field, code: value === '' ? 'missing' : 'not-a-date', value }))
  if (lines.length === 0) problems.unshift({ field: 'lineIds', code: 'missing', value: '' })
  if (problems.length === 0 && to < from) problems.push({ field: 'to', code: 'ends-before-start', value: to })
  return problems
}

/** For the use case: null where all is meant. */
export function toPart({ isPart, lines, from, to }: AskedPart) {
  return isPart ? { lineIds: lines, from, to: addDays(to, 1) } : { lineIds: null, from: null, to: null }
}
