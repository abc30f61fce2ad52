import type { Absence } from '../rota/doctor.ts'
import type { LocalDate } from '../time/local-date.ts'
import { type ExemptionFault, fault } from './exemption-fault.ts'

export type AbsencePlan =
  | { readonly kind: 'planned'; readonly absence: Absence }
  | { readonly kind: 'refused'; readonly problems: readonly ExemptionFault[] }

/** An absence, new or changed: it ends after it begins, the certain part lies inside it, and no other of `held` has its dates. */
export function planAbsence(absence: Absence, held: readonly Absence[]): AbsencePlan {
  const { from, certainFrom, to } = absence
  if (to !== null && to <= from) return refused(fault('to', 'ends-before-start', to))
  if (certainFrom < from || (to !== null && certainFrom > to))
    return refused(fault('certainFrom', 'outside-absence', certainFrom))
  const isHeld = held.some((other) => other.id !== absence.id && other.from === from && other.to === to)
  if (isHeld) return refused(fault('from', 'already-away', from))
  return { kind: 'planned', absence }
}

/** Back from `on`. What the absence was until then stays; on or before its start it never was (`absence` null). */
export function planAbsenceEnd(
  absence: Absence,
  on: LocalDate,
):
  | { readonly kind: 'planned'; readonly absence: Absence | null }
  | { readonly kind: 'refused'; readonly problems: readonly ExemptionFault[] } {
  const { from, certainFrom, to } = absence
  if (to !== null && on >= to) return refused(fault('on', 'already-ended', to))
  if (on <= from) return { kind: 'planned', absence: null }
  return {
    kind: 'planned',
    absence: { ...absence, certainFrom: certainFrom < on ? certainFrom : on, to: on },
  }
}

function refused(problem: ExemptionFault) {
  return { kind: 'refused', problems: [problem] } as const
}
