import { type Agreement, parameterOn } from '../rota/agreement.ts'
import { abilityOn } from '../rota/competence.ts'
import { lineOf } from '../rota/district.ts'
import { type Doctor, factOn } from '../rota/doctor.ts'
import { LONGEST_NEED_DAYS, type Need } from '../rota/need.ts'
import type { PersonId } from '../rota/person.ts'
import type { Rota } from '../rota/rota.ts'
import { calendarDay } from '../time/calendar-day.ts'
import {
  clip,
  type Interval,
  intersection,
  mergeAlike,
  mergeIntervals,
  overlaps,
  subtractIntervals,
  unionMinutes,
} from '../time/interval.ts'
import { type IsoWeek, isoWeekStart } from '../time/iso-week.ts'
import { holdsOn, type LocalDate, toDayNumber, weekdayOfDay } from '../time/local-date.ts'
import { fromWallDay, wallDayOf } from '../time/oslo.ts'
import { isAwayOnDay } from './availability.ts'
import { isOutOfHours, officeHoursWithin } from './count.ts'
import { ROUNDING } from './rounding.ts'
import { declaredBeyond, weekWorkOf } from './work.ts'

/** Surgery, tasks and duty together, or duty alone (other districts included). */
export type FloorBasis = 'total' | 'duty'

/** A lower bound on how evenly a week can be shared, with this demand and these doctors. */
export interface WeeklyFloor {
  /** In every sharing of the week some doctor who can take duty has at least this total. */
  readonly levelMinutes: number
  /** The lowest that a doctor's own total can be while nobody is above the level; null when their surgery is not declared. */
  readonly byPerson: ReadonlyMap<PersonId, number | null>
}

interface Candidate {
  readonly personId: PersonId
  /** Sorted and disjoint, within the week. */
  readonly busy: readonly Interval[]
  readonly otherMinutes: number
  readonly isKnown: boolean
}

/**
 * Water filling: the level L with Σ max(0, L − other work) = demand, over all who can take a duty in the week.
 * A proven lower bound, also when duties are split to the minute: undeclared surgery counts as none, minutes of a duty that
 * fall in anybody's other work cost nothing, and of lines that one person may hold together each minute counts once.
 */
export function weeklyFloor(rota: Rota, week: IsoWeek, basis: FloorBasis = 'total'): WeeklyFloor {
  return floorsOf(rota)(week, basis)
}

/** As `weeklyFloor`, for the weeks of one rota: its needs are sorted into weeks once. */
export function floorsOf(rota: Rota): (week: IsoWeek, basis: FloorBasis) => WeeklyFloor {
  const needsIn = needsByWeek(rota.needs)
  const elsewhere = Map.groupBy(rota.elsewhere, (busy) => busy.personId)
  const ableIn = abilitiesOf(rota)
  return (week, basis) => {
    const monday = toDayNumber(isoWeekStart(week))
    const needs = needsIn.get(monday) ?? []
    const able = ableIn(monday, needs)
    const candidates = rota.district.doctors.map((doctor) =>
      candidateOf(doctor, elsewhere.get(doctor.personId) ?? [], monday, basis),
    )
    const taking = candidates.filter(({ personId }) => able.has(personId))
    const level = fill(
      taking.map((candidate) => candidate.otherMinutes),
      demandMinutes(rota, needs, weekSpan(monday), mergeAlike(taking.map((candidate) => candidate.busy))),
    )
    const floorOf = ({ personId, otherMinutes, isKnown }: Candidate) =>
      isKnown ? Math.max(otherMinutes, able.has(personId) ? level : 0) : null
    return {
      levelMinutes: level,
      byPerson: new Map(candidates.map((candidate) => [candidate.personId, floorOf(candidate)])),
    }
  }
}

/** By the day number of each Monday whose week they have a minute in. */
function needsByWeek(needs: readonly Need[]): ReadonlyMap<number, readonly Need[]> {
  const weeks = new Map<number, Need[]>()
  for (const need of needs) {
    if (need.end <= need.start) continue
    const first = wallDayOf(need.start)
    for (let monday = first + 1 - weekdayOfDay(first); monday <= wallDayOf(need.end - 1); monday += 7) {
      const own = weeks.get(monday)
      if (own) own.push(need)
      else weeks.set(monday, [need])
    }
  }
  return weeks
}

/** Who can take duty in a week; asked once for each. */
function abilitiesOf({ district }: Rota): (monday: number, needs: readonly Need[]) => ReadonlySet<PersonId> {
  const known = new Map<number, ReadonlySet<PersonId>>()
  return (monday, needs) => {
    const before = known.get(monday)
    if (before) return before
    const hasDaytime = needs.some((need) => touchesOfficeHours({ district }, need))
    const { date } = calendarDay(monday)
    const able = district.doctors.filter((doctor) =>
      canTakeDuty(doctor, district.agreement, date, hasDaytime),
    )
    const ids = new Set(able.map((doctor) => doctor.personId))
    known.set(monday, ids)
    return ids
  }
}

