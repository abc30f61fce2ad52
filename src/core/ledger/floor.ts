import { type Agreement, parameterOn } from '../rota/agreement.ts'
import { abilityOn } from '../rota/competence.ts'
import { lineOf } from '../rota/district.ts'
import { type Doctor, factOn } from '../rota/doctor.ts'
import { LONGEST_NEED_MINUTES, type Need } from '../rota/need.ts'
import type { PersonId } from '../rota/person.ts'
import type { Rota } from '../rota/rota.ts'
import {
  clip,
  type Interval,
  intersection,
  mergeIntervals,
  overlaps,
  subtractIntervals,
  unionMinutes,
} from '../time/interval.ts'
import { type IsoWeek, isoWeekInterval } from '../time/iso-week.ts'
import { addDays, datesIn, holdsOn, type LocalDate } from '../time/local-date.ts'
import { MINUTES_PER_DAY } from '../time/minute.ts'
import { toWall } from '../time/oslo.ts'
import { isAwayOn } from './availability.ts'
import { isOutOfHours } from './count.ts'
import { declaredBeyond, type PersonWork, workOf } from './work.ts'

/** Surgery, tasks and duty together, or duty alone (other districts included). */
export type FloorBasis = 'total' | 'duty'

/** A lower bound on how evenly a week can be shared, with this demand and these doctors. */
export interface WeeklyFloor {
  /** In every sharing of the week some doctor who can take duty has at least this total. */
  readonly levelMinutes: number
  /** The lowest that a doctor's own total can be while nobody is above the level; null when their surgery is not declared. */
  readonly byPerson: ReadonlyMap<PersonId, number | null>
}

const NO_WORK: PersonWork = { surgery: [], tasks: [], looseMinutesPerWeek: 0 }

const LONGEST_NEED_DAYS = LONGEST_NEED_MINUTES / MINUTES_PER_DAY

interface Candidate {
  readonly personId: PersonId
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
  const span = isoWeekInterval(week)
  const monday = toWall(span.start).date
  const candidates = rota.district.doctors.map((doctor) => candidateOf(rota, doctor, monday, span, basis))
  const hasDaytime = rota.needs.some((need) => overlaps(need, span) && isDaytime(rota, need))
  const able = candidates.filter((_, index) =>
    canTakeDuty(rota.district.doctors[index] as Doctor, rota.district.agreement, monday, hasDaytime),
  )
  const level = fill(
    able.map((candidate) => candidate.otherMinutes),
    demandMinutes(rota, span, able),
  )
  const ableIds = new Set(able.map((candidate) => candidate.personId))
  const floorOf = ({ personId, otherMinutes, isKnown }: Candidate) =>
    isKnown ? Math.max(otherMinutes, ableIds.has(personId) ? level : 0) : null
  return {
    levelMinutes: level,
    byPerson: new Map(candidates.map((candidate) => [candidate.personId, floorOf(candidate)])),
  }
}

function candidateOf(
  rota: Rota,
  doctor: Doctor,
  monday: LocalDate,
  span: Interval,
  basis: FloorBasis,
): Candidate {
  const work = basis === 'total' ? workOf(doctor, { from: monday, to: addDays(monday, 7) }) : NO_WORK
  const elsewhere = rota.elsewhere.filter((busy) => busy.personId === doctor.personId)
  const busy = clip([...(work.surgery ?? []), ...work.tasks, ...elsewhere], span)
  const declared = basis === 'total' ? declaredBeyond(doctor, unionMinutes(clip(elsewhere, span))) : 0
  const otherMinutes = unionMinutes(busy) + work.looseMinutesPerWeek + declared
  return { personId: doctor.personId, busy, otherMinutes, isKnown: work.surgery !== null }
}

export function canTakeDuty(
  doctor: Doctor,
  agreement: Agreement,
  monday: LocalDate,
  hasDaytime: boolean,
): boolean {
  return datesIn({ from: monday, to: addDays(monday, 7) }).some(
    (date) =>
      !isAwayOn(doctor, date) &&
      abilityOn(doctor, agreement, date).mayHoldDuty &&
      takesPart(doctor, date) &&
      // An exemption from out-of-hours work leaves duties within office hours.
      (hasDaytime || !isExemptOutOfHours(doctor, date)),
  )
}

/** Whether a duty that reaches into the date may count as this doctor's: learners never, locums near what they offer. */
function takesPart(doctor: Doctor, date: LocalDate): boolean {
  const way = factOn(doctor.takingPart, date)?.way
  if (way?.kind === 'supernumerary') return false
  if (way?.kind !== 'offered-windows') return true
  const earliestStart = addDays(date, -LONGEST_NEED_DAYS)
  return way.windows.some((window) => window.from <= date && window.to > earliestStart)
}

function isExemptOutOfHours(doctor: Doctor, date: LocalDate): boolean {
  return doctor.exemptions.some(
    (exemption) => exemption.scope.kind === 'out-of-hours' && holdsOn(exemption, date),
  )
}

export function isDaytime(rota: Rota, need: Need): boolean {
  return !isOutOfHours(need, parameterOn(rota.district.agreement, 'officeHours', need.date))
}

function demandMinutes(rota: Rota, span: Interval, able: readonly Candidate[]): number {
  const busy = mergeIntervals(able.flatMap((candidate) => candidate.busy))
  const byClass = new Map<string, Interval[]>()
  let demand = 0
  for (const need of rota.needs) {
    const { conditional, overlapClass } = lineOf(rota.district, need.lineId)
    const part = intersection(need, span)
    if (part === undefined || conditional) continue
    if (overlapClass === null) demand += need.number * unionMinutes(subtractIntervals([part], busy))
    else byClass.set(overlapClass, [...(byClass.get(overlapClass) ?? []), part])
  }
  for (const parts of byClass.values()) demand += unionMinutes(subtractIntervals(parts, busy))
  return demand
}

/** Weighted minutes are not whole; what is left of adding them up raises no floor by a minute. */
const ROUNDING = 1e-6

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
