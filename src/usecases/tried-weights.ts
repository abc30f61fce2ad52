import { type Agreement, parameterOn, type WeightName } from '../core/rota/agreement.ts'
import { valueFaults } from '../core/rota/parameter-values.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import type { FieldProblem } from './refusal.ts'

/** Weights that are tried on, by criterion; those left out are as agreed. */
export type TriedWeights = Readonly<Partial<Record<WeightName, unknown>>>

/** What is wrong with them, at the field of each. */
export function weightFaults(tried: TriedWeights): FieldProblem[] {
  const { fairness, builderWeights } = split(tried)
  const even = { ...ALIKE, ...fairness }
  return [...valueFaults('fairness', even), ...valueFaults('builderWeights', builderWeights)].map(
    ({ path, code, value }) => ({ field: `value.${path.join('.')}`, code, value }),
  )
}

const ALIKE = { hours: 1, nights: 1, weekends: 1, holidays: 1 }

/** Even sharing has a value of its own in the agreement. */
function split(tried: TriedWeights) {
  const isEven = ([name]: readonly [string, unknown]) => Object.hasOwn(ALIKE, name)
  const given = Object.entries(tried)
  return {
    fairness: Object.fromEntries(given.filter(isEven)),
    builderWeights: Object.fromEntries(given.filter((entry) => !isEven(entry))),
  }
}

/** As if the weights had been adopted from the date on; they have been checked. */
export function withTried(agreement: Agreement, tried: TriedWeights, from: LocalDate): Agreement {
  const { fairness, builderWeights } = split(tried)
  const entry = { from, to: null, status: 'adopted', source: '', author: '', decidedOn: null } as const
  const even = { ...parameterOn(agreement, 'fairness', from), ...fairness }
  const others = { ...parameterOn(agreement, 'builderWeights', from), ...builderWeights }
  return [
    ...agreement,
    { ...entry, parameter: 'fairness', value: even },
    { ...entry, parameter: 'builderWeights', value: others },
  ]
}