function weekSpan(monday: number): Interval {
  return { start: fromWallDay(monday, 0), end: fromWallDay(monday + 7, 0) }
}

function candidateOf(
  doctor: Doctor,
  elsewhere: readonly Interval[],
  monday: number,
  basis: FloorBasis,
): Candidate {
  const { personId } = doctor
  const away = elsewhere.length > 0 ? mergeIntervals(clip(elsewhere, weekSpan(monday))) : []
  const awayMinutes = unionMinutes(away)
  const declared = declaredBeyond(doctor, awayMinutes)
  if (basis === 'duty') return { personId, busy: away, otherMinutes: awayMinutes + declared, isKnown: true }
  const work = weekWorkOf(doctor, monday)
  const busy = away.length > 0 ? mergeIntervals([...work.busy, ...away]) : work.busy
  const loose = work.looseMinutesPerWeek + declared
  return { personId, busy, otherMinutes: unionMinutes(busy) + loose, isKnown: work.surgery !== null }
}

/**
 * Whether a doctor may hold any part of a duty in a week: one that starts in it, or has begun at most 72 hours before it and
 * lasts into it. What a duty asks of its holder is asked on the date on which it starts.
 */
export function canTakeDuty(
  doctor: Doctor,
  agreement: Agreement,
  monday: LocalDate,
  hasDaytime: boolean,
): boolean {
  const first = toDayNumber(monday)
  let startsLeft = 0
  for (let day = first - LONGEST_NEED_DAYS; day < first + 7; day++) {
    const { date } = calendarDay(day)
    if (takesPart(doctor, date) && abilityOn(doctor, agreement, date).mayHoldDuty)
      startsLeft = LONGEST_NEED_DAYS + 1
    const isPresent =
      day >= first &&
      !isAwayOnDay(doctor, day) &&
      // An exemption from out-of-hours work leaves what lies within office hours.
      (hasDaytime || !isExemptOutOfHours(doctor, date))
    if (isPresent && startsLeft > 0) return true
    startsLeft--
  }
  return false
}

/** Whether a duty that starts on the date may count as this doctor's: learners never, locums on the dates they offer. */
function takesPart(doctor: Doctor, date: LocalDate): boolean {
  const way = factOn(doctor.takingPart, date)?.way
  if (way?.kind === 'supernumerary') return false
  return way?.kind !== 'offered-windows' || way.windows.some((window) => holdsOn(window, date))
}

function isExemptOutOfHours(doctor: Doctor, date: LocalDate): boolean {
  return doctor.exemptions.some(
    (exemption) => exemption.scope.kind === 'out-of-hours' && holdsOn(exemption, date),
  )
}

/** Whether the whole need lies within office hours. */
export function isDaytime({ district }: Pick<Rota, 'district'>, need: Need): boolean {
  return !isOutOfHours(need, parameterOn(district.agreement, 'officeHours', need.date))
}

/** Whether some part of the need, which may be held apart from the rest, lies within office hours. */
export function touchesOfficeHours({ district }: Pick<Rota, 'district'>, need: Need): boolean {
  const officeHours = parameterOn(district.agreement, 'officeHours', need.date)
  return officeHoursWithin(need, officeHours).some((hours) => overlaps(hours, need))
}

function demandMinutes(
  rota: Rota,
  needs: readonly Need[],
  span: Interval,
  busy: readonly Interval[],
): number {
  const byClass = new Map<string, Interval[]>()
  let demand = 0
  for (const need of needs) {
    const { conditional, overlapClass } = lineOf(rota.district, need.lineId)
    const part = intersection(need, span)
    if (part === undefined || conditional) continue
    if (overlapClass === null) demand += need.number * minutesOutside(part, busy)
    else byClass.set(overlapClass, [...(byClass.get(overlapClass) ?? []), part])
  }
  for (const parts of byClass.values()) demand += unionMinutes(subtractIntervals(parts, busy))
  return demand
}

/** `busy` is sorted and disjoint. */
function minutesOutside(part: Interval, busy: readonly Interval[]): number {
  let minutes = part.end - part.start
  for (const { start, end } of busy) {
    if (start >= part.end) break
    minutes -= Math.max(0, Math.min(end, part.end) - Math.max(start, part.start))
  }
  return minutes
}

/** The level that the demand fills the least busy up to. */
export function fill(otherMinutes: readonly number[], demand: number): number {
  const levels = [...otherMinutes].sort((a, b) => a - b)
  let held = 0
  for (let count = 1; count <= levels.length; count++) {
    held += levels[count - 1] as number
    const level = (demand + held) / count
    if (count === levels.length || level <= (levels[count] as number))
      return Math.max(0, Math.ceil(level - ROUNDING))
  }
  return 0
}
