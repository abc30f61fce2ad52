import type { Doctor } from '../rota/doctor.ts'
import { clip, type Interval, intersection, mergeIntervals, unionMinutes } from '../time/interval.ts'
import { isoWeekInterval, isoWeeksIn } from '../time/iso-week.ts'
import type { Dates } from '../time/local-date.ts'
import { type Employment, employmentOver, type OtherWork } from './other-work.ts'
import { overlapping, type Rated, type Tally, tallyOfSum } from './tally.ts'
import { declaredBeyond } from './work.ts'

/**
 * What is added up: surgery, tasks and duty together; duty alone; or what the Working Environment Act counts, where duty has
 * its weights and surgery and tasks count only for the employed.
 */
export type HoursBasis = 'total' | 'duty' | 'act'

/** A doctor's hours beside the duty in this district, over some dates. */
export interface OtherHours {
  /** Counted minute for minute: disjoint, by start. */
  readonly counted: readonly Interval[]
  /** Without a fixed time, spread over their week: added to the rest, never united with it. */
  readonly spread: Tally
  /** Where surgery that would count is not declared. */
  readonly unknown: readonly Interval[]
}

/**
 * Duty elsewhere counts in full on every basis, for its form is not known here; so do hours of duty that a locum has declared
 * elsewhere, as far as no duty there is known (P34).
 */
export function otherHoursOver(
  doctor: Doctor,
  work: OtherWork,
  elsewhere: readonly Interval[],
  dates: Dates,
): (basis: HoursBasis) => OtherHours {
  const declared = declaredIn(doctor, elsewhere, dates)
  const busy = mergeIntervals(elsewhere)
  const parts = {
    total: () => ({ ...work, unknown: work.undeclared }),
    act: () => employedPart(work, employmentOver(doctor, dates)),
    duty: () => ({ surgery: [], tasks: [], loose: [], unknown: [] }),
  }
  return (basis) => {
    const { surgery, tasks, loose, unknown } = parts[basis]()
    const isSurgeryAlone = tasks.length === 0 && busy.length === 0
    return {
      counted: isSurgeryAlone ? surgery : mergeIntervals([...surgery, ...tasks, ...busy]),
      spread: tallyOfSum([...loose, ...declared]),
      unknown,
    }
  }
}

function employedPart(work: OtherWork, employment: Employment) {
  return {
    surgery: within(work.surgery, employment.surgery),
    tasks: within(work.tasks, employment.tasks),
    loose: within(work.loose, employment.tasks),
    unknown: within(work.undeclared, employment.surgery),
  }
}

/** The parts that lie inside some spans, which are disjoint and sorted. */
function within<T extends Interval>(list: readonly T[], spans: readonly Interval[]): readonly T[] {
  const [only] = spans
  if (!only) return []
  // Nearly everybody is employed throughout or not at all.
  if (list.every(({ start, end }) => start >= only.start && end <= only.end)) return list
  return list.flatMap((part) =>
    overlapping(spans, part).flatMap((span) => {
      const common = intersection(part, span)
      return common ? [{ ...part, ...common }] : []
    }),
  )
}

function declaredIn(doctor: Doctor, elsewhere: readonly Interval[], dates: Dates): Rated[] {
  if (declaredBeyond(doctor, 0) === 0) return []
  return isoWeeksIn(dates).flatMap((week) => {
    const span = isoWeekInterval(week)
    const minutes = declaredBeyond(doctor, unionMinutes(clip(elsewhere, span)))
    return minutes > 0 ? [{ ...span, rate: minutes / (span.end - span.start) }] : []
  })
}
