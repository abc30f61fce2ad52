import { type Agreement, parameterOn } from '../rota/agreement.ts'
import type { Doctor, WorkLeaveRotation } from '../rota/doctor.ts'
import type { Exemption } from '../rota/exemption.ts'
import type { FormPiece } from '../rota/need.ts'
import { type Interval, intersection, mergeIntervals, overlaps } from '../time/interval.ts'
import { type LocalDate, toDayNumber, weekdayOfDay } from '../time/local-date.ts'
import type { Minute } from '../time/minute.ts'
import { dayInterval, FIRST_CLOCK_DATE, LAST_CLOCK_DATE, wallDayOf } from '../time/oslo.ts'
import { agreedOn } from './agreed-week.ts'
import { isNight, isOutOfHours } from './count.ts'

/** `away` and `exempt` are one sign to everybody who does not decide exemptions: use `isUnavailable` towards people. */
export type Availability = 'available' | 'at-risk' | 'away' | 'exempt'

/** What availability is asked about: a need or a duty. */
export interface Span extends Interval {
  readonly date: LocalDate
  readonly pieces: readonly FormPiece[]
}

/** Whether a doctor can hold a span: exemption by scope, certain absence, rotation off-weeks; at risk when an absence may have begun. */
export function availabilityFor(doctor: Doctor, agreement: Agreement, span: Span): Availability {
  if (isExemptFrom(doctor, agreement, span)) return 'exempt'
  const { certain, possible, rotations } = timeAwayOf(doctor)
  if (someOverlaps(certain, span) || isOffByRotation(rotations, span)) return 'away'
  return someOverlaps(possible, span) ? 'at-risk' : 'available'
}

export function isUnavailable(availability: Availability): boolean {
  return availability === 'away' || availability === 'exempt'
}

/** GP regulation §33: an exemption reaches the spans in its scope that overlap its dates. */
function isExemptFrom(doctor: Doctor, agreement: Agreement, span: Span): boolean {
  return timeAwayOf(doctor).exemptions.some(({ scope, held }) => {
    if (!overlaps(held, span)) return false
    if (scope.kind === 'out-of-hours')
      return isOutOfHours(span, parameterOn(agreement, 'officeHours', span.date))
    if (scope.kind === 'nights') return isNight(span, agreedOn(agreement, span.date).night)
    return span.pieces.some((piece) => piece.form === scope.form && intersection(piece, held) !== undefined)
  })
}

/** True on a date when the doctor is certainly absent or in a rotation's off-weeks. */
export function isAwayOn(doctor: Doctor, date: LocalDate): boolean {
  return isAwayOnDay(doctor, toDayNumber(date))
}

/** As `isAwayOn`, for a day number. */
export function isAwayOnDay(doctor: Doctor, day: number): boolean {
  const { days, rotations } = timeAwayOf(doctor)
  return days.some(({ from, to }) => from <= day && day < to) || rotations.some((own) => isOff(own, day))
}

/** A doctor's absences, rotations and exemptions, in instants and in day numbers. */
interface TimeAway {
  readonly days: readonly Days[]
  /** Sorted and disjoint, as `possible`. */
  readonly certain: readonly Interval[]
  readonly possible: readonly Interval[]
  readonly rotations: readonly Rotation[]
  readonly exemptions: readonly { readonly scope: Exemption['scope']; readonly held: Interval }[]
}

/** Day numbers, half-open. */
interface Days {
  readonly from: number
  readonly to: number
}

interface Rotation extends Days {
  readonly anchorMonday: number
  readonly weeksOn: number
  readonly cycle: number
}

/** Kept for each doctor, since it is asked at every duty. A doctor is never changed in place. */
const TIME_AWAY = new WeakMap<Doctor, TimeAway>()

function timeAwayOf(doctor: Doctor): TimeAway {
  const known = TIME_AWAY.get(doctor)
  if (known) return known
  const { absences } = doctor
  const away = {
    days: absences.map(({ certainFrom, to }) => daysOf(certainFrom, to)),
    certain: mergeIntervals(absences.map(({ certainFrom, to }) => datesInterval(certainFrom, to))),
    possible: mergeIntervals(absences.map(({ from, to }) => datesInterval(from, to))),
    rotations: doctor.rotations.map(toRotation),
    exemptions: doctor.exemptions.map(({ scope, from, to }) => ({ scope, held: datesInterval(from, to) })),
  }
  TIME_AWAY.set(doctor, away)
  return away
}

function toRotation({ from, to, anchor, weeksOn, weeksOff }: WorkLeaveRotation): Rotation {
  const anchorDay = toDayNumber(anchor)
  const anchorMonday = anchorDay + 1 - weekdayOfDay(anchorDay)
  return { ...daysOf(from, to), anchorMonday, weeksOn, cycle: weeksOn + weeksOff }
}

function isOffByRotation(rotations: readonly Rotation[], span: Interval): boolean {
  if (rotations.length === 0) return false
  const last = wallDayOf(Math.max(span.start, span.end - 1))
  for (let day = wallDayOf(span.start); day <= last; day++)
    if (rotations.some((rotation) => isOff(rotation, day))) return true
  return false
}

function isOff({ from, to, anchorMonday, weeksOn, cycle }: Rotation, day: number): boolean {
  if (day < from || day >= to) return false
  const week = Math.floor((day - anchorMonday) / 7)
  return ((week % cycle) + cycle) % cycle >= weeksOn
}

function someOverlaps(sorted: readonly Interval[], span: Interval): boolean {
  for (const interval of sorted) {
    if (interval.start >= span.end) return false
    if (overlaps(interval, span)) return true
  }
  return false
}

const START_OF_TIME: Minute = Number.MIN_SAFE_INTEGER
const END_OF_TIME: Minute = Number.MAX_SAFE_INTEGER

function daysOf(from: LocalDate, to: LocalDate | null): Days {
  return { from: toDayNumber(from), to: to === null ? END_OF_TIME : toDayNumber(to) }
}

function datesInterval(from: LocalDate, to: LocalDate | null): Interval {
  return { start: midnightOf(from), end: to === null ? END_OF_TIME : midnightOf(to) }
}

/** Dates before and after those of the clock are as far off as can be. */
function midnightOf(date: LocalDate): Minute {
  if (date < FIRST_CLOCK_DATE) return START_OF_TIME
  return date > LAST_CLOCK_DATE ? END_OF_TIME : dayInterval(date).start
}
