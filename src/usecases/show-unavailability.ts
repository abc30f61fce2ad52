import type { DutyInside, Unavailability } from '../core/plans/exemption-duties.ts'
import { homeMunicipalities } from '../core/plans/exemption-fault.ts'
import type { District } from '../core/rota/district.ts'
import type { Person } from '../core/rota/person.ts'
import { holdsOn, type LocalDate } from '../core/time/local-date.ts'
import { hasDecider } from '../data/account-store.ts'
import { listExemptionsOfDoctor } from '../data/exemption-store.ts'
import type { PersonDuty } from '../data/person-duty-store.ts'
import type { Context } from './context.ts'
import {
  comingInside,
  type DoctorKey,
  type DoctorReading,
  dutiesFrom,
  readDoctor,
  today,
} from './exemption-reading.ts'
import { gate } from './gate.ts'
import { type KeptPlan, keptPlan } from './kept-plan.ts'
import { done, type Result, refused } from './refusal.ts'

/** A time when the doctor is not available, alike whatever it rests on. */
export interface UnavailableTime {
  readonly away: Unavailability
  /** What the district itself entered; the rest is the doctor's and the municipality's to end. */
  readonly mayEnd: boolean
  /** Published duties that are not over and that it reaches. */
  readonly duties: readonly DutyInside<PersonDuty>[]
  readonly kept: KeptPlan | null
}

export interface UnavailabilityValue {
  readonly district: District
  readonly person: Person
  readonly today: LocalDate
  /** The latest first. */
  readonly times: readonly UnavailableTime[]
  /** False where the doctor's municipality enters exemptions itself. */
  readonly mayEnterExemption: boolean
}

/** When a doctor of the district is not available, and which duties it reaches; never why. */
export async function showUnavailability(ctx: Context, key: DoctorKey): Promise<Result<UnavailabilityValue>> {
  const isRefused = gate(ctx, 'change-availability', { kind: 'district', id: key.districtId })
  if (isRefused) return isRefused
  const reading = await readDoctor(ctx, key)
  if (!reading) return refused({ kind: 'not-found' })
  const { district, person } = reading
  const now = today(ctx)
  const away = awayTimes(reading)
  const [duties, ownIds, isMunicipalitys, ...kept] = await Promise.all([
    dutiesFrom(ctx, key, now),
    districtsOwn(ctx, key),
    municipalityDecides(ctx, reading),
    ...away.map((one) => keptPlan(ctx, district, subjectOf(one))),
  ])
  return done({
    district,
    person,
    today: now,
    times: away.map((one, index) => ({
      away: one,
      mayEnd: isOpenOn(one, now) && (one.kind === 'absence' || ownIds.has(subjectOf(one).id)),
      duties: comingInside(ctx, reading, duties, one),
      kept: kept[index] ?? null,
    })),
    mayEnterExemption: !isMunicipalitys,
  })
}

/** Whether a municipality that the doctor has a GP agreement with has somebody who decides: then no coordinator does. */
export async function municipalityDecides(ctx: Context, { doctor }: DoctorReading): Promise<boolean> {
  return hasDecider(ctx.db, homeMunicipalities(doctor, today(ctx)))
}

function subjectOf(away: Unavailability): {
  readonly kind: Unavailability['kind']
  readonly id: string
} {
  return { kind: away.kind, id: rangeOf(away).id }
}

/** The dates that a doctor is or may be away. */
function rangeOf(away: Unavailability) {
  return away.kind === 'exemption' ? away.exemption : away.absence
}

function awayTimes({ doctor }: DoctorReading): Unavailability[] {
  const times: Unavailability[] = [
    ...doctor.exemptions.map((exemption) => ({ kind: 'exemption', exemption }) as const),
    ...doctor.absences.map((absence) => ({ kind: 'absence', absence }) as const),
  ]
  return times.sort((a, b) => (rangeOf(a).from < rangeOf(b).from ? 1 : -1))
}

async function districtsOwn(ctx: Context, { districtId, personId }: DoctorKey): Promise<ReadonlySet<string>> {
  const stored = await listExemptionsOfDoctor(ctx.db, districtId, personId)
  return new Set(stored.flatMap(({ exemption, keptBy }) => (keptBy === 'district' ? [exemption.id] : [])))
}

function isOpenOn(away: Unavailability, date: LocalDate): boolean {
  const { from, to } = rangeOf(away)
  return from > date || holdsOn({ from, to }, date)
}
