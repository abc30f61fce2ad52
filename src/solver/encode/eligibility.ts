import { availabilityFor, isUnavailable } from '../../core/ledger/availability.ts'
import { abilityOn, type DutyAbility } from '../../core/rota/competence.ts'
import type { District } from '../../core/rota/district.ts'
import { type Doctor, factOn, type TakingPart } from '../../core/rota/doctor.ts'
import { isGpAgreement, isPastAgreement } from '../../core/rota/engagement.ts'
import type { MemberMunicipality } from '../../core/rota/municipality.ts'
import type { FormPiece } from '../../core/rota/need.ts'
import { positionsHeldBy } from '../../core/rota/position.ts'
import { occurrences } from '../../core/rota/weekly-window.ts'
import type { FindingKind } from '../../core/rules/violation.ts'
import { type Interval, subtractIntervals } from '../../core/time/interval.ts'
import { addDays, holdsOn, type LocalDate } from '../../core/time/local-date.ts'

/** Why a doctor may not hold a duty, whatever else they hold: the bits of `refusal` in this order. */
export const REFUSALS: readonly FindingKind[] = [
  'not-available',
  'outside-offer',
  'outside-participation',
  'only-backup',
  'counts-while-learning',
  'missing-courses',
  'backup-not-able',
  'agreement-ended',
  'overlap',
]

/** A duty as eligibility sees it. */
export interface DutySpan extends Interval {
  readonly date: LocalDate
  readonly pieces: readonly FormPiece[]
  readonly isBackup: boolean
  readonly shadowing: boolean
}

export interface Eligibility {
  readonly refusal: number
  readonly isAtRisk: boolean
  readonly ability: DutyAbility
}

/** What keeps a doctor from a duty, and what the doctor may do in it (domain reference §3, §11). */
export function eligibilityFor(
  district: District,
  doctor: Doctor,
  birthDate: LocalDate | null,
  duty: DutySpan,
): Eligibility {
  const availability = availabilityFor(doctor, district.agreement, duty)
  const ability = abilityOn(doctor, district.agreement, duty.date)
  const part = factOn(doctor.takingPart, duty.date)
  const isPast =
    birthDate !== null && isPastAgreement(doctor.engagements, birthDate, district.agreement, duty.date)
  const found: readonly (FindingKind | false)[] = [
    isUnavailable(availability) && 'not-available',
    part !== undefined && wayRefusal(part.way, duty),
    !isWithinParticipation(district, doctor, duty) && 'outside-participation',
    !duty.shadowing && !ability.mayHoldDuty && 'missing-courses',
    !duty.shadowing && duty.isBackup && ability.mayHoldDuty && !ability.mayBeBackup && 'backup-not-able',
    isPast && 'agreement-ended',
  ]
  return { refusal: bitsOf(found), isAtRisk: availability === 'at-risk', ability }
}

export function bitsOf(kinds: readonly (FindingKind | false)[]): number {
  return kinds.reduce((bits, kind) => (kind === false ? bits : bits | (1 << REFUSALS.indexOf(kind))), 0)
}

function wayRefusal(way: TakingPart['way'], duty: DutySpan): FindingKind | false {
  if (way.kind === 'offered-windows')
    return !way.windows.some((window) => holdsOn(window, duty.date)) && 'outside-offer'
  if (way.kind === 'backup-only') return !duty.isBackup && 'only-backup'
  return way.kind === 'supernumerary' && !duty.shadowing && 'counts-while-learning'
}

/** Doctors without position or GP agreement (employed by the service, locums) are not bound to a municipality's windows. */
function isWithinParticipation(district: District, doctor: Doctor, duty: DutySpan): boolean {
  const numbers = municipalitiesOf(district, doctor, duty.date)
  if (numbers.length === 0) return true
  return district.municipalities.some(
    (member) => numbers.includes(member.number) && takesPartIn(member, duty),
  )
}

function municipalitiesOf(district: District, doctor: Doctor, date: LocalDate): string[] {
  const positions = positionsHeldBy(district.positions, doctor.personId, date)
  if (positions.length > 0) return positions.map((position) => position.municipality)
  return doctor.engagements
    .filter((engagement) => holdsOn(engagement, date) && isGpAgreement(engagement.form))
    .flatMap(({ employer }) => (employer.kind === 'municipality' ? [employer.number] : []))
}

function takesPartIn(member: MemberMunicipality, duty: DutySpan): boolean {
  const participation = factOn(member.participation, duty.date)
  if (participation === undefined) return false
  if (participation.windows === null) return true
  const windows = occurrences(participation.windows, {
    from: addDays(duty.date, -7),
    to: addDays(duty.date, 8),
  })
  return subtractIntervals([{ start: duty.start, end: duty.end }], windows).length === 0
}
