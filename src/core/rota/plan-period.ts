import { addDays, isLocalDate, type LocalDate, yearOf } from '../time/local-date.ts'
import { type Agreement, type PlanPeriod, parameterOn } from './agreement.ts'

/** A period of the year wheel in a certain year. `to` is exclusive: the first day of the next one. */
export interface DatedPlanPeriod {
  readonly name: string
  readonly from: LocalDate
  readonly to: LocalDate
  /** The last day on which it is published in time; null where none is agreed. */
  readonly publishBy: LocalDate | null
}

/** The plan period that holds a date; undefined while the district has none. One alone lasts a whole year. */
export function planPeriodOn(
  planPeriods: readonly PlanPeriod[],
  date: LocalDate,
): DatedPlanPeriod | undefined {
  const year = yearOf(date)
  const starts = [year - 1, year, year + 1]
    .flatMap((each) => planPeriods.map((period) => ({ period, from: dateIn(each, period.from) })))
    .sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)))
  const at = starts.findLastIndex((start) => start.from <= date)
  const found = starts[at]
  const next = starts[at + 1]
  if (!found || !next) return undefined
  return { name: found.period.name, from: found.from, to: next.from, publishBy: publishByOf(found) }
}

/**
 * The last day on which duties from `from` on are published in time (P29): the day of the year wheel for the plan period that
 * holds `from`, else the adopted number of days before it; null while neither is adopted.
 */
export function publishDeadline(agreement: Agreement, from: LocalDate): LocalDate | null {
  const wheel = parameterOn(agreement, 'planPeriods', from) ?? []
  const publishBy = planPeriodOn(wheel, from)?.publishBy ?? null
  if (publishBy !== null) return publishBy
  const daysBefore = parameterOn(agreement, 'publishDaysBefore', from)
  return daysBefore === undefined ? null : addDays(from, -daysBefore)
}

/** A day of publishing later in the year than the period's first belongs to the year before. */
function publishByOf({ period, from }: { period: PlanPeriod; from: LocalDate }): LocalDate | null {
  if (period.publishBy === null) return null
  const sameYear = dateIn(yearOf(from), period.publishBy)
  return sameYear <= from ? sameYear : dateIn(yearOf(from) - 1, period.publishBy)
}

/** 29 February is 1 March in ordinary years, as for birthdays. */
function dateIn(year: number, monthDay: string): LocalDate {
  const date = `${year}-${monthDay}`
  return isLocalDate(date) ? date : `${year}-03-01`
}
