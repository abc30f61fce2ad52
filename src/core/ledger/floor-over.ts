import { parameterOn } from '../rota/agreement.ts'
import { lineOf } from '../rota/district.ts'
import type { Doctor } from '../rota/doctor.ts'
import type { DutyForm } from '../rota/line.ts'
import type { Need } from '../rota/need.ts'
import type { PersonId } from '../rota/person.ts'
import type { Rota } from '../rota/rota.ts'
import { calendarDay } from '../time/calendar-day.ts'
import { type Interval, mergeAlike, minutesOf, overlaps } from '../time/interval.ts'
import { type LocalDate, toDayNumber } from '../time/local-date.ts'
import { toMinuteOfDay } from '../time/local-time.ts'
import { MINUTES_PER_DAY } from '../time/minute.ts'
import { wallDayOf } from '../time/oslo.ts'
import { canTakeDuty, fill, isDaytime } from './floor.ts'
import type { HoursBasis, OtherHours } from './other-hours.ts'
import {
  type Rated,
  stepsOf,
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
  const abilityOf = abilityIn(rota)
  const grounds: Partial<Record<HoursBasis, Ground>> = {}
  const levels = new Map<string, number>()
  return (personId, span, basis) => {
    grounds[basis] ??= groundOf(rota, basis, otherHoursOf, abilityOf)
    const ground = grounds[basis] as Ground
    const own = ground.doctors.get(personId)
    if (!own || own.hours.unknown.some((gap) => overlaps(gap, span))) return null
    const least = Math.ceil(minutesIn(own, span))
    const weeks = weeksOf(span)
    if (!isAble(own, weeks) || isFilledBelow(ground, span, weeks, least)) return Math.max(least, 0)
    const key = `${basis} ${span.start} ${span.end}`
    const level = levels.get(key) ?? levelIn(ground, span, weeks)
    levels.set(key, level)
    return Math.max(least, level)
  }
}

/** True when those with least other work can take all the demand without passing `minutes`: the level is then no higher. */
function isFilledBelow(ground: Ground, span: Interval, weeks: Weeks, minutes: number): boolean {
  let left = sumWithin(ground.demand, span)
  for (const candidate of ground.leastFirst) {
    if (left <= 0) return true
    if (isAble(candidate, weeks)) left -= Math.max(0, minutes - minutesIn(candidate, span))
  }
  return left <= 0
}

type AbilityOf = (doctor: Doctor) => Candidate['isAbleIn']

interface Ground {
  readonly demand: Tally
  readonly doctors: ReadonlyMap<PersonId, Candidate>
  /** By their hours over all the needs. */
  readonly leastFirst: readonly Candidate[]
}

interface Candidate {
  readonly doctor: Doctor
  readonly hours: OtherHours
  readonly counted: Tally
  /** Whether the doctor can take duty in a week; asked once for each. */
  readonly isAbleIn: (week: number) => boolean
}

/** Weeks that a span touches, the last included, as numbers of Mondays since 1970. */
interface Weeks {
  readonly first: number
  readonly last: number
}

function weeksOf({ start, end }: Interval): Weeks {
  return { first: weekOf(wallDayOf(start)), last: weekOf(wallDayOf(Math.max(start, end - 1))) }
}

function weekOf(day: number): number {
  return Math.floor((day + DAYS_TO_FIRST_THURSDAY) / 7)
}

/** 1970-01-01 was a Thursday. */
const DAYS_TO_FIRST_THURSDAY = 3

function isAble({ isAbleIn }: Candidate, { first, last }: Weeks): boolean {
  for (let week = first; week <= last; week++) if (isAbleIn(week)) return true
  return false
}

function groundOf(rota: Rota, basis: HoursBasis, otherHoursOf: OtherHoursOf, abilityOf: AbilityOf): Ground {
  const doctors = rota.district.doctors.map((doctor) => {
    const hours = otherHoursOf(doctor, basis)
    return { doctor, hours, counted: tallyOver(hours.counted, []), isAbleIn: abilityOf(doctor) }
  })
  const asked = spanOf(rota.needs)
  const able = doctors.filter((candidate) => asked !== undefined && isAble(candidate, weeksOf(asked)))
  const busy = mergeAlike(able.map(({ hours }) => hours.counted))
  const heldOf = (candidate: Candidate) => (asked ? minutesIn(candidate, asked) : 0)
  return {
    demand: tallyWithout(demandOf(rota, basis), busy),
    doctors: new Map(doctors.map((candidate) => [candidate.doctor.personId, candidate])),
    leastFirst: doctors.toSorted((a, b) => heldOf(a) - heldOf(b)),
  }
}

function levelIn(ground: Ground, span: Interval, weeks: Weeks): number {
  const able = [...ground.doctors.values()].filter((candidate) => isAble(candidate, weeks))
  return fill(
    able.map((candidate) => minutesIn(candidate, span)),
    sumWithin(ground.demand, span),
  )
}

function minutesIn({ hours, counted }: Candidate, span: Interval): number {
  return sumWithin(counted, span) + sumWithin(hours.spread, span)
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

/** For each doctor; what is known of a week serves all bases. */
function abilityIn({ district, needs }: Rota): (doctor: Doctor) => Candidate['isAbleIn'] {
  const daytime = daytimeWeeks({ district, needs })
  const abilities = new Map(
    district.doctors.map((doctor) => {
      const known = new Map<number, boolean>()
      const isAbleIn = (week: number) => {
        const before = known.get(week)
        if (before !== undefined) return before
        const { date } = calendarDay(week * 7 - DAYS_TO_FIRST_THURSDAY)
        const isAble = canTakeDuty(doctor, district.agreement, date, daytime.has(week))
        known.set(week, isAble)
        return isAble
      }
      return [doctor, isAbleIn]
    }),
  )
  return (doctor) => abilities.get(doctor) as Candidate['isAbleIn']
}

/** The weeks that hold a need wholly within office hours. */
function daytimeWeeks(rota: Pick<Rota, 'district' | 'needs'>): ReadonlySet<number> {
  const weeks = new Set<number>()
  for (const need of rota.needs) {
    if (!isShort(rota, need)) continue
    const week = weekOf(toDayNumber(need.date))
    if (!weeks.has(week) && isDaytime(rota, need)) weeks.add(week)
  }
  return weeks
}

/** Cheaper than asking for the hours of its dates. */
function isShort(rota: Pick<Rota, 'district'>, need: Need): boolean {
  const { start, end } = parameterOn(rota.district.agreement, 'officeHours', need.date)
  const length = toMinuteOfDay(end) - toMinuteOfDay(start)
  return minutesOf(need) <= (length > 0 ? length : length + MINUTES_PER_DAY)
}

function spanOf(needs: readonly Need[]): Interval | undefined {
  const [first] = needs
  return first && { start: first.start, end: needs.reduce((last, need) => Math.max(last, need.end), 0) }
}
