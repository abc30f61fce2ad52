import { endedOn } from '../rota/dated.ts'
import type { District } from '../rota/district.ts'
import { type Doctor, factOn } from '../rota/doctor.ts'
import type { PersonId } from '../rota/person.ts'
import type { Position, PositionHolder } from '../rota/position.ts'
import type { LocalDate } from '../time/local-date.ts'
import { planned, refusedBy, type SetUpPlan, setUpFault } from './set-up-fault.ts'

export interface DoctorEnd {
  readonly personId: PersonId
  /** The first day on which the doctor is no longer there. */
  readonly on: LocalDate
  /** What becomes of the doctor's place in the rota. */
  readonly place: 'vacant' | 'locum-to-be-named' | 'none'
}

/**
 * The district where a doctor is there no more from a date: contracts, way of taking part and place in the rota end, and
 * what was to begin later never does. Competence, absences and all that has been stay. Refused when nothing is left to end.
 */
export function planDoctorEnd(district: District, { personId, on, place }: DoctorEnd): SetUpPlan<District> {
  const doctor = district.doctors.find((own) => own.personId === personId)
  if (!doctor) return refusedBy(setUpFault('doctor', 'unknown-doctor', personId))
  const after = {
    ...district,
    doctors: district.doctors.map((own) => (own === doctor ? ended(doctor, on) : own)),
    positions: district.positions.map((position) => left(position, personId, on, place)),
  }
  return hasLeft(doctor, on) && after.positions.every((own, index) => own === district.positions[index])
    ? refusedBy(setUpFault('on', 'already-ended', on))
    : planned(after)
}

function ended(doctor: Doctor, on: LocalDate): Doctor {
  return {
    ...doctor,
    engagements: endedOn(doctor.engagements, on),
    // Without any word on how somebody takes part, a builder would go on putting them up.
    takingPart: [...endedOn(doctor.takingPart, on), nothingOffered(on)],
  }
}

/** Offers no dates from then on. */
function nothingOffered(from: LocalDate): Doctor['takingPart'][number] {
  return { from, to: null, way: { kind: 'offered-windows', windows: [] }, least: null, most: null }
}

/** Whether nothing is left to end: no contract, and no date offered. */
export function hasLeft({ engagements, takingPart }: Doctor, on: LocalDate): boolean {
  const part = factOn(takingPart, on)
  const isOut = part?.way.kind === 'offered-windows' && part.way.windows.length === 0
  return isOut && engagements.every(({ to }) => to !== null && to <= on)
}

/**
 * The first day from which the doctor has left for good, as far as the facts tell; null for one who has not. Whoever comes
 * back has not left, and neither has one of whom nobody has said that they take part no more.
 */
export function leftOn(doctor: Doctor): LocalDate | null {
  const { engagements, takingPart } = doctor
  const turns = [
    ...takingPart.flatMap(({ from, to }) => (to === null ? [from] : [from, to])),
    ...engagements.flatMap(({ to }) => to ?? []),
  ].sort()
  const last = turns.findLastIndex((date) => !hasLeft(doctor, date))
  return turns[last + 1] ?? null
}

function left(position: Position, personId: PersonId, on: LocalDate, place: DoctorEnd['place']): Position {
  const isOwn = (holder: PositionHolder) => holder.kind === 'person' && holder.personId === personId
  const last = position.holders.findLast((holder) => isOwn(holder) && (holder.to === null || holder.to > on))
  if (!last) return position
  const rest = position.holders.flatMap((holder) => {
    if (!isOwn(holder) || (holder.to !== null && holder.to <= on)) return [holder]
    return holder.from < on ? [{ ...holder, to: on }] : []
  })
  const from = last.from > on ? last.from : on
  const next: PositionHolder[] = place === 'none' ? [] : [{ kind: place, from, to: last.to }]
  return { ...position, holders: [...rest, ...next].sort((a, b) => (a.from < b.from ? -1 : 1)) }
}
