import { isPastAgreement } from '../rota/engagement.ts'
import type { Rule } from './rule.ts'
import { dutiesHeldBy } from './view.ts'
import { violation } from './violation.ts'

/**
 * No duty under a GP agreement past its end by age or recorded extension, judged on the date on which the duty starts (P13;
 * GP regulation FOR-2025-12-02-2405 §12). Another engagement in force carries it: a retired GP as locum is fine. Not judged
 * without a birth date or any engagement.
 */
export const engagement: Rule = {
  id: 'engagement',
  rows: ['P13'],
  subject: 'person',
  source: 'gp-regulation-12',
  kinds: ['agreement-ended'],
  parameters: ['agreementEnd'],
  check: (view, personId) => {
    const { persons, agreement } = view.rota.district
    const birthDate = persons.find((person) => person.id === personId)?.birthDate ?? null
    const doctor = view.doctors.get(personId)
    if (birthDate === null || !doctor) return []
    return dutiesHeldBy(view, personId)
      .filter((duty) => isPastAgreement(doctor.engagements, birthDate, agreement, duty.date))
      .map(({ needId, lineId, start, end }) =>
        violation(
          {
            rule: 'engagement',
            personId,
            lineId,
            needIds: [needId],
            span: { start, end },
            measured: 1,
            limit: 0,
            unit: 'duties',
          },
          { kind: 'agreement-ended' },
        ),
      )
  },
}
