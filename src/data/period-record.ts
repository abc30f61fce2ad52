import { sql } from 'kysely'
import type { Assignment, Outcome } from '../core/rota/assignment.ts'
import type { Need } from '../core/rota/need.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import { compiler, type Database, readAll } from './database.ts'
import { outcomesQuery, toOutcome } from './outcome-store.ts'
import { publishedNeedsQuery } from './rota-store.ts'
import type { Schema } from './schema.ts'
import { toAssignment, toNeed } from './timeline-rows.ts'

/** Everything that stood and happened on some dates. */
export interface PeriodRecord {
  readonly from: LocalDate
  readonly to: LocalDate
  /** Of the timeline. */
  readonly revision: number
  /** Of what the district says of itself. */
  readonly edition: number
  /** How many outcomes have been told, corrections counted too. */
  readonly outcomeEntries: number
  /** Of the other timelines that the district's doctors may have duties in, as text. */
  readonly revisionsElsewhere: string
  /** Published and not withdrawn, by start. */
  readonly needs: readonly Need[]
  /** Every row that ever held, also of needs withdrawn since: the oldest revision first, then by start. */
  readonly assignments: readonly Assignment[]
  /** The ones that count. */
  readonly outcomes: readonly Outcome[]
}

/** The record of duties that start on a date from `from` (inclusive) to `to` (exclusive), in one batch. */
export async function loadPeriodRecord(
  db: Database,
  districtId: DistrictId,
  from: LocalDate,
  to: LocalDate,
): Promise<PeriodRecord> {
  const [heads, needs, assignments, outcomes, counts] = await readAll(db, [
    compiler.selectFrom('district').select(['revision', 'edition']).where('id', '=', districtId),
    publishedNeedsQuery(districtId, from, to),
    assignmentsOf(districtId, from, to),
    outcomesQuery(districtId, from, to),
    {
      compile: () =>
        sql<{ told: number; elsewhere: string }>`select (${outcomeCount(districtId, from, to)}) as told,
          (${revisionsElsewhere(districtId)}) as elsewhere`.compile(compiler),
    },
  ])
  return {
    from,
    to,
    revision: heads[0]?.revision ?? 0,
    edition: heads[0]?.edition ?? 0,
    outcomeEntries: counts[0]?.told ?? 0,
    revisionsElsewhere: counts[0]?.elsewhere ?? '',
    needs: needs.map(toNeed),
    assignments: assignments.map(toAssignment),
    outcomes: outcomes.map(toOutcome),
  }
}

/** What happened to the duties of some dates besides how they stand now. */
export interface PeriodEvents {
  /** Rows that held once and no more, the oldest revision first, then by start. */
  readonly ended: readonly Assignment[]
  /** The ones that count. */
  readonly outcomes: readonly Outcome[]
}

/** For whoever has the timeline of these dates already: nothing that stands there is read again. */
export async function loadPeriodEvents(
  db: Database,
  districtId: DistrictId,
  from: LocalDate,
  to: LocalDate,
): Promise<PeriodEvents> {
  const [ended, outcomes] = await readAll(db, [
    endedOf(districtId, from, to),
    outcomesQuery(districtId, from, to),
  ])
  return { ended: ended.map(toAssignment), outcomes: outcomes.map(toOutcome) }
}

/** Entries told of duties that start on these dates, as SQL: a later correction raises it too. */
export const outcomeCount = (districtId: DistrictId, from: LocalDate, to: LocalDate) => sql<number>`
  select count(*) from need
    cross join assignment on assignment.district_id = need.district_id and assignment.need_id = need.id
    cross join outcome on outcome.district_id = assignment.district_id and outcome.assignment_id = assignment.id
  where need.district_id = ${districtId} and need.date >= ${from} and need.date < ${to}`

/** As SQL. Duties elsewhere change only as their own district publishes, which raises its revision. */
export const revisionsElsewhere = (districtId: DistrictId) => sql<string>`
  select json_group_array(distinct district.id || ' ' || district.revision order by district.id || ' ' || district.revision)
  from district_person as own
    cross join district_person as there on there.person_id = own.person_id and there.district_id <> own.district_id
    cross join district on district.id = there.district_id
  where own.district_id = ${districtId}`

// Cross join keeps the order of the tables: from the few needs of the dates to their assignments.
const assignmentsOf = (districtId: DistrictId, from: LocalDate, to: LocalDate) => ({
  compile: () =>
    sql<Schema['assignment']>`
      select assignment.* from need cross join assignment
        on assignment.district_id = need.district_id and assignment.need_id = need.id
      where need.district_id = ${districtId} and need.date >= ${from} and need.date < ${to}
      order by assignment.revision_from, assignment.start_at, assignment.id`.compile(compiler),
})

const endedOf = (districtId: DistrictId, from: LocalDate, to: LocalDate) => ({
  compile: () =>
    sql<Schema['assignment']>`
      select assignment.* from need cross join assignment
        on assignment.district_id = need.district_id and assignment.need_id = need.id
      where need.district_id = ${districtId} and need.date >= ${from} and need.date < ${to}
        and assignment.revision_to is not null
      order by assignment.revision_from, assignment.start_at, assignment.id`.compile(compiler),
})
