import {
  type Agreement,
  type AgreementParameters,
  type ParameterName,
  parameterOn,
} from '../rota/agreement.ts'
import type { Interval } from '../time/interval.ts'
import { cutAt, type Dates, edgesOf } from '../time/local-date.ts'
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
  dates: Dates,
): DatedValue<AgreementParameters[K]>[] {
  const adopted = agreement.filter((entry) => entry.parameter === name && entry.status === 'adopted')
  return cutAt(dates, edgesOf(adopted)).flatMap(({ from, to }) => {
    const value = parameterOn(agreement, name, from)
    return value === undefined ? [] : [{ start: fromWall(from, 0), end: fromWall(to, 0), value }]
  })
}

/** The value that judges at an instant; undefined when none does. */
export function valueAt<T>(values: readonly DatedValue<T>[], minute: Minute): T | undefined {
  return values.find(({ start, end }) => start <= minute && minute < end)?.value
}
