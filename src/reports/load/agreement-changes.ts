import { type Agreement, type ParameterName, parameterOn } from '../../core/rota/agreement.ts'
import { addDays, type Dates, type LocalDate } from '../../core/time/local-date.ts'

/** Values that a report counts, judges or hides by. */
export const COUNTED_PARAMETERS = [
  'hourWeights',
  'activeHourWeight',
  'night',
  'weekend',
  'officeDayAfterNight',
  'specialHolidays',
  'leastGroup',
  'weeklyTotalMinutes',
  'rollingTotalMinutes',
  'weeklyDutyMinutes',
  'averageUnderAct',
  'averageDuty',
  'restAfterOnSiteNightMinutes',
  'restAfterMinutes',
  'restBeforeNightMinutes',
  'longestPeriodMinutes',
  'nightsInARow',
  'weekendFrequency',
  'sundaysInARow',
] as const satisfies readonly ParameterName[]

/** A value that is another one from a date inside the period. */
export interface AgreementChange {
  readonly parameter: (typeof COUNTED_PARAMETERS)[number]
  readonly on: LocalDate
}

/** What was agreed anew within a period, by date: before and after count differently. */
export function agreementChanges(agreement: Agreement, { from, to }: Dates): AgreementChange[] {
  const isCounted = (name: ParameterName): name is AgreementChange['parameter'] =>
    (COUNTED_PARAMETERS as readonly ParameterName[]).includes(name)
  const edges = agreement.flatMap((entry) => {
    const { parameter } = entry
    if (entry.status !== 'adopted' || !isCounted(parameter)) return []
    return [entry.from, entry.to].flatMap((on) =>
      on !== null && on > from && on < to ? [{ parameter, on }] : [],
    )
  })
  const unique = new Map(edges.map((edge) => [`${edge.on} ${edge.parameter}`, edge]))
  return [...unique.values()]
    .filter(({ parameter, on }) => isAnother(agreement, parameter, on))
    .sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))
}

function isAnother(agreement: Agreement, parameter: ParameterName, on: LocalDate): boolean {
  const own = agreement.filter((entry) => entry.parameter === parameter)
  const valueOn = (date: LocalDate) => JSON.stringify(parameterOn(own, parameter, date))
  return valueOn(on) !== valueOn(addDays(on, -1))
}
