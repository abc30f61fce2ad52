import { parameterOn } from '../rota/agreement.ts'
import { lineOf } from '../rota/district.ts'
import type { Doctor } from '../rota/doctor.ts'
import type { DutyForm } from '../rota/line.ts'
import type { Need } from '../rota/need.ts'
import type { PersonId } from '../rota/person.ts'
import type { Rota } from '../rota/rota.ts'
import { calendarDay } from '../time/calendar-day.ts'
import { type Interval, mergeAlike, overlaps } from '../time/interval.ts'
import type { LocalDate } from '../time/local-date.ts'
import type { Minute } from '../time/minute.ts'
import { wallDayOf } from '../time/oslo.ts'
import { canTakeDuty, fill, touchesOfficeHours } from './floor.ts'
import type { HoursBasis, OtherHours } from './other-hours.ts'
import { remember } from './remember.ts'
import { ROUNDING } from './rounding.ts'
import {
  type Rated,
  stepsOf,
  sumBefore,
  sumWithin,
  type Tally,
  tallyOf,
  tallyOfSum,
  tallyOver,
  tallyWithout,
} from './tally.ts'

/** The lowest that a doctor's hours in a span can be while nobody who can take duty is above the level; null = not known. */
export type FloorOver = (personId: PersonId, span: Interval, basis: HoursBasis) => number | null

export type OtherHoursOf = (doctor: Doctor, basis: HoursBasis) => OtherHours

/**
 * The floor of `weeklyFloor` for any span inside the rota's needs. Running sums of demand and of other work are made once,
 * so that each span costs a few look-ups for each doctor. Somebody who can take duty in any week of the span shares in all
 * of it, and demand inside the other work of anybody who ever can costs nothing: both only lower what is still a bound.
 */
export function floorsOver(rota: Rota, otherHoursOf: OtherHoursOf): FloorOver {
  const ableIn = abilityIn(rota)
  const grounds: Partial<Record<HoursBasis, Ground>> = {}
  const levels = new Map<string, number>()
  return (personId, span, basis) => {
    grounds[basis] ??= groundOf(rota, basis, otherHoursOf, ableIn)
    const ground = grounds[basis] as Ground
    const index = ground.indexOf.get(personId)
    if (index === undefined || isUnknown(ground.hours[index] as OtherHours, span)) return null
    const able = ableIn(span)
    const others = { able, before: ground.doneBy(span.start), until: ground.doneBy(span.end) }
    const least = Math.max(0, Math.ceil(heldBy(others, index) - ROUNDING))
    const demand = sumWithin(ground.demand, span)
    if (!able[index] || isFilledBelow(others, demand, least)) return least
    const key = `${basis} ${span.start} ${span.end}`
    const level = levels.get(key) ?? levelOf(others, demand)
    levels.set(key, level)
    return Math.max(least, level)
  }
}

function isUnknown({ unknown }: OtherHours, span: Interval): boolean {
  return unknown.some((gap) => overlaps(gap, span))
}

/** The hours of all doctors beside duty in a span, in columns in the order of the district's doctors. */
interface Others {
  /** 1 for those who can take duty in it. */
  readonly able: Uint8Array
  readonly before: Float64Array
  readonly until: Float64Array
}

function heldBy({ before, until }: Others, index: number): number {
  return (until[index] as number) - (before[index] as number)
}

/** True when those who can take duty can take all of it without passing `minutes`: the level is then no higher. */
function isFilledBelow(others: Others, demand: number, minutes: number): boolean {
  let left = demand
  for (let index = 0; index < others.able.length && left > 0; index++)
    if (others.able[index]) left -= Math.max(0, minutes - heldBy(others, index))
  return left <= 0
}

function levelOf(others: Others, demand: number): number {
  const held: number[] = []
  for (let index = 0; index < others.able.length; index++)
    if (others.able[index]) held.push(heldBy(others, index))
  return fill(held, demand)
}

type AbleIn = (span: Interval) => Uint8Array

interface Ground {
  readonly demand: Tally
  readonly indexOf: ReadonlyMap<PersonId, number>
  readonly hours: readonly OtherHours[]
  /** What each doctor has done by a minute; kept for each, since many spans begin and end alike. */
  readonly doneBy: (minute: Minute) => Float64Array
}

