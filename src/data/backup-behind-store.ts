import { sql } from 'kysely'
import { LONGEST_NEED_MINUTES } from '../core/rota/need.ts'
import type { PersonId } from '../core/rota/person.ts'
import { type Minute, toUtcText } from '../core/time/minute.ts'
import { ASSIGNMENT_STAMP } from './change-clock.ts'
import { type Database, readAll } from './database.ts'
import { HOLDER_COLUMNS, type Holder, type HolderRow, toHolder } from './holder-rows.ts'
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

/** A backup duty that somebody else has while the person is on a line that it stands behind. */
export interface BackupBehind extends PersonDuty {
  readonly holder: Holder
}

/**
 * The backup duties behind what a person holds in [from, to), each once, by start. Backup of another district is not among
 * them, nor what the person holds themself.
 */
export async function backupsBehind(
  db: Database,
  personId: PersonId,
  from: Minute,
  to: Minute,
): Promise<BackupBehind[]> {
  // A duty begins less than 72 hours before what it overlaps; a local date is that of UTC or the next.
  const behind = sql`booking cross join assignment as own
      on own.district_id = booking.district_id and own.id = booking.assignment_id
    cross join need as first on first.district_id = own.district_id and first.id = own.need_id
    cross join line on line.district_id = first.district_id
      and exists (select 1 from json_each(line.behind) as ahead where ahead.value = first.line_id)
    cross join need on need.district_id = line.district_id and need.line_id = line.id
      and need.date >= date(own.start_at, '-3 days') and need.date <= date(own.end_at, '+1 day')
    cross join assignment on assignment.district_id = need.district_id and assignment.need_id = need.id
      and assignment.revision_to is null and assignment.shadowing = 0 and assignment.person_id is not ${personId}
      and assignment.start_at < own.end_at and assignment.end_at > own.start_at
    cross join district on district.id = line.district_id
    where booking.person_id = ${personId} and booking.start_at > ${toUtcText(from - LONGEST_NEED_MINUTES)}
      and booking.start_at < ${toUtcText(to)} and booking.end_at > ${toUtcText(from)}`
  const [rows, needs, lines, holders] = await readAll(db, [
    query<AssignmentRow>(
      sql`select distinct assignment.*, ${ASSIGNMENT_STAMP} as stamp from ${behind} order by assignment.start_at, assignment.id`,
    ),
    query<Schema['need']>(sql`select distinct need.* from ${behind}`),
    query<LineRow>(sql`select distinct ${LINE_COLUMNS} from ${behind}`),
    query<HolderRow>(sql`select ${HOLDER_COLUMNS} from (
        select distinct assignment.district_id, assignment.person_id from ${behind}) as found
      cross join district on district.id = found.district_id
      left join doctor on doctor.district_id = found.district_id and doctor.person_id = found.person_id
      left join district_person
        on district_person.district_id = found.district_id and district_person.person_id = found.person_id`),
  ])
  const needOf = new Map(needs.map((need) => [keyOf(need.district_id, need.id), need]))
  const lineOf = linesByKey(lines)
  const holderOf = new Map(holders.map((row) => [keyOf(row.district_id, row.person_id ?? ''), toHolder(row)]))
  return rows.flatMap((row) => {
    const need = needOf.get(keyOf(row.district_id, row.need_id))
    const line = need && lineOf.get(keyOf(need.district_id, need.line_id))
    const holder = holderOf.get(keyOf(row.district_id, row.person_id ?? ''))
    return line && holder
      ? [{ line, need: toNeed(need), assignment: toAssignment(row), stamp: row.stamp, holder }]
      : []
  })
}
