import { availabilityFor, isUnavailable } from '../ledger/availability.ts'
import type { Duty } from '../rota/rota.ts'
import { minutesOf } from '../time/interval.ts'
import type { Rule } from './rule.ts'
import { dutiesHeldBy } from './view.ts'
import { type Violation, violation } from './violation.ts'

/**
 * No duty in an exemption (GP regulation FOR-2025-12-02-2405 §33), a certain absence or a rotation's weeks off (P7–P11, P35).
 * All three give the same violation over the whole duty, so that nothing tells which it was; a possible absence warns.
 */
export const availability: Rule = {
  id: 'availability',
  rows: ['P7', 'P8', 'P9', 'P10', 'P11', 'P35'],
  subject: 'person',
  source: 'registered-availability',
  kinds: ['not-available', 'at-risk'],
  parameters: ['officeHours', 'night'],
  check: (view, personId) => {
    const doctor = view.doctors.get(personId)
    if (!doctor) return []
    return dutiesHeldBy(view, personId).flatMap((duty) => {
      const state = availabilityFor(doctor, view.rota.district.agreement, duty)
      if (isUnavailable(state)) return [breach(duty, 'not-available')]
      return state === 'at-risk' ? [breach(duty, 'at-risk')] : []
    })
  },
}

function breach(duty: Duty, kind: 'not-available' | 'at-risk'): Violation {
  return violation(
    {
      rule: 'availability',
      personId: duty.personId,
      lineId: duty.lineId,
      needIds: [duty.needId],
      span: { start: duty.start, end: duty.end },
      measured: minutesOf(duty),
      limit: 0,
      unit: 'minutes',
    },
    { kind },
  )
}
