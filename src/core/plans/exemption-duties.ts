import { availabilityFor } from '../ledger/availability.ts'
import type { Agreement } from '../rota/agreement.ts'
import type { Absence, Doctor } from '../rota/doctor.ts'
import type { Exemption } from '../rota/exemption.ts'
import type { Need } from '../rota/need.ts'
import { clip, type Interval } from '../time/interval.ts'

/** A time when a doctor is not available, as everybody who plans sees it, whatever it rests on. */
export type Unavailability =
  | { readonly kind: 'exemption'; readonly exemption: Exemption }
  | { readonly kind: 'absence'; readonly absence: Absence }

/** A duty with the part of it that the doctor holds. */
export interface HeldDuty {
  readonly need: Pick<Need, 'date' | 'pieces'>
  readonly assignment: Interval
}

export interface DutyInside<T extends HeldDuty> {
  readonly duty: T
  /** The dates are not settled: the duty may have to be replaced. */
  readonly isAtRisk: boolean
}

/** The duties, among those of one doctor, that this reaches, in their order. */
export function dutiesInside<T extends HeldDuty>(
  duties: readonly T[],
  doctor: Doctor,
  away: Unavailability,
  agreement: Agreement,
): DutyInside<T>[] {
  const alone: Doctor = {
    ...doctor,
    rotations: [],
    exemptions: away.kind === 'exemption' ? [away.exemption] : [],
    absences: away.kind === 'absence' ? [away.absence] : [],
  }
  return duties.flatMap((duty) => {
    const { start, end } = duty.assignment
    const pieces = duty.need.pieces.flatMap((piece) =>
      clip([piece], { start, end }).map((part) => ({ ...part, form: piece.form })),
    )
    const state = availabilityFor(alone, agreement, { start, end, date: duty.need.date, pieces })
    return state === 'available' ? [] : [{ duty, isAtRisk: state === 'at-risk' }]
  })
}
