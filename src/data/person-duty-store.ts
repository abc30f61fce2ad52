import { type RawBuilder, sql } from 'kysely'
import type { Assignment, CellRef } from '../core/rota/assignment.ts'
import type { DutyForm, LineId } from '../core/rota/line.ts'
import { LONGEST_NEED_MINUTES, type Need } from '../core/rota/need.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import { type Minute, toUtcText } from '../core/time/minute.ts'
import type { Stamp } from '../core/time/stamp.ts'
import { ASSIGNMENT_STAMP } from './change-clock.ts'
import { compiler, type Database, readAll } from './database.ts'
import type { Schema } from './schema.ts'
import { toAssignment, toNeed } from './timeline-rows.ts'

export interface DutyLine {
  readonly districtId: DistrictId
  readonly districtName: string
  readonly id: LineId
  readonly name: string
  readonly code: string
  readonly form: DutyForm
  /** Where the doctor meets; '' = not told. */
  readonly place: string
  /** Of its title and its district's. */
  readonly titleStamp: Stamp
}

/** A duty as its holder sees it, whatever district it is in. */
export interface PersonDuty {
  readonly line: DutyLine
  readonly need: Need
  readonly assignment: Assignment
  /** When it came to look as it does here. */
  readonly stamp: Stamp
}

export type AssignmentRow = Schema['assignment'] & { stamp: Stamp }

/** The duties a person holds now in any district, of which some minute lies in [from, to), by start: one batch. */
export async function assignmentsOfPerson(
  db: Database,
  personId: PersonId,
  from: Minute,
  to: Minute,
): Promise<PersonDuty[]> {
  return bookedDuties(
    db,
    sql`booking cross join assignment
        on assignment.district_id = booking.district_id and assignment.id = booking.assignment_id
      ${OF_ASSIGNMENT}
      where booking.person_id = ${personId} and booking.start_at > ${toUtcText(from - LONGEST_NEED_MINUTES)}
        and booking.start_at < ${toUtcText(to)} and booking.end_at > ${toUtcText(from)}`,
  )
}

/** What a person holds now in one place, by start; more than one where they hold parts of it. */
export async function heldInPlace(
  db: Database,
  personId: PersonId,
  place: CellRef & { readonly districtId: DistrictId },
): Promise<PersonDuty[]> {
  return bookedDuties(
    db,
    sql`assignment ${OF_ASSIGNMENT}
      where assignment.district_id = ${place.districtId} and assignment.need_id = ${place.needId}
        and assignment.revision_to is null and assignment.seat = ${place.seat}
        and assignment.person_id = ${personId}`,
  )
}

/** Districts that a person has left by `now`. */
export async function districtsLeft(db: Database, personId: PersonId, now: Minute): Promise<DistrictId[]> {
  const query = compiler.selectFrom('departure').select('district_id').where('person_id', '=', personId)
  const [rows] = await readAll(db, [query.where('at', '<=', toUtcText(now))])
  return rows.map((row) => row.district_id)
}

const OF_ASSIGNMENT = sql`cross join need
    on need.district_id = assignment.district_id and need.id = assignment.need_id
  cross join line on line.district_id = need.district_id and line.id = need.line_id
  cross join district on district.id = line.district_id`

async function bookedDuties(db: Database, booked: RawBuilder<unknown>): Promise<PersonDuty[]> {
  const [assignments, needs, lines] = await readAll(db, [
    query<AssignmentRow>(
      sql`select assignment.*, ${ASSIGNMENT_STAMP} as stamp from ${booked} order by assignment.start_at, assignment.id`,
    ),
    query<Schema['need']>(sql`select distinct need.* from ${booked}`),
    query<LineRow>(sql`select distinct ${LINE_COLUMNS} from ${booked}`),
  ])
  const needOf = new Map(needs.map((row) => [keyOf(row.district_id, row.id), row]))
  const lineOf = linesByKey(lines)
  return assignments.flatMap((row) => {
    const need = needOf.get(keyOf(row.district_id, row.need_id))
    const line = need && lineOf.get(keyOf(need.district_id, need.line_id))
    return line ? [{ line, need: toNeed(need), assignment: toAssignment(row), stamp: row.stamp }] : []
  })
}

export interface LineRow {
  district_id: DistrictId
  district_name: string
  id: LineId
  name: string
  code: string
  form: DutyForm
  place: string
  title_stamp: Stamp
}

/** Of `line` and `district`, which the query joins. */
export const LINE_COLUMNS = sql`line.district_id, district.name as district_name, line.id, line.name,
  line.code, line.form, line.place,
  (select coalesce(max(stamp), 0) from title_change
    where title_change.district_id = line.district_id and title_change.line_id in ('', line.id)) as title_stamp`

export function linesByKey(rows: readonly LineRow[]): Map<string, DutyLine> {
  return new Map(rows.map((row) => [keyOf(row.district_id, row.id), toLine(row)]))
}

export const query = <R>(text: RawBuilder<unknown>) => ({ compile: () => sql<R>`${text}`.compile(compiler) })

export const keyOf = (districtId: DistrictId, id: string): string => JSON.stringify([districtId, id])

function toLine({ district_id, district_name, title_stamp, ...line }: LineRow): DutyLine {
  return { districtId: district_id, districtName: district_name, titleStamp: title_stamp, ...line }
}
