import { sql } from 'kysely'
import type { Assignment } from '../core/rota/assignment.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import { fromUtcText, type Minute, toUtcText } from '../core/time/minute.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import { toJson } from './rows.ts'
import type { Schema } from './schema.ts'
import { toAssignment } from './timeline-rows.ts'

/** What the plan stood still for. */
export type SnapshotSubject =
  | { readonly kind: 'exemption'; readonly id: string }
  | { readonly kind: 'absence'; readonly id: string }

/** A doctor's duties as they stood when an exemption or a leave was entered (P12). */
export interface PlanSnapshot {
  readonly subject: SnapshotSubject
  readonly personId: PersonId
  readonly at: Minute
  /** By start; `revisionTo` is null, as it was then. */
  readonly assignments: readonly Assignment[]
}

/** Keeps the plan as it stands. Taken again, for other dates, it is another one beside the first. */
export function planSnapshotWrites(districtId: DistrictId, snapshot: PlanSnapshot): Write[] {
  const { subject, personId, at, assignments } = snapshot
  const taken = sql`(select max(entry) from plan_snapshot
    where district_id = ${districtId} and subject_kind = ${subject.kind} and subject_id = ${subject.id})`
  const ids = toJson(assignments.map((assignment) => assignment.id))
  return [
    sql`insert into plan_snapshot (district_id, subject_kind, subject_id, entry, person_id, taken_at, duties)
      select ${districtId}, ${subject.kind}, ${subject.id}, coalesce(${taken}, 0) + 1, ${personId},
        ${toUtcText(at)}, ${assignments.length}`.compile(compiler),
    sql`insert into plan_snapshot_duty (district_id, subject_kind, subject_id, entry, ordinal, assignment_id)
      select ${districtId}, ${subject.kind}, ${subject.id}, ${taken}, key, value from json_each(${ids})`.compile(
      compiler,
    ),
  ]
}

/** The latest snapshot of an exemption or a leave. */
export async function findPlanSnapshot(
  db: Database,
  districtId: DistrictId,
  subject: SnapshotSubject,
): Promise<PlanSnapshot | undefined> {
  const latest = compiler
    .selectFrom('plan_snapshot')
    .selectAll()
    .where('district_id', '=', districtId)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .orderBy('entry', 'desc')
    .limit(1)
  const [[row], duties] = await readAll(db, [latest, dutiesQuery(districtId, subject)])
  if (!row) return undefined
  if (duties.length !== row.duties)
    throw new Error(
      `the snapshot of ${subject.kind} ${subject.id} has ${duties.length} duties, not ${row.duties}`,
    )
  return {
    subject,
    personId: row.person_id,
    at: fromUtcText(row.taken_at),
    assignments: duties.map((duty) => ({ ...toAssignment(duty), revisionTo: null })),
  }
}

// Cross join keeps the order of the tables: from the few duties kept to their assignments.
const dutiesQuery = (districtId: DistrictId, { kind, id }: SnapshotSubject) => ({
  compile: () =>
    sql<Schema['assignment']>`
      select assignment.* from plan_snapshot_duty as kept cross join assignment
        on assignment.district_id = kept.district_id and assignment.id = kept.assignment_id
      where kept.district_id = ${districtId} and kept.subject_kind = ${kind} and kept.subject_id = ${id}
        and kept.entry = (select max(entry) from plan_snapshot
          where district_id = ${districtId} and subject_kind = ${kind} and subject_id = ${id})
      order by kept.ordinal`.compile(compiler),
})
