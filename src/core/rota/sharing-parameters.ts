import { type AgreementParameters, BUILDER_WEIGHTS, type BuilderWeightName } from './agreement.ts'
import type { Parameter } from './parameter.ts'
import { choice, fields, list, number, someFields, wholeNumber } from './parameter-shape.ts'

type Name = 'shareTolerancePercent' | 'specialHolidays' | 'holidayMemoryYears' | 'fairness' | 'builderWeights'

// A weight of nothing would leave a thing to chance, and one out of all proportion would drown the rest.
const sharing = number('times', 0.01, 1000)
const building = number('times', 0.1, 10)

/** The group of values by which duties are shared out and rotas built. */
export const SHARING_PARAMETERS: { readonly [K in Name]: Parameter<AgreementParameters[K]> } = {
  shareTolerancePercent: {
    rows: ['P27'],
    group: 'sharing',
    use: 'limit',
    source: 'district-decision',
    shape: number('percent', 0, 100),
  },
  specialHolidays: {
    rows: ['P28'],
    group: 'sharing',
    use: 'counts',
    source: 'usual-practice',
    shape: list(choice('christmas', 'new-year', 'easter', 'constitution-day'), 4),
  },
  holidayMemoryYears: {
    rows: ['P27', 'P28'],
    group: 'sharing',
    use: 'limit',
    source: 'usual-practice',
    shape: wholeNumber('years', 1, 20),
  },
  fairness: {
    rows: ['P27'],
    group: 'sharing',
    use: 'arranges',
    source: 'usual-practice',
    shape: fields({
      hours: sharing,
      nights: sharing,
      weekends: sharing,
      holidays: sharing,
    }),
  },
  builderWeights: {
    rows: ['P27'],
    group: 'sharing',
    use: 'arranges',
    source: 'usual-practice',
    shape: someFields(eachWeight(building)),
  },
}

function eachWeight<S>(shape: S): Record<BuilderWeightName, S> {
  // Every name is given the same shape.
  return Object.fromEntries(BUILDER_WEIGHTS.map((name) => [name, shape])) as Record<BuilderWeightName, S>
}
