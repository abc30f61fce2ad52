import { DEFAULT_PARAMETERS } from '../rota/agreement.ts'
import { isPastAgreement } from '../rota/engagement.ts'
import { yearOf } from '../time/local-date.ts'
import { ofRota } from './facts.ts'
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
    const duties = dutiesHeldBy(view, personId)
    const last = duties.at(-1)
    if (birthDate === null || !doctor || !last) return []
    // Spares nearly everybody the question, duty by duty; a later slice may belong to an earlier date.
    if (yearOf(last.date) + 1 - yearOf(birthDate) < lowestAge(view)) return []
    return duties
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

/** The lowest age at which any agreement in sight ends. */
const lowestAge = ofRota(({ rota }) =>
  rota.district.agreement.reduce(
    (age, entry) => (entry.parameter === 'agreementEnd' ? Math.min(age, entry.value.age) : age),
    DEFAULT_PARAMETERS.agreementEnd.age as number,
  ),
)
