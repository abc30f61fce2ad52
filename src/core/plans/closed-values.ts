import { type Agreement, type AgreementEntry, entryOn } from '../rota/agreement.ts'
import { cutAt, edgesOf, type LocalDate } from '../time/local-date.ts'
import type { ClosedPeriod } from './closing.ts'

/** A value that would hold otherwise on a closed date than it did; `entry` is null when nothing would hold. */
export interface ChangedValue {
  readonly parameter: AgreementEntry['parameter']
  readonly status: AgreementEntry['status']
  /** The first closed date on which it differs. */
  readonly date: LocalDate
  readonly entry: AgreementEntry | null
}

/** Where another agreement would judge closed dates by other values than they were judged by, once for each value. */
export function changedOnClosedDates(
  before: Agreement,
  after: Agreement,
  closings: readonly Pick<ClosedPeriod, 'period'>[],
): ChangedValue[] {
  const places = new Map([...before, ...after].map((entry) => [`${entry.status} ${entry.parameter}`, entry]))
  return [...places.values()].flatMap((place) => {
    const date = datesOfChange([...before, ...after], place, closings).find(
      (each) => valueOn(before, place, each) !== valueOn(after, place, each),
    )
    if (date === undefined) return []
    const { parameter, status } = place
    return [{ parameter, status, date, entry: entryOn(after, parameter, status, date) ?? null }]
  })
}

type Place = Pick<AgreementEntry, 'parameter' | 'status'>

/** The closed dates from which another value can hold, in order. */
function datesOfChange(
  entries: Agreement,
  { parameter, status }: Place,
  closings: readonly Pick<ClosedPeriod, 'period'>[],
): LocalDate[] {
  const edges = edgesOf(entries.filter((entry) => entry.parameter === parameter && entry.status === status))
  const dates = closings.flatMap(({ period }) => cutAt(period, edges).map(({ from }) => from))
  return [...new Set(dates)].sort()
}

function valueOn(agreement: Agreement, { parameter, status }: Place, date: LocalDate): string {
  return textOf(entryOn(agreement, parameter, status, date)?.value ?? null)
}

/** The same text for the same value, in whatever order its fields stand. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
