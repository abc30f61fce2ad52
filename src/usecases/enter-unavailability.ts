import { planAbsence } from '../core/plans/absence-change.ts'
import { planExemption } from '../core/plans/exemption-change.ts'
import type { DutyInside, Unavailability } from '../core/plans/exemption-duties.ts'
import type { Absence } from '../core/rota/doctor.ts'
import type { Exemption } from '../core/rota/exemption.ts'
import { editionGuard } from '../data/edition.ts'
import { absenceWrites } from '../data/exemption-store.ts'
import { openDatesGuard } from '../data/open-dates.ts'
import type { PersonDuty } from '../data/person-duty-store.ts'
import { planSnapshotWrites } from '../data/plan-snapshot-store.ts'
import type { Context } from './context.ts'
import {
  allInside,
  closedRefusal,
  type DoctorKey,
  type DoctorReading,
  dutiesFrom,
  readDoctor,
  settingOf,
} from './exemption-reading.ts'
import { gate } from './gate.ts'
import { isPlanDate } from './plan-dates.ts'
import { done, type FieldProblem, invalid, type Refused, type Result, refused } from './refusal.ts'
import { save } from './save.ts'
import { saveNewExemption } from './save-exemption.ts'
import { municipalityDecides } from './show-unavailability.ts'

export type WantedUnavailability =
  | ({ readonly kind: 'exemption' } & Omit<Exemption, 'id'>)
  | ({ readonly kind: 'absence' } & Omit<Absence, 'id'>)

export interface EnterUnavailabilityInput extends DoctorKey {
  readonly away: WantedUnavailability
  /** False asks only which published duties it would reach, those that are over too. */
  readonly isConfirmed: boolean
}

export interface EnteredUnavailability {
  readonly duties: readonly DutyInside<PersonDuty>[]
  readonly isStored: boolean
}

/**
 * A coordinator enters that a doctor is away, or the effect and dates of an exemption where the doctor's municipality has
 * nobody who decides; the ground stays untold. Refused for dates that are closed. Published duties stay where they are, and are flagged until they are replaced.
 */
export async function enterUnavailability(
  ctx: Context,
  input: EnterUnavailabilityInput,
): Promise<Result<EnteredUnavailability>> {
  const isRefused = gate(ctx, 'change-availability', { kind: 'district', id: input.districtId })
  if (isRefused) return isRefused
  const reading = await readDoctor(ctx, input)
  if (!reading) return refused({ kind: 'not-found' })
  const problem = dateProblem(input.away)
  if (problem) return refused({ kind: 'invalid', problems: [problem] })
  if (input.away.kind === 'exemption' && (await municipalityDecides(ctx, reading)))
    return invalid('kind', 'municipality-decides')
  const closed = closedRefusal(reading, 'from', input.away.from)
  if (closed) return closed
  const away = plannedAway(ctx, reading, input.away)
  if (away.kind === 'refused') return away
  const duties = await dutiesFrom(ctx, input, input.away.from)
  const inside = allInside(reading, duties, away.value)
  if (!input.isConfirmed) return done({ duties: inside, isStored: false })
  const failed = await store(ctx, input, reading, away.value)
  return failed ?? done({ duties: inside, isStored: true })
}

/** The first date that cannot be planned with. */
export function dateProblem(away: WantedUnavailability): FieldProblem | undefined {
  const dates = [
    ['from', away.from],
    ['certainFrom', away.kind === 'absence' ? away.certainFrom : null],
    ['to', away.to],
  ] as const
  const wrong = dates.find(([, date]) => date !== null && !isPlanDate(date))
  return wrong && { field: wrong[0], code: 'not-a-date', value: wrong[1] ?? '' }
}

/** An absence, or an exemption with its ground untold, over what the doctor has. */
export function plannedAway(
  ctx: Context,
  reading: DoctorReading,
  away: WantedUnavailability,
): Result<Unavailability> {
  const id = ctx.newId()
  if (away.kind === 'absence') {
    const { from, certainFrom, to } = away
    const plan = planAbsence({ id, from, certainFrom, to }, reading.doctor.absences)
    if (plan.kind === 'refused') return refused({ kind: 'invalid', problems: plan.problems })
    return done({ kind: 'absence', absence: plan.absence })
  }
  const { scope, from, to } = away
  const ground = { kind: 'untold' } as const
  const wanted = { exemption: { id, scope, from, to }, ground }
  // Each is held against as the district knows it: from what and when, never why.
  const held = reading.doctor.exemptions.map((exemption) => ({ exemption, ground }))
  const plan = planExemption(wanted, settingOf(ctx, reading, held))
  if (plan.kind === 'refused') return refused({ kind: 'invalid', problems: plan.problems })
  return done({ kind: 'exemption', exemption: plan.exemption })
}

async function store(
  ctx: Context,
  key: DoctorKey,
  { edition }: DoctorReading,
  away: Unavailability,
): Promise<Refused | undefined> {
  const { districtId, personId } = key
  if (away.kind === 'exemption') {
    const planned = { exemption: away.exemption, ground: { kind: 'untold' } } as const
    return saveNewExemption(ctx, {
      districtId,
      personId,
      planned,
      keptBy: 'district',
      edition,
      chain: districtId,
    })
  }
  const { absence } = away
  const duties = await dutiesFrom(ctx, key, absence.from)
  const writes = [
    ...editionGuard(districtId, edition),
    openDatesGuard(districtId, absence.from),
    ...absenceWrites(districtId, personId, absence),
    ...planSnapshotWrites(districtId, {
      subject: { kind: 'absence', id: absence.id },
      personId,
      at: ctx.now,
      assignments: duties.map(({ assignment }) => assignment),
    }),
  ]
  const { id, ...dates } = absence
  const change = { districtId, action: 'enter-absence', subjectKind: 'absence', subjectId: id }
  return save(ctx, { ...change, after: { personId, ...dates } }, writes)
}
