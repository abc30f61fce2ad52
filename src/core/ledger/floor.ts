import { dutyAbilityOn } from '../rota/competence.ts'
import { lineOf } from '../rota/district.ts'
import type { Doctor } from '../rota/doctor.ts'
import type { PersonId } from '../rota/person.ts'
import type { Rota } from '../rota/rota.ts'
import { clip, type Interval, unionMinutes } from '../time/interval.ts'
import { type IsoWeek, isoWeekInterval } from '../time/iso-week.ts'
import { addDays, datesIn, type LocalDate } from '../time/local-date.ts'
import { toWall } from '../time/oslo.ts'
import { isAwayOn } from './availability.ts'
import { workOf } from './work.ts'

/** The lowest possible highest weekly total, in minutes, with this demand and these doctors. */
export interface WeeklyFloor {
  readonly levelMinutes: number
  /** The lowest that a doctor's own total can be while nobody is above the level; null when their surgery is not declared. */
  readonly byPerson: ReadonlyMap<PersonId, number | null>
}

interface Candidate {
  readonly personId: PersonId
  readonly busy: readonly Interval[]
  readonly otherMinutes: number
  readonly isKnown: boolean
}

/**
 * Water filling: the level L with Σ max(0, L − other work) = demand, over all who can take a duty in the week.
 * A proven lower bound: undeclared surgery counts as none, a duty adds at least its minutes outside everybody's other work,
 * and lines one person may hold together count once.
 */
export function weeklyFloor(rota: Rota, week: IsoWeek): WeeklyFloor {
  const span = isoWeekInterval(week)
  const monday = toWall(span.start).date
  const candidates = rota.district.doctors.map((doctor) => candidateOf(rota, doctor, monday, span))
  const able = candidates.filter((_, index) => canTakeDuty(rota.district.doctors[index] as Doctor, monday))
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

function candidateOf(rota: Rota, doctor: Doctor, monday: LocalDate, span: Interval): Candidate {
  const work = workOf(doctor, { from: monday, to: addDays(monday, 7) })
  const elsewhere = rota.elsewhere.filter((busy) => busy.personId === doctor.personId)
  const busy = clip([...(work.surgery ?? []), ...work.tasks, ...elsewhere], span)
  const otherMinutes = unionMinutes(busy) + work.looseMinutesPerWeek
  return { personId: doctor.personId, busy, otherMinutes, isKnown: work.surgery !== null }
}

function canTakeDuty(doctor: Doctor, monday: LocalDate): boolean {
  return datesIn({ from: monday, to: addDays(monday, 7) }).some((date) => {
    const isExempt = doctor.exemptions.some(
      (exemption) =>
        exemption.scope.kind === 'out-of-hours' &&
        exemption.from <= date &&
        (exemption.to === null || date < exemption.to),
    )
    return !isExempt && !isAwayOn(doctor, date) && dutyAbilityOn(doctor.competences, date).mayHoldDuty
  })
}

function demandMinutes(rota: Rota, span: Interval, able: readonly Candidate[]): number {
  const classes = new Map<string, string>()
  let demand = 0
  for (const need of rota.needs) {
    const line = lineOf(rota.district, need.lineId)
    const part = clip([need], span)
    if (part.length === 0 || line.conditional) continue
    if (line.overlapClass !== null && (classes.get(line.overlapClass) ?? line.id) !== line.id) continue
    if (line.overlapClass !== null) classes.set(line.overlapClass, line.id)
    demand += need.number * leastAdded(part[0] as Interval, able)
  }
  return demand
}

/** The fewest minutes a duty adds to the week of whoever takes it. */
function leastAdded(part: Interval, able: readonly Candidate[]): number {
  const overlapped = able.map((candidate) => unionMinutes(clip(candidate.busy, part)))
  return part.end - part.start - Math.max(0, ...overlapped)
}

function fill(otherMinutes: readonly number[], demand: number): number {
  const levels = [...otherMinutes].sort((a, b) => a - b)
  let held = 0
  for (let count = 1; count <= levels.length; count++) {
    held += levels[count - 1] as number
    const level = (demand + held) / count
    if (count === levels.length || level <= (levels[count] as number)) return Math.ceil(level)
  }
  return 0
}
