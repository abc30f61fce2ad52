import { type DoctorEnd, planDoctorEnd } from '../core/plans/doctor-end.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { Context } from './context.ts'
import { done, type Result, refused } from './refusal.ts'
import { fromProblem, readSetUp, refusedFields, storeSetUp } from './set-up-reading.ts'

export interface EndDoctorInput extends DoctorEnd {
  readonly districtId: DistrictId
}

/** A doctor is there no more from a date. Published duties stay where they are, and are flagged until they are replaced. */
export async function endDoctor(ctx: Context, { districtId, ...end }: EndDoctorInput): Promise<Result<null>> {
  const reading = await readSetUp(ctx, districtId)
  if (reading.kind === 'refused') return reading
  const { district } = reading.value
  if (!district.doctors.some(({ personId }) => personId === end.personId))
    return refused({ kind: 'not-found' })
  const isRefused = fromProblem(reading.value, 'on', end.on)
  if (isRefused) return isRefused
  const plan = planDoctorEnd(district, end)
  if (plan.kind === 'refused') return refusedFields(plan.problems)
  const subject = { action: 'end-doctor', subjectKind: 'person', subjectId: end.personId }
  return (await storeSetUp(ctx, reading.value, plan.after, subject)) ?? done(null)
}
