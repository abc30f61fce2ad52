import { planAbsence } from '../core/plans/absence-change.ts'
import { firstDateChanged } from '../core/plans/closed-facts.ts'
import type { Assignment } from '../core/rota/assignment.ts'
import type { Absence } from '../core/rota/doctor.ts'
import { editionGuard } from '../data/edition.ts'
import { changeAbsenceWrites } from '../data/exemption-store.ts'
import { openDatesGuard } from '../data/open-dates.ts'
import { findPlanSnapshot, planSnapshotWrites } from '../data/plan-snapshot-store.ts'
import type { Context } from './context.ts'
import { dateProblem, type EnteredUnavailability } from './enter-unavailability.ts'
import { allInside, closedRefusal, type DoctorKey, dutiesFrom, readDoctor } from './exemption-reading.ts'
import { gate } from './gate.ts'
import { done, type Result, refused } from './refusal.ts'
import { save } from './save.ts'

export interface ChangeAbsenceInput extends DoctorKey {
  readonly absenceId: string
  readonly dates: Omit<Absence, 'id'>
  /** False asks only which published duties the new dates would reach. */
  readonly isConfirmed: boolean
}

/** Gives an absence other dates, as when the day is settled. The plan that was kept for it is kept on, with any day before. */
export async function changeAbsence(
  ctx: Context,
  input: ChangeAbsenceInput,
): Promise<Result<EnteredUnavailability>> {
  const { districtId, personId, absenceId, dates } = input
  const isRefused = gate(ctx, 'change-availability', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const reading = await readDoctor(ctx, input)
  const seen = reading?.doctor.absences.find(({ id }) => id === absenceId)
  if (!reading || !seen) return refused({ kind: 'not-found' })
  const problem = dateProblem({ kind: 'absence', ...dates })
  if (problem) return refused({ kind: 'invalid', problems: [problem] })
  const plan = planAbsence({ id: absenceId, ...dates }, reading.doctor.absences)
  if (plan.kind === 'refused') return refused({ kind: 'invalid', problems: plan.problems })
  const { absence } = plan
  const first = firstDateChanged(seen, dates)
  const closed = closedRefusal(reading, first === dates.to ? 'to' : 'from', first)
  if (closed) return closed
  const duties = await dutiesFrom(ctx, input, absence.from)
  const inside = allInside(reading, duties, { kind: 'absence', absence })
  if (!input.isConfirmed) return done({ duties: inside, isStored: false })
  const kept = await findPlanSnapshot(ctx.db, districtId, { kind: 'absence', id: absenceId })
  const assignments = together(
    kept?.assignments ?? [],
    duties.map(({ assignment }) => assignment),
  )
  const writes = [
    ...(first === undefined ? [] : [openDatesGuard(districtId, first)]),
    ...editionGuard(districtId, reading.edition),
    ...changeAbsenceWrites(districtId, personId, seen, dates),
    ...planSnapshotWrites(districtId, {
      subject: { kind: 'absence', id: absenceId },
      personId,
      at: kept?.at ?? ctx.now,
      assignments,
    }),
  ]
  const { id: _, ...before } = seen
  const change = { districtId, action: 'change-absence', subjectKind: 'absence', subjectId: absenceId }
  const logged = { before: { personId, ...before }, after: { personId, ...dates } }
  const failed = await save(ctx, { ...change, ...logged }, writes)
  return failed ?? done({ duties: inside, isStored: true })
}

/** What was kept first stays as it was; what lies before it is added as it stands. */
function together(kept: readonly Assignment[], current: readonly Assignment[]): Assignment[] {
  const firstKept = kept[0]?.start ?? Number.POSITIVE_INFINITY
  const added = current.filter((row) => kept.length === 0 || row.start < firstKept)
  return [...added.filter((row) => !kept.some(({ id }) => id === row.id)), ...kept]
}
