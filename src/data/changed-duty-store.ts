import { sql } from 'kysely'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import { needThen } from './cancelled-duty-store.ts'
import { ASSIGNMENT_STAMP, PUBLICATION_STAMP } from './change-clock.ts'
import { type Database, readAll } from './database.ts'
import {
  type AssignmentRow,
  keyOf,
  LINE_COLUMNS,
  type LineRow,
  linesByKey,
  type PersonDuty,
  query,
} from './person-duty-store.ts'
import type { Schema } from './schema.ts'
import { toAssignment, toNeed } from './timeline-rows.ts'

/** A duty of a person that some revisions touched, as it is now or was when it was lost, and then stamped as lost. */
export interface ChangedDuty extends PersonDuty {
  /** Whether the person no longer has it. */
  readonly hasEnded: boolean
  /** Its sequence before those revisions; null = the person did not have it then. */
  readonly sequenceBefore: number | null
}

/** Revisions after `after`, up to and with `to`. */
export interface Revisions {
  readonly after: number
  readonly to: number
}

/** By start. Nothing is told of a duty that both came and went after `after`. */
export async function changedDuties(
  db: Database,
  districtId: DistrictId,
  personId: PersonId,
  { after, to }: Revisions,
): Promise<ChangedDuty[]> {
  const own = sql`from assignment where district_id = ${districtId} and person_id = ${personId}`
  const touched = sql`(
      select need_id, chain_id ${own} and revision_from > ${after} and revision_from <= ${to}
      union select need_id, chain_id ${own} and revision_to > ${after} and revision_to <= ${to}) as found
    cross join assignment on assignment.district_id = ${districtId} and assignment.need_id = found.need_id
      and assignment.chain_id = found.chain_id`
  const ofNeed = sql`cross join need on need.district_id = assignment.district_id and need.id = assignment.need_id`
  const [rows, needs, forms, lines] = await readAll(db, [
    query<AssignmentRow>(sql`select assignment.*, coalesce(${PUBLICATION_STAMP}, ${ASSIGNMENT_STAMP}) as stamp
      from ${touched}
      left join publication on publication.district_id = assignment.district_id
        and publication.revision = assignment.revision_to
      order by assignment.revision_from, assignment.start_at, assignment.id`),
    query<Schema['need']>(sql`select distinct need.* from ${touched} ${ofNeed}`),
    query<Schema['need_version']>(sql`select distinct form.* from ${touched}
      cross join need_version as form
        on form.district_id = assignment.district_id and form.id = assignment.need_id
      order by form.revision_to`),
    query<LineRow>(sql`select distinct ${LINE_COLUMNS} from ${touched} ${ofNeed}
      cross join line on line.district_id = need.district_id and line.id = need.line_id
      cross join district on district.id = line.district_id`),
  ])
  const lineOf = linesByKey(lines)
  const chains = Map.groupBy(rows, (row) => row.chain_id)
  return [...chains.values()]
    .flatMap((chain) => {
      const last = chain.at(-1)
      const before = chain.find(
        ({ revision_from: from, revision_to: end }) => from <= after && !(end !== null && end <= after),
      )
      const need = last && needThen(last, needs, forms)
      const line = need && lineOf.get(keyOf(need.district_id, need.line_id))
      if (!line || (!before && last.revision_to !== null)) return []
      const change = { hasEnded: last.revision_to !== null, sequenceBefore: before?.sequence ?? null }
      return [{ line, need: toNeed(need), assignment: toAssignment(last), stamp: last.stamp, ...change }]
    })
    .sort((a, b) => a.assignment.start - b.assignment.start)
}
