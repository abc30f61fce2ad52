import { addMonths, type Dates, type LocalDate } from '../time/local-date.ts'
import { type AgreementParameters, parameterOn } from './agreement.ts'
import type { District } from './district.ts'
import { hasGpAgreementOn } from './engagement.ts'
import { birthday, type PersonId } from './person.ts'

/** A GP who reaches the age from which exemption may be claimed; nothing follows until it is claimed. */
export interface ComingRight {
  readonly personId: PersonId
  /** The birthday, from which the claim counts. */
  readonly on: LocalDate
  readonly age: number
}

/**
 * The GPs whose right to exemption by age begins from `from` until `to` (exclusive), by date, with the age that the agreement
 * holds on `from` (P8; GP regulation FOR-2025-12-02-2405 §33(4)a). Only those with a GP agreement on that birthday; persons
 * whose birth date is not known are left out.
 */
export function turningExemptionAge(district: District, from: LocalDate, to: LocalDate): ComingRight[] {
  const age = parameterOn(district.agreement, 'exemptionAge', from)
  const birthDates = new Map(district.persons.map((person) => [person.id, person.birthDate]))
  return district.doctors
    .flatMap((doctor) => {
      const birthDate = birthDates.get(doctor.personId) ?? null
      if (birthDate === null) return []
      const on = birthday(birthDate, age)
      const isComing = on >= from && on < to && hasGpAgreementOn(doctor.engagements, on)
      return isComing ? [{ personId: doctor.personId, on, age }] : []
    })
    .sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))
}

/**
 * Dates to propose for an exemption that a birth gives a right to (P9; GP regulation §33(4)b–c): the last months before it,
 * or from it until the child is so old. `bornOn` is the expected date until the child is born; `to` is exclusive. A pregnancy
 * that hinders the work earlier begins when the doctor says so.
 */
export function proposedEnd(
  right: 'pregnancy' | 'breastfeeding',
  facts: {
    readonly bornOn: LocalDate
    readonly parentExemption: AgreementParameters['parentExemption']
  },
): Dates {
  const { bornOn, parentExemption } = facts
  return right === 'pregnancy'
    ? { from: addMonths(bornOn, -parentExemption.monthsBefore), to: bornOn }
    : { from: bornOn, to: addMonths(bornOn, parentExemption.childMonths) }
}
