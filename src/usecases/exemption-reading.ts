import { firstOpenDate } from '../core/plans/agreement-change.ts'
import { type DutyInside, dutiesInside, type Unavailability } from '../core/plans/exemption-duties.ts'
import type { ExemptionSetting } from '../core/plans/exemption-fault.ts'
import type { District } from '../core/rota/district.ts'
import type { Doctor } from '../core/rota/doctor.ts'
import type { ExemptionGround, GroundedExemption } from '../core/rota/exemption.ts'
import type { DistrictId, Person, PersonId } from '../core/rota/person.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import { dayInterval, LAST_CLOCK_DATE, toWall } from '../core/time/oslo.ts'
import { listClosings } from '../data/closing-store.ts'
import { findDistrict, findDistrictHeads } from '../data/district-store.ts'
import { type KeptBy, listExemptionsOfDoctor } from '../data/exemption-store.ts'
import { assignmentsOfPerson, type PersonDuty } from '../data/person-duty-store.ts'
import type { SealedFor } from '../identity/ground-key.ts'
import type { Context } from './context.ts'
import { invalid, type Refused } from './refusal.ts'
import { type GroundReader, readGroundsOfDoctor } from './sealed-ground.ts'

export interface DoctorKey {
  readonly districtId: DistrictId
  readonly personId: PersonId
}

/** A doctor of a district with the edition that it was read from. */
export interface DoctorReading {
  readonly district: District
  readonly edition: number
  readonly doctor: Doctor
  readonly person: Person
  /** The day after the last closed period: no fact reaches further back. Null while none is closed. */
  readonly openFrom: LocalDate | null
}

export async function readDoctor(
  ctx: Context,
  { districtId, personId }: DoctorKey,
): Promise<DoctorReading | undefined> {
  // One trip, so that the edition is that of what is read.
  const [[head], district, closings] = await Promise.all([
    findDistrictHeads(ctx.db, [districtId]),
    findDistrict(ctx.db, districtId),
    listClosings(ctx.db, districtId),
  ])
  const doctor = district?.doctors.find((own) => own.personId === personId)
  const person = district?.persons.find((own) => own.id === personId)
  return head && district && doctor && person
    ? { district, edition: head.edition, doctor, person, openFrom: firstOpenDate(closings) }
    : undefined
}

/** Refuses a fact that would hold otherwise from `date` on, when dates after it are closed: their figures stand as they were counted. */
export function closedRefusal(
  { openFrom }: Pick<DoctorReading, 'openFrom'>,
  field: string,
  date: LocalDate | null | undefined,
): Refused | undefined {
  const isClosed = openFrom !== null && typeof date === 'string' && date < openFrom
  return isClosed ? invalid(field, 'in-closed-period', openFrom) : undefined
}

export interface HeldExemption extends GroundedExemption {
  readonly keptBy: KeptBy
  /** The municipality that its ground stands with, or `NO_MUNICIPALITY`; null while none is told, or it is not sealed yet. */
  readonly standsWith: SealedFor | null
}

export const UNTOLD: ExemptionGround = { kind: 'untold' }

/**
 * Every exemption a doctor has had, with its ground as far as `reader` may see it: also for judging a new one, since a refusal would
 * tell what is not shown.
 */
export async function readExemptions(
  ctx: Context,
  { districtId, personId }: DoctorKey,
  reader: GroundReader,
): Promise<HeldExemption[]> {
  const [exemptions, groundOf] = await Promise.all([
    listExemptionsOfDoctor(ctx.db, districtId, personId),
    readGroundsOfDoctor(ctx, districtId, personId, reader),
  ])
  return exemptions.map(({ exemption, keptBy }) => ({
    exemption,
    keptBy,
    ...(groundOf.get(exemption.id) ?? { ground: UNTOLD, standsWith: null }),
  }))
}

export function settingOf(
  ctx: Context,
  { district, doctor, person }: DoctorReading,
  held: readonly GroundedExemption[],
): ExemptionSetting {
  const { birthDate } = person
  return { doctor, birthDate, agreement: district.agreement, held, today: today(ctx) }
}

export function today(ctx: Context): LocalDate {
  return toWall(ctx.now).date
}

/** The duties that a doctor holds now in one district, of which some minute lies on `from` or later, by start. */
export async function dutiesFrom(
  ctx: Context,
  { districtId, personId }: DoctorKey,
  from: LocalDate,
): Promise<PersonDuty[]> {
  const [start, end] = [dayInterval(from).start, dayInterval(LAST_CLOCK_DATE).start]
  const duties = await assignmentsOfPerson(ctx.db, personId, start, end)
  return duties.filter(({ line }) => line.districtId === districtId)
}

export type DutiesInside = readonly DutyInside<PersonDuty>[]

/** The duties that this reaches, those that are over too. */
export function allInside(
  { district, doctor }: DoctorReading,
  duties: readonly PersonDuty[],
  away: Unavailability,
): DutyInside<PersonDuty>[] {
  return dutiesInside(duties, doctor, away, district.agreement)
}

/** The duties that are not over and that this reaches. */
export function comingInside(
  ctx: Context,
  reading: DoctorReading,
  duties: readonly PersonDuty[],
  away: Unavailability,
): DutyInside<PersonDuty>[] {
  const coming = duties.filter(({ assignment }) => assignment.end > ctx.now)
  return allInside(reading, coming, away)
}
