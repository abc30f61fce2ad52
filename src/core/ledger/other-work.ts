import type { Doctor } from '../rota/doctor.ts'
import { type EngagementForm, isEmployed, isGpAgreement } from '../rota/engagement.ts'
import { type Interval, mergeIntervals, subtractIntervals } from '../time/interval.ts'
import { isoWeekInterval, isoWeekStart, isoWeeksIn } from '../time/iso-week.ts'
import { cutAt, type DateRange, type Dates, edgesOf, fromDayNumber, toDayNumber } from '../time/local-date.ts'
import { MINUTES_PER_DAY } from '../time/minute.ts'
import { dayInterval, fromWall } from '../time/oslo.ts'
import type { Rated } from './tally.ts'
import { looseMinutesIn, workByDay, workOf } from './work.ts'

/** A doctor's work beside duty over some dates, as spans of time: each list disjoint and by start. */
export interface OtherWork {
  readonly surgery: readonly Interval[]
  /** Whole dates on which surgery is not declared: what lies in them is not known. */
  readonly undeclared: readonly Interval[]
  readonly tasks: readonly Interval[]
  /** Tasks without a fixed time, spread evenly over Monday to Friday of their week. */
  readonly loose: readonly Rated[]
}

/** The same as `workOf` gives week by week, over any dates and known to the date. */
export function otherWorkOver(doctor: Doctor, dates: Dates): OtherWork {
  const parts = cutAt(dates, edgesOf(doctor.surgery)).map(({ from, to }) =>
    workByDay(doctor, toDayNumber(from), toDayNumber(to)),
  )
  const [only] = parts
  return {
    surgery: mergeIntervals(parts.flatMap((part) => (part.undeclared.length === 0 ? part.surgery : []))),
    undeclared: mergeIntervals(
      parts.flatMap((part) => part.undeclared.map((day) => dayInterval(fromDayNumber(day)))),
    ),
    tasks: mergeIntervals(only && parts.length === 1 ? only.tasks : workOf(doctor, dates).tasks),
    loose: looseIn(doctor, dates),
  }
}

/** Dates on which a doctor's surgery, or tasks, are work under the Working Environment Act, as spans of time. */
export interface Employment {
  /** Never while the doctor is a self-employed GP, whatever else they are employed as (domain reference 4.8). */
  readonly surgery: readonly Interval[]
  readonly tasks: readonly Interval[]
}

export function employmentOver(doctor: Doctor, dates: Dates): Employment {
  const spansOf = (isMeant: (form: EngagementForm) => boolean) =>
    doctor.engagements.filter(({ form }) => isMeant(form)).flatMap((held) => spanWithin(held, dates))
  const employed = mergeIntervals(spansOf(isEmployed))
  const selfEmployed = spansOf((form) => isGpAgreement(form) && !isEmployed(form))
  return { surgery: subtractIntervals(employed, selfEmployed), tasks: employed }
}

function spanWithin(held: DateRange, dates: Dates): Interval[] {
  const from = held.from > dates.from ? held.from : dates.from
  const to = held.to !== null && held.to < dates.to ? held.to : dates.to
  return from < to ? [{ start: fromWall(from, 0), end: fromWall(to, 0) }] : []
}

/** The clock changes on Sundays, so that five working days are always as long. */
const WORKING_WEEK = 5 * MINUTES_PER_DAY

function looseIn(doctor: Doctor, dates: Dates): Rated[] {
  if (doctor.otherTasks.every((task) => task.looseMinutesPerWeek === 0)) return []
  return isoWeeksIn(dates).flatMap((week) => {
    const from = isoWeekStart(week)
    const day = toDayNumber(from)
    const looseMinutesPerWeek = looseMinutesIn(doctor, day, day + 7)
    const { start } = isoWeekInterval(week)
    const rate = looseMinutesPerWeek / WORKING_WEEK
    return rate > 0 ? [{ start, end: start + WORKING_WEEK, rate }] : []
  })
}
