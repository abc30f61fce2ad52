import type { Doctor } from '../rota/doctor.ts'
import { clip, type Interval, mergeIntervals, minutesOf, unionMinutes } from '../time/interval.ts'
import { isoWeekInterval, isoWeeksIn } from '../time/iso-week.ts'
import type { Dates } from '../time/local-date.ts'
import { otherWorkOver } from './other-work.ts'
import type { Rated } from './tally.ts'
import { declaredBeyond } from './work.ts'

/** What a doctor does beside the duty of this district in a period. Spans are disjoint, sorted and inside the period. */
export interface BesideDuty {
  readonly surgery: readonly Interval[]
  /** False when surgery is not declared on some date: `surgery` is then what is known of it. */
  readonly isSurgeryKnown: boolean
  readonly tasks: readonly Interval[]
  /** Tasks without a fixed time, by the part of each week that lies in the period. */
  readonly looseMinutes: number
  readonly elsewhere: readonly Interval[]
  /** The same, that around the period too: for unbroken stretches. */
  readonly elsewhereAround: readonly Interval[]
  /** What a locum has declared elsewhere past what is known there, in the same way. */
  readonly declaredMinutes: number
}

/** `elsewhere` is that of whole weeks, where it is known. */
export function besideDuty(
  doctor: Doctor,
  elsewhere: readonly Interval[],
  dates: Dates,
  span: Interval,
): BesideDuty {
  const work = otherWorkOver(doctor, dates)
  return {
    surgery: mergeIntervals(work.surgery),
    isSurgeryKnown: work.undeclared.length === 0,
    tasks: mergeIntervals(work.tasks),
    looseMinutes: ratedMinutes(work.loose, span),
    elsewhere: mergeIntervals(clip(elsewhere, span)),
    elsewhereAround: elsewhere,
    declaredMinutes: ratedMinutes(declaredIn(doctor, elsewhere, dates), span),
  }
}

function ratedMinutes(list: readonly Rated[], span: Interval): number {
  return list.reduce((sum, { start, end, rate }) => {
    const minutes = Math.min(end, span.end) - Math.max(start, span.start)
    return minutes > 0 ? sum + minutes * rate : sum
  }, 0)
}

function declaredIn(doctor: Doctor, elsewhere: readonly Interval[], dates: Dates): Rated[] {
  if (declaredBeyond(doctor, 0) === 0) return []
  return isoWeeksIn(dates).map((week) => {
    const span = isoWeekInterval(week)
    const minutes = declaredBeyond(doctor, unionMinutes(clip(elsewhere, span)))
    return { ...span, rate: minutes / minutesOf(span) }
  })
}