function groundOf(rota: Rota, basis: HoursBasis, otherHoursOf: OtherHoursOf, ableIn: AbleIn): Ground {
  const { doctors } = rota.district
  const hours = doctors.map((doctor) => otherHoursOf(doctor, basis))
  const asked = spanOf(rota.needs)
  const able = asked && ableIn(asked)
  const busy = mergeAlike(hours.filter((_, index) => able?.[index]).map(({ counted }) => counted))
  return {
    demand: tallyWithout(demandOf(rota, basis), busy),
    indexOf: new Map(doctors.map((doctor, index) => [doctor.personId, index])),
    hours,
    doneBy: doneByOf(hours),
  }
}

function doneByOf(hours: readonly OtherHours[]): Ground['doneBy'] {
  const counted = hours.map((own) => tallyOver(own.counted, [], []))
  return remember((minute: Minute) =>
    Float64Array.from(
      hours,
      ({ spread }, index) => sumBefore(counted[index] as Tally, minute) + sumBefore(spread, minute),
    ),
  )
}

/** Of lines that one person may hold together, each minute counts once, by the heaviest form. */
function demandOf(rota: Rota, basis: HoursBasis): Tally {
  const asked = rota.needs.filter((need) => !lineOf(rota.district, need.lineId).conditional)
  const byClass = Map.groupBy(asked, (need) => lineOf(rota.district, need.lineId).overlapClass)
  return tallyOfSum(
    [...byClass].flatMap(([overlapClass, needs]) =>
      overlapClass === null
        ? needs.flatMap((need) => piecesOf(rota, need, basis, need.number))
        : stepsOf(tallyOf(needs.flatMap((need) => piecesOf(rota, need, basis, 1)))),
    ),
  )
}

function piecesOf(rota: Rota, need: Need, basis: HoursBasis, number: number): Rated[] {
  const weights = weightsOn(rota, basis, need.date)
  return need.pieces.map(({ start, end, form }) => ({ start, end, rate: weights[form] * number }))
}

const FULL: Readonly<Record<DutyForm, number>> = { home: 1, 'on-site': 1, backup: 1 }

/** What a minute of duty that starts on a date counts, by its form. */
export function weightsOn(
  { district }: Pick<Rota, 'district'>,
  basis: HoursBasis,
  date: LocalDate,
): Readonly<Record<DutyForm, number>> {
  return basis === 'act' ? parameterOn(district.agreement, 'hourWeights', date) : FULL
}

/** Who can take duty in some ISO week that a span touches; asked once for each week. */
function abilityIn({ district, needs }: Rota): AbleIn {
  const daytime = daytimeWeeks({ district, needs })
  const ableInWeek = remember((week: number) => {
    const { date } = calendarDay(week * 7 - DAYS_TO_FIRST_THURSDAY)
    return Uint8Array.from(district.doctors, (doctor) =>
      canTakeDuty(doctor, district.agreement, date, daytime.has(week)) ? 1 : 0,
    )
  })
  const ableInWeeks = remember((key: number) => {
    const able = ableInWeek(Math.floor(key / MANY_WEEKS)).slice()
    for (let further = 1; further <= key % MANY_WEEKS; further++)
      ableInWeek(Math.floor(key / MANY_WEEKS) + further).forEach((isAble, index) => {
        if (isAble) able[index] = 1
      })
    return able
  })
  return ({ start, end }) => {
    const first = weekNumberOf(wallDayOf(start))
    const last = weekNumberOf(wallDayOf(Math.max(start, end - 1)))
    return ableInWeeks(first * MANY_WEEKS + last - first)
  }
}

/** More than a rota has; for a key of first week and number of weeks. */
const MANY_WEEKS = 10_000

function weekNumberOf(day: number): number {
  return Math.floor((day + DAYS_TO_FIRST_THURSDAY) / 7)
}

/** 1970-01-01 was a Thursday. */
const DAYS_TO_FIRST_THURSDAY = 3

/** The weeks that a need with office hours in it touches: none where nobody's exemption asks for them. */
function daytimeWeeks({ district, needs }: Pick<Rota, 'district' | 'needs'>): ReadonlySet<number> {
  const weeks = new Set<number>()
  const isAsked = district.doctors.some((doctor) =>
    doctor.exemptions.some((exemption) => exemption.scope.kind === 'out-of-hours'),
  )
  for (const need of isAsked ? needs : []) {
    const first = weekNumberOf(wallDayOf(need.start))
    const last = weekNumberOf(wallDayOf(need.end))
    if (weeks.has(first) && weeks.has(last)) continue
    if (touchesOfficeHours({ district }, need)) weeks.add(first).add(last)
  }
  return weeks
}

function spanOf(needs: readonly Need[]): Interval | undefined {
  const [first] = needs
  return first && { start: first.start, end: needs.reduce((last, need) => Math.max(last, need.end), 0) }
}
