import { declaredBeyond, workOf } from '../../core/ledger/work.ts'
import type { Doctor, TakingPart } from '../../core/rota/doctor.ts'
import type { Rota } from '../../core/rota/rota.ts'
import { clip, type Interval, mergeIntervals, unionMinutes } from '../../core/time/interval.ts'
import { type IsoWeek, isoWeekInterval, isoWeekStart } from '../../core/time/iso-week.ts'
import { addDays } from '../../core/time/local-date.ts'
import { NO_CAP, type ProblemData, UNKNOWN } from '../problem.ts'
import { assumedSurgery } from './office-days.ts'

/** An agreed least and most number of duties of one doctor. */
export interface Quota {
  readonly person: number
  readonly part: TakingPart
}

export function quotasOf(rota: Rota): Quota[] {
  return rota.district.doctors.flatMap((doctor, person) =>
    doctor.takingPart
      .filter((part) => part.least !== null || part.most !== null)
      .map((part) => ({ person, part })),
  )
}

export function encodeStaff(
  data: ProblemData,
  rota: Rota,
  weeks: readonly IsoWeek[],
  quotas: readonly Quota[],
): void {
  rota.district.doctors.forEach((doctor, person) => {
    encodeOtherWork(data, rota, doctor, person, weeks)
  })
  quotas.forEach(({ part }, index) => {
    data.quotaLeast[index] = isWholePeriod(part, rota) ? (part.least ?? 0) : 0
    data.quotaMost[index] = part.most ?? NO_CAP
  })
}

/** A least number agreed for a whole period is not asked of part of one. */
function isWholePeriod(part: TakingPart, rota: Rota): boolean {
  return part.from <= rota.from && (part.to === null || part.to >= rota.to)
}

function encodeOtherWork(
  data: ProblemData,
  rota: Rota,
  doctor: Doctor,
  person: number,
  weeks: readonly IsoWeek[],
): void {
  const elsewhere = rota.elsewhere.filter((other) => other.personId === doctor.personId)
  const busy: Interval[] = [...elsewhere]
  weeks.forEach((week, index) => {
    const monday = isoWeekStart(week)
    const work = workOf(doctor, { from: monday, to: addDays(monday, 7) })
    const surgery = work.surgery ?? assumedSurgery(rota.district.agreement, doctor, monday)
    data.assumed[person * data.weeks + index] = Number(work.surgery === null)
    busy.push(...(surgery ?? []), ...work.tasks)
    const declared = declaredBeyond(doctor, unionMinutes(clip(elsewhere, isoWeekInterval(week))))
    data.looseMinutes[person * data.weeks + index] =
      surgery === null ? UNKNOWN : work.looseMinutesPerWeek + declared
    data.looseDutyMinutes[person * data.weeks + index] = declared
  })
  data.otherWork[person] = toEdges(busy)
  data.otherDuty[person] = toEdges(elsewhere)
}

/** Merged, one after the other: start, end, start, end … */
export function toEdges(busy: readonly Interval[]): Int32Array {
  return Int32Array.from(mergeIntervals(busy).flatMap((interval) => [interval.start, interval.end]))
}
