import type { WeeklyMean } from '../rota/agreement.ts'
import type { Doctor } from '../rota/doctor.ts'
import { addDays, holdsOn, type LocalDate } from '../time/local-date.ts'
import type { Rule } from './rule.ts'
import { violation } from './violation.ts'
import { heavyWeeks } from './weekly-means.ts'

/**
 * Hours under the Working Environment Act a week, as a mean over each number of weeks the district has adopted (P16;
 * §§10-4(3), 10-6(8), 10-12(4)): warns. Duty counts by the weight of its form, duty elsewhere in full because its form is not
 * known, surgery and other tasks only on dates when the doctor is employed: never the surgery of a self-employed GP.
 * Somebody who has consented to a longer mean over a year is not held to means over 52 weeks or more that end in the consent.
 */
export const averageHours: Rule = {
  id: 'average-hours',
  rows: ['P16'],
  subject: 'person',
  source: 'working-environment-10-6',
  kinds: ['average-hours'],
  parameters: ['averageUnderAct', 'hourWeights'],
  check: (view, personId) => {
    const adopted = view.background.values('averageUnderAct')
    const doctor = view.doctors.get(personId)
    if (adopted.length === 0 || !doctor) return []
    return heavyWeeks(view, personId, 'act', adopted, (mean, { monday }) =>
      isHeldTo(doctor, mean, addDays(monday, 6)),
    ).map(({ start, end, weeks, needIds, measured, limit, floor }) =>
      violation(
        {
          rule: 'average-hours',
          personId,
          needIds,
          span: { start, end },
          measured,
          limit,
          unit: 'minutes',
          floor,
        },
        { kind: 'average-hours', weeks },
      ),
    )
  },
}

/** §10-12(4) asks for the consent of each worker where the mean over a year is above 48 hours. */
const WEEKS_OF_YEAR = 52

function isHeldTo(doctor: Doctor, { weeks }: WeeklyMean, lastDate: LocalDate): boolean {
  if (weeks < WEEKS_OF_YEAR) return true
  return !(doctor.averageConsents ?? []).some((consent) => holdsOn(consent, lastDate))
}
