import { type DoctorEntry, type DoctorFault, planDoctors } from '../core/plans/doctor-change.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import type { Context } from './context.ts'
import { done, type Result, refused } from './refusal.ts'
import { fromProblem, readSetUp, stampOf, storeSetUp } from './set-up-reading.ts'

export type EnteredDoctor = Omit<DoctorEntry, 'personId'> & {
  /** Null for somebody new in the district. */
  readonly personId: PersonId | null
}

export interface SaveDoctorsInput {
  readonly districtId: DistrictId
  /** One or many: all are stored in one batch, or none. */
  readonly doctors: readonly EnteredDoctor[]
  /** `doctorStamp` of the one doctor that a form was filled in from; left out for new ones and for lists. */
  readonly seen?: string
}

export interface SavedDoctors {
  /** In the order given. */
  readonly personIds: readonly PersonId[]
}

/**
 * Enters new doctors or changes doctors of the district, each from a date. All or nothing: a problem's field is `name` or
 * `initials` … for one doctor, and `3.initials` (counted from 0) for one of several. Refused as `stale-revision` when the
 * doctor is no longer as seen.
 */
export async function saveDoctors(ctx: Context, input: SaveDoctorsInput): Promise<Result<SavedDoctors>> {
  const reading = await readSetUp(ctx, input.districtId)
  if (reading.kind === 'refused') return reading
  const { district } = reading.value
  const entries = input.doctors.map((entered) => ({ ...entered, personId: entered.personId ?? ctx.newId() }))
  const strangers = input.doctors.flatMap(({ personId }, row) =>
    personId === null || district.doctors.some((own) => own.personId === personId)
      ? []
      : [{ row, field: 'name', code: 'unknown-doctor', value: personId } as const],
  )
  if (strangers.length > 0) return refusedRows(strangers, entries.length)
  for (const { from } of entries) {
    const isRefused = fromProblem(reading.value, 'from', from)
    if (isRefused) return isRefused
  }
  if (
    input.seen !== undefined &&
    input.seen !== (await doctorStamp(ctx, district, entries[0]?.personId ?? ''))
  )
    return refused({ kind: 'stale-revision' })
  const plan = planDoctors(district, entries, ctx.newId)
  if (plan.kind === 'refused') return refusedRows(plan.problems, entries.length)
  const [only] = entries
  const subject =
    entries.length === 1 && only
      ? { action: 'save-doctor', subjectKind: 'person', subjectId: only.personId }
      : { action: 'save-doctors', subjectKind: 'district', subjectId: district.id }
  const failed = await storeSetUp(ctx, reading.value, plan.after, subject)
  return failed ?? done({ personIds: entries.map(({ personId }) => personId) })
}

/** Of everything that a doctor's form is filled in from. */
export async function doctorStamp(
  ctx: Context,
  { persons, doctors, positions }: Parameters<typeof planDoctors>[0],
  personId: PersonId,
): Promise<string> {
  const {
    absences: _,
    exemptions: __,
    ...facts
  } = doctors.find((own) => own.personId === personId) ?? {
    absences: [],
    exemptions: [],
  }
  const held = positions.filter(({ holders }) =>
    holders.some((holder) => holder.kind === 'person' && holder.personId === personId),
  )
  return stampOf(ctx, [persons.find(({ id }) => id === personId), facts, held])
}

function refusedRows(problems: readonly DoctorFault[], rows: number): ReturnType<typeof refused> {
  const named = problems.map(({ row, ...problem }) =>
    rows === 1 ? problem : { ...problem, field: `${row}.${problem.field}` },
  )
  return refused({ kind: 'invalid', problems: named })
}
