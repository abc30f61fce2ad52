import { abilityOn } from '../rota/competence.ts'
import type { District } from '../rota/district.ts'
import { type Doctor, factOn } from '../rota/doctor.ts'
import type { Line } from '../rota/line.ts'
import type { PersonId } from '../rota/person.ts'
import type { Interval } from '../time/interval.ts'
import { holdsOn, type LocalDate } from '../time/local-date.ts'
import { hasLeft } from './doctor-end.ts'
import { preview } from './duty-preview.ts'

/** How far a district is from a first rota, as of a date. */
export interface SetUpState {
  /** Lines that have duties now or later. */
  readonly lines: readonly Line[]
  /** Times on the dates of the preview when nobody answers. */
  readonly gaps: readonly Interval[]
  /** Who takes part, now or from a later date. */
  readonly doctors: readonly Doctor[]
  /** Of them, those who may hold no duty, for want of competence or courses. */
  readonly unable: readonly PersonId[]
  /** There is a backup line with duties and nobody who may be backup. */
  readonly lacksBackups: boolean
  /** Of them, those whose competence stands without evidence. */
  readonly unproven: readonly PersonId[]
  /** Of them, those whose surgery hours are not declared. */
  readonly undeclared: readonly PersonId[]
  /** Values that are adopted. */
  readonly adopted: number
  /** Times away that are not over. */
  readonly timesAway: number
  /** A rota can be built: some line with duties, and somebody who may hold one. */
  readonly isReady: boolean
}

export function setUpState(district: District, today: LocalDate): SetUpState {
  const lines = district.lines.filter((line) => hasDuties(line, today))
  const doctors = district.doctors.filter((doctor) => !hasLeft(doctor, today))
  const ability = (doctor: Doctor) => abilityOn(doctor, district.agreement, dayInRota(doctor, today))
  const unable = doctors.filter((doctor) => !ability(doctor).mayHoldDuty)
  const isOpen = ({ to }: { readonly to: LocalDate | null }) => to === null || to > today
  return {
    lines,
    gaps: preview(district, today).flatMap(({ days }) => days.flatMap(({ gaps }) => gaps)),
    doctors,
    unable: unable.map(({ personId }) => personId),
    lacksBackups:
      lines.some(({ form }) => form === 'backup') && !doctors.some((doctor) => ability(doctor).mayBeBackup),
    unproven: doctors
      .filter((doctor) => factOn(doctor.competences, dayInRota(doctor, today))?.evidence.trim() === '')
      .map(({ personId }) => personId),
    undeclared: doctors
      .filter(
        (doctor) =>
          (factOn(doctor.surgery, dayInRota(doctor, today))?.kind ?? 'not-declared') === 'not-declared',
      )
      .map(({ personId }) => personId),
    adopted: district.agreement.filter(
      (entry) => entry.status === 'adopted' && entry.to !== entry.from && isOpen(entry),
    ).length,
    timesAway: doctors.reduce(
      (sum, { absences, exemptions }) => sum + [...absences, ...exemptions].filter(isOpen).length,
      0,
    ),
    isReady: lines.length > 0 && doctors.length > unable.length,
  }
}

/** Whether a line has duties on the date or later. */
export function hasDuties({ templates }: Line, today: LocalDate): boolean {
  return templates.some(
    ({ to, windows, overrides }) => (to === null || to > today) && windows.length + overrides.length > 0,
  )
}

/** The date, or the first day of somebody who begins later. */
export function dayInRota({ takingPart, engagements }: Doctor, today: LocalDate): LocalDate {
  const facts = [...takingPart, ...engagements]
  if (facts.length === 0 || facts.some((fact) => holdsOn(fact, today))) return today
  const coming = facts.map(({ from }) => from).filter((from) => from > today)
  return coming.sort()[0] ?? today
}
