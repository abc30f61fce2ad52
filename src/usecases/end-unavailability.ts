import { planAbsenceEnd } from '../core/plans/absence-change.ts'
import { firstDateChanged } from '../core/plans/closed-facts.ts'
import { planExemptionEnd } from '../core/plans/exemption-change.ts'
import type { Absence } from '../core/rota/doctor.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import {
  absenceRemovals,
  changeAbsenceWrites,
  endExemptionWrites,
  listExemptionsOfDoctor,
} from '../data/exemption-store.ts'
import { openDatesGuard } from '../data/open-dates.ts'
import type { Context } from './context.ts'
import { closedRefusal, type DoctorKey, readDoctor, today } from './exemption-reading.ts'
import { gate } from './gate.ts'
import { isPlanDate } from './plan-dates.ts'
import { done, invalid, type Result, refused } from './refusal.ts'
import { save } from './save.ts'

export interface EndUnavailabilityInput extends DoctorKey {
  readonly kind: 'exemption' | 'absence'
  readonly id: string
  /** First date on which the doctor takes duty again; its first day or before takes it back. */
  readonly on: LocalDate
}

/** A coordinator ends an absence, or an exemption that the district itself entered; what it was until then stays. */
export async function endUnavailability(
  ctx: Context,
  input: EndUnavailabilityInput,
): Promise<Result<{ readonly id: string }>> {
  const isRefused = gate(ctx, 'change-availability', { kind: 'district', id: input.districtId })
  if (isRefused) return isRefused
  return input.kind === 'absence' ? endAbsence(ctx, input) : endDistrictsExemption(ctx, input)
}

async function endAbsence(
  ctx: Context,
  input: EndUnavailabilityInput,
): Promise<Result<{ readonly id: string }>> {
  const { districtId, personId, id, on } = input
  const reading = await readDoctor(ctx, input)
  const seen = reading?.doctor.absences.find((own) => own.id === id)
  if (!reading || !seen) return refused({ kind: 'not-found' })
  if (!isPlanDate(on)) return invalid('on', 'not-a-date', on)
  const plan = planAbsenceEnd(seen, on)
  if (plan.kind === 'refused') return refused({ kind: 'invalid', problems: plan.problems })
  const { absence } = plan
  const first = firstDateChanged(seen, absence) ?? on
  const closed = closedRefusal(reading, 'on', first)
  if (closed) return closed
  const change = absence
    ? changeAbsenceWrites(districtId, personId, seen, absence)
    : absenceRemovals(districtId, personId, seen)
  const writes = [openDatesGuard(districtId, first), ...change]
  const entry = { districtId, action: 'end-absence', subjectKind: 'absence', subjectId: id }
  const logged = { before: loggedDates(personId, seen), after: absence && loggedDates(personId, absence) }
  return (await save(ctx, { ...entry, ...logged }, writes)) ?? done({ id })
}

async function endDistrictsExemption(
  ctx: Context,
  input: EndUnavailabilityInput,
): Promise<Result<{ readonly id: string }>> {
  const { districtId, personId, id, on } = input
  const [reading, stored] = await Promise.all([
    readDoctor(ctx, input),
    listExemptionsOfDoctor(ctx.db, districtId, personId),
  ])
  const seen = stored.find(({ exemption, keptBy }) => exemption.id === id && keptBy === 'district')
  if (!reading || !seen) return refused({ kind: 'not-found' })
  if (!isPlanDate(on)) return invalid('on', 'not-a-date', on)
  // Whatever the municipality may have told as its ground since is neither read nor asked.
  const held = { exemption: seen.exemption, ground: { kind: 'untold' } } as const
  const plan = planExemptionEnd(held, { on, today: today(ctx), by: 'district', isAgreed: false })
  if (plan.kind === 'refused') return refused({ kind: 'invalid', problems: plan.problems })
  const closed = closedRefusal(reading, 'on', plan.exemption.to)
  if (closed) return closed
  const { from, to } = seen.exemption
  const change = {
    districtId,
    action: 'change-exemption',
    subjectKind: 'exemption',
    subjectId: id,
    before: { districtId, personId, from, to },
    after: { districtId, personId, from, to: plan.exemption.to },
  }
  const writes = [
    ...(plan.exemption.to === null ? [] : [openDatesGuard(districtId, plan.exemption.to)]),
    ...endExemptionWrites(districtId, personId, seen.exemption, plan.exemption.to),
  ]
  return (await save(ctx, change, writes)) ?? done({ id })
}

function loggedDates(personId: string, { from, certainFrom, to }: Absence) {
  return { personId, from, certainFrom, to }
}
