import { type Agreement, parameterOn } from '../rota/agreement.ts'
import type { Absence, Doctor, WorkLeaveRotation } from '../rota/doctor.ts'
import type { FormPiece } from '../rota/need.ts'
import { type Interval, intersection, overlaps } from '../time/interval.ts'
import { holdsOn, type LocalDate, toDayNumber, weekdayOf } from '../time/local-date.ts'
import type { Minute } from '../time/minute.ts'
import { dayInterval, FIRST_CLOCK_DATE, LAST_CLOCK_DATE } from '../time/oslo.ts'
import { datesTouched, isNight, isOutOfHours } from './count.ts'

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
  const states = doctor.absences.map((absence) => absenceDuring(absence, span))
  if (states.includes('away') || isOffByRotation(doctor.rotations, span)) return 'away'
  return states.includes('at-risk') ? 'at-risk' : 'available'
}

export function isUnavailable(availability: Availability): boolean {
  return availability === 'away' || availability === 'exempt'
}

/** GP regulation §33: an exemption reaches the spans in its scope that overlap its dates. */
export function isExemptFrom(doctor: Doctor, agreement: Agreement, span: Span): boolean {
  return doctor.exemptions.some((exemption) => {
    const held = datesInterval(exemption.from, exemption.to)
    if (!overlaps(held, span)) return false
    if (exemption.scope.kind === 'out-of-hours')
      return isOutOfHours(span, parameterOn(agreement, 'officeHours', span.date))
    if (exemption.scope.kind === 'nights') return isNight(span, parameterOn(agreement, 'night', span.date))
    const { form } = exemption.scope
    return span.pieces.some((piece) => piece.form === form && intersection(piece, held) !== undefined)
  })
}

/** True on a date when the doctor is certainly absent or in a rotation's off-weeks. */
export function isAwayOn(doctor: Doctor, date: LocalDate): boolean {
  return (
    doctor.absences.some((absence) => holdsOn({ from: absence.certainFrom, to: absence.to }, date)) ||
    doctor.rotations.some((rotation) => isOffWeek(rotation, date))
  )
}

function absenceDuring(absence: Absence, span: Interval): Availability {
  if (overlaps(datesInterval(absence.certainFrom, absence.to), span)) return 'away'
  return overlaps(datesInterval(absence.from, absence.to), span) ? 'at-risk' : 'available'
}

function isOffByRotation(rotations: readonly WorkLeaveRotation[], span: Interval): boolean {
  if (rotations.length === 0) return false
  return datesTouched(span).some((date) => rotations.some((rotation) => isOffWeek(rotation, date)))
}

function isOffWeek(rotation: WorkLeaveRotation, date: LocalDate): boolean {
  if (!holdsOn(rotation, date)) return false
  // As a number: the Monday of the calendar's first week is no date of it.
  const anchorMonday = toDayNumber(rotation.anchor) + 1 - weekdayOf(rotation.anchor)
  const cycle = rotation.weeksOn + rotation.weeksOff
  const week = Math.floor((toDayNumber(date) - anchorMonday) / 7)
  return ((week % cycle) + cycle) % cycle >= rotation.weeksOn
}

const START_OF_TIME: Minute = Number.MIN_SAFE_INTEGER
const END_OF_TIME: Minute = Number.MAX_SAFE_INTEGER

function datesInterval(from: LocalDate, to: LocalDate | null): Interval {
  return { start: midnightOf(from), end: to === null ? END_OF_TIME : midnightOf(to) }
}

/** Dates before and after those of the clock are as far off as can be. */
function midnightOf(date: LocalDate): Minute {
  if (date < FIRST_CLOCK_DATE) return START_OF_TIME
  return date > LAST_CLOCK_DATE ? END_OF_TIME : dayInterval(date).start
}
