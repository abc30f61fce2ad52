import { outcomeFaults } from '../core/plans/outcome-fault.ts'
import type { Assignment, Outcome } from '../core/rota/assignment.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { Interval } from '../core/time/interval.ts'
import { findAuditHead } from '../data/audit-store.ts'
import { listOutcomeEntries, outcomeWrites } from '../data/outcome-store.ts'
import { assignmentsOfPerson } from '../data/person-duty-store.ts'
import { findDuty } from '../data/rota-store.ts'
import { may } from '../identity/policy.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { done, type Refused, type Result, refused } from './refusal.ts'
import { actorId, save } from './save.ts'
import { ownPersonId } from './wish-rights.ts'

/** What happened in one duty: numbers and times, never words. */
export interface RecordOutcomeInput extends Outcome {
  readonly districtId: DistrictId
  readonly needId: string
}

/** Tells how a duty went, by whoever held it or a coordinator. What was told before stays, and the latest counts. */
export async function recordOutcome(
  ctx: Context,
  input: RecordOutcomeInput,
): Promise<Result<{ readonly assignmentId: string }>> {
  const { districtId, needId, assignmentId } = input
  const isRefused = outcomeGate(ctx, districtId)
  if (isRefused) return isRefused
  const [duty, entries, head] = await Promise.all([
    findDuty(ctx.db, districtId, needId),
    listOutcomeEntries(ctx.db, districtId, needId),
    findAuditHead(ctx.db, districtId),
  ])
  const held = duty?.history.find((row) => row.id === assignmentId && row.revisionTo === null)
  // Somebody else's duty answers like one that is not there.
  if (!duty || !held || !mayRecord(ctx, districtId, held)) return refused({ kind: 'not-found' })
  const outcome = toOutcome(input)
  const faults = outcomeFaults(held, outcome, ctx.now, await ownDutiesIn(ctx, held, outcome))
  if (faults.length > 0)
    return refused({ kind: 'invalid', problems: faults.map((fault) => ({ ...fault, value: '' })) })
  const before = entries.find((entry) => entry.assignmentId === assignmentId)
  const change = {
    districtId,
    action: 'record-outcome',
    subjectKind: 'assignment',
    subjectId: assignmentId,
    before: before ? toOutcome(before) : null,
    after: outcome,
  }
  const writes = outcomeWrites(districtId, [outcome], actorId(ctx), ctx.now)
  const failed = await save(ctx, change, writes, head)
  return failed ?? done({ assignmentId })
}

/** The other duties of the holder that reach into the time told, each as it was worked as far as that is told. */
async function ownDutiesIn(
  { db }: Context,
  held: Assignment,
  { start, end }: Interval,
): Promise<readonly Interval[]> {
  if (held.personId === null || end <= start) return []
  const near = await assignmentsOfPerson(db, held.personId, start, end)
  const others = near.filter(({ assignment }) => assignment.id !== held.id)
  return Promise.all(
    others.map(async ({ line, need, assignment }) => {
      const entries = await listOutcomeEntries(db, line.districtId, need.id)
      return entries.find((entry) => entry.assignmentId === assignment.id) ?? assignment
    }),
  )
}

/** Whether the actor may tell how this part of a duty went. */
export function mayRecord(ctx: Context, districtId: DistrictId, { personId }: Assignment): boolean {
  const scope = { kind: 'district', id: districtId } as const
  if (personId === null) return false
  if (may(ctx.actor, 'record-outcomes', scope)) return true
  return personId === ownPersonId(ctx) && may(ctx.actor, 'record-own-outcomes', scope)
}

function outcomeGate(ctx: Context, districtId: DistrictId): Refused | undefined {
  const scope = { kind: 'district', id: districtId } as const
  return may(ctx.actor, 'record-outcomes', scope) ? undefined : gate(ctx, 'record-own-outcomes', scope)
}

function toOutcome({ assignmentId, start, end, activeMinutes, callOuts }: Outcome): Outcome {
  return { assignmentId, start, end, activeMinutes, callOuts }
}
