import type { BalanceEntry } from '../ledger/balance.ts'
import { periodOf } from '../ledger/period.ts'
import type { PersonId } from '../rota/person.ts'
import type { ShareMeasure } from '../rota/rota.ts'
import type { LocalDate } from '../time/local-date.ts'
import type { Minute } from '../time/minute.ts'

export interface CorrectionInput {
  /** The doctors of the district. */
  readonly doctors: readonly { readonly personId: PersonId }[]
  readonly personId: PersonId
  readonly measure: ShareMeasure
  /** Minutes or a number, signed. */
  readonly amount: number
  readonly on: LocalDate
  /** The day after the last closed period; null while none is closed. */
  readonly openFrom: LocalDate | null
  /** Of the first published duty; null while nothing is published. */
  readonly firstDuty: LocalDate | null
  readonly reason: string
  readonly by: string
  readonly now: Minute
  readonly newId: () => string
}

export type CorrectionProblem =
  | 'no-reason'
  | 'zero'
  | 'unknown-doctor'
  | 'in-closed-period'
  | 'before-first-duty'

export type CorrectionResult =
  | { readonly kind: 'planned'; readonly entry: BalanceEntry }
  | { readonly kind: 'refused'; readonly problem: CorrectionProblem }

/**
 * An entry of its own beside what was closed, which stays as it is. Refused without a reason, for nothing, for a person who is
 * no doctor of the district, on a date that is closed or lies before a later closed one, and before the year of the first published duty.
 */
export function planCorrection(input: CorrectionInput): CorrectionResult {
  const problem = problemIn(input)
  if (problem) return { kind: 'refused', problem }
  const { personId, measure, amount, on, by, now, newId } = input
  const reason = input.reason.trim()
  const about = { personId, measure, amount, on, reason, by, at: now }
  return { kind: 'planned', entry: { id: newId(), ...about, kind: 'correction', closingId: null } }
}

function problemIn(input: CorrectionInput): CorrectionProblem | undefined {
  const { doctors, personId, amount, on, openFrom, firstDuty, reason } = input
  if (!doctors.some((doctor) => doctor.personId === personId)) return 'unknown-doctor'
  if (amount === 0) return 'zero'
  if (openFrom !== null && on < openFrom) return 'in-closed-period'
  // From the year of the first duty on, so that what was brought along counts from the first period's first day.
  if (firstDuty === null || on < periodOf('year', firstDuty).from) return 'before-first-duty'
  return reason.trim() === '' ? 'no-reason' : undefined
}
