import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parameterOn } from '../../../src/core/rota/agreement.ts'
import { abilityOn, type CompetenceRoute, dutyAbilityOn } from '../../../src/core/rota/competence.ts'
import type { Engagement } from '../../../src/core/rota/engagement.ts'
import { addDays, holdsOn, type LocalDate } from '../../../src/core/time/local-date.ts'
import { adopted } from '../../support/held-duties.ts'
import { makeCompetence, makeDoctor } from '../../support/make-district.ts'

const date = fc.integer({ min: 0, max: 400 }).map((days): LocalDate => addDays('2027-01-01', days))
const range = fc.record({ from: date, to: fc.option(date) })
const route = fc.constantFrom<CompetenceRoute>(
  { kind: 'specialist' },
  { kind: 'lis1-goals' },
  { kind: 'none' },
)
const competence = fc
  .record({ route, dates: range, emergencyCourseOn: fc.option(date), violenceCourseOn: fc.option(date) })
  .map(({ dates, ...told }) => ({ ...makeCompetence(told.route, told), ...dates }))
const engagement = fc.record({ dates: range, form: fc.constantFrom('lis1', 'locum') }).map(
  ({ dates, form }): Engagement => ({
    ...dates,
    id: 'e',
    form: form as Engagement['form'],
    employer: { kind: 'service' },
    fractionPercent: 100,
  }),
)
const validity = fc.record({ dates: range, years: fc.integer({ min: 1, max: 2 }) })

describe('what a doctor may do on a date', () => {
  it('is what the facts of that date say, whatever date was asked about before', () => {
    fc.assert(
      fc.property(
        fc.array(competence, { maxLength: 3 }),
        fc.array(engagement, { maxLength: 2 }),
        fc.array(validity, { maxLength: 2 }),
        fc.array(date, { minLength: 1, maxLength: 20 }),
        (competences, engagements, validities, dates) => {
          const doctor = makeDoctor('a', { competences, engagements })
          const agreement = validities.map((told) => adopted('courseValidYears', told.years, told.dates))
          for (const on of dates) {
            const alone = dutyAbilityOn(competences, on, parameterOn(agreement, 'courseValidYears', on))
            const isLis1 = engagements.some((held) => held.form === 'lis1' && holdsOn(held, on))
            const limits = isLis1 ? { mayWorkAlone: false, mayBeBackup: false } : {}
            expect(abilityOn(doctor, agreement, on)).toEqual({ ...alone, ...limits })
          }
        },
      ),
      { seed: 4, numRuns: 300 },
    )
  })
})
