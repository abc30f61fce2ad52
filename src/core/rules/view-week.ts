import type { Interval } from '../time/interval.ts'
import { type IsoWeek, isoWeekInterval, isoWeekStart } from '../time/iso-week.ts'
import { type LocalDate, toDayNumber } from '../time/local-date.ts'

/** An ISO week as rules look at it. */
export interface ViewWeek {
  readonly week: IsoWeek
  readonly monday: LocalDate
  /** Of the Monday. */
  readonly dayNumber: number
  readonly span: Interval
}

export function viewWeek(week: IsoWeek): ViewWeek {
  const monday = isoWeekStart(week)
  return { week, monday, dayNumber: toDayNumber(monday), span: isoWeekInterval(week) }
}
