import { sql } from 'kysely'
import type { Assignment } from '../core/rota/assignment.ts'
import type { Need } from '../core/rota/need.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import { compiler, type Database, readAll } from './database.ts'
import type { Schema } from './schema.ts'
import { toAssignment, toNeed } from './timeline-rows.ts'

/** The timeline as it stood under one revision. */
export interface RevisionOfTimeline {
  /** As they were asked for then, by start. */
  readonly needs: readonly Need[]
  /** Those that held then, by start. */
  readonly assignments: readonly Assignment[]
}

/** What revision `revision` said of duties that start on a date from `from` (inclusive) to `to` (exclusive), in one batch. */
export async function loadRevision(
  db: Database,
  districtId: DistrictId,
  revision: number,
  from: LocalDate,
  to: LocalDate,
): Promise<RevisionOfTimeline> {
  const asked = { districtId, revision, from, to }
  const [needs, former, assignments] = await readAll(db, [
    needsQuery(asked),
    formerFormsQuery(asked),
    assignmentsQuery(asked),
  ])
  // The latest first, so that the form that held longest ago after the revision is the one that stays.
  const forms = new Map(former.map((row) => [row.id, toNeed(row)]))
  return {
    needs: needs.map((row) => forms.get(row.id) ?? toNeed(row)),
    assignments: assignments.map(toAssignment),
  }
}

interface Asked {
  readonly districtId: DistrictId
  readonly revision: number
  readonly from: LocalDate
  readonly to: LocalDate
}

// Cross join keeps the order of the tables in each: from the few needs of the dates to what is told of them.
const needsQuery = ({ districtId, revision, from, to }: Asked) => ({
  compile: () =>
    sql<Schema['need']>`
      select need.* from need cross join need_presence as presence
        on presence.district_id = need.district_id and presence.need_id = need.id
      where need.district_id = ${districtId} and need.date >= ${from} and need.date < ${to}
        and presence.revision_from <= ${revision}
        and (presence.revision_to is null or presence.revision_to > ${revision})
      order by need.start_at, need.id`.compile(compiler),
})

const formerFormsQuery = ({ districtId, revision, from, to }: Asked) => ({
  compile: () =>
    sql<Schema['need_version']>`
      select form.* from need cross join need_version as form
        on form.district_id = need.district_id and form.id = need.id
      where need.district_id = ${districtId} and need.date >= ${from} and need.date < ${to}
        and form.revision_to > ${revision}
      order by form.revision_to desc`.compile(compiler),
})

const assignmentsQuery = ({ districtId, revision, from, to }: Asked) => ({
  compile: () =>
    sql<Schema['assignment']>`
      select assignment.* from need cross join assignment
        on assignment.district_id = need.district_id and assignment.need_id = need.id
      where need.district_id = ${districtId} and need.date >= ${from} and need.date < ${to}
        and assignment.revision_from <= ${revision}
        and (assignment.revision_to is null or assignment.revision_to > ${revision})
      order by assignment.start_at, assignment.id`.compile(compiler),
})
