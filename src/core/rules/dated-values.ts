import {
  type Agreement,
  type AgreementParameters,
  type ParameterName,
  parameterOn,
} from '../rota/agreement.ts'
import type { Interval } from '../time/interval.ts'
import type { LocalDate } from '../time/local-date.ts'
import type { Minute } from '../time/minute.ts'
import { fromWall } from '../time/oslo.ts'

/** A value, and the time for which it judges. */
export interface DatedValue<T> extends Interval {
  readonly value: T
}

/** What judges over some dates (`to` exclusive), by start: adopted values and the default. Dates on which nothing does are left out. */
export function valuesOver<K extends ParameterName>(
  agreement: Agreement,
  name: K,
  dates: { readonly from: LocalDate; readonly to: LocalDate },
): DatedValue<AgreementParameters[K]>[] {
  const edges = agreement
    .filter((entry) => entry.parameter === name && entry.status === 'adopted')
    .flatMap(({ from, to }) => (to === null ? [from] : [from, to]))
    .filter((edge) => edge > dates.from && edge < dates.to)
  const cuts = [...new Set([dates.from, ...edges.sort(), dates.to])]
  return cuts.slice(1).flatMap((to, index) => {
    const from = cuts[index] as LocalDate
    const value = parameterOn(agreement, name, from)
    return value === undefined ? [] : [{ start: fromWall(from, 0), end: fromWall(to, 0), value }]
  })
}

/** The value that judges at an instant; undefined when none does. */
export function valueAt<T>(values: readonly DatedValue<T>[], minute: Minute): T | undefined {
  return values.find(({ start, end }) => start <= minute && minute < end)?.value
}
