import * as z from 'zod'
import { addDays, type LocalDate } from '../../core/time/local-date.ts'
import { planDate } from '../form.tsx'

/** A last day as people say it, to be left empty when it is not known. */
export const lastDay = z.literal('').or(planDate)

/** The exclusive end after a last day; null for none. */
export function endAfter(last: string): LocalDate | null {
  return last === '' ? null : addDays(last, 1)
}

/** The last day before an exclusive end; empty for none. */
export function lastBefore(to: LocalDate | null): string {
  return to === null ? '' : addDays(to, -1)
}
