import { sql } from 'kysely'
import type { Outcome } from '../core/rota/assignment.ts'
import type { NeedId } from '../core/rota/need.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import { fromUtcText, type Minute, toUtcText } from '../core/time/minute.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import type { Schema } from './schema.ts'
import { fromSpanColumns, toSpanColumns } from './stored-time.ts'

/** Tells what happened. A correction is told the same way: the entry before it stays, and the latest counts. */
export function outcomeWrites(
  districtId: DistrictId,
  outcomes: readonly Outcome[],
  enteredBy: string,
  enteredAt: Minute,
): Write[] {
  return outcomes.map((outcome) => {
    const { start_local, start_fold, start_at, end_local, end_fold, end_at } = toSpanColumns(outcome)
    const { assignmentId, activeMinutes, callOuts } = outcome
    return sql`insert into outcome (district_id, assignment_id, entry, start_local, start_fold, start_at,
        end_local, end_fold, end_at, active_minutes, call_outs, entered_by, entered_at)
      select ${districtId}, ${assignmentId}, coalesce(max(entry), 0) + 1, ${start_local}, ${start_fold}, ${start_at},
        ${end_local}, ${end_fold}, ${end_at}, ${activeMinutes}, ${callOuts}, ${enteredBy}, ${toUtcText(enteredAt)}
      from outcome where district_id = ${districtId} and assignment_id = ${assignmentId}`.compile(compiler)
  })
}

/** One entry about an assignment, with who told it and when. */
export interface OutcomeEntry extends Outcome {
  readonly enteredBy: string
  readonly enteredAt: Minute
}

/** Everything that was told of one duty, the latest first; of each assignment the first one counts. */
export async function listOutcomeEntries(
  db: Database,
  districtId: DistrictId,
  needId: NeedId,
): Promise<OutcomeEntry[]> {
  const query = sql<Schema['outcome']>`
    select outcome.* from assignment
      cross join outcome on outcome.district_id = assignment.district_id and outcome.assignment_id = assignment.id
    where assignment.district_id = ${districtId} and assignment.need_id = ${needId}
    order by outcome.assignment_id, outcome.entry desc`
  const [rows] = await readAll(db, [{ compile: () => query.compile(compiler) }])
  return rows.map((row) => ({
    ...toOutcome(row),
    enteredBy: row.entered_by,
    enteredAt: fromUtcText(row.entered_at),
  }))
}

/** The outcomes that count, of duties whose need starts on a date from `from` (inclusive) to `to` (exclusive), by assignment. */
export async function listOutcomes(
  db: Database,
  districtId: DistrictId,
  from: LocalDate,
  to: LocalDate,
): Promise<Outcome[]> {
  const [rows] = await readAll(db, [outcomesQuery(districtId, from, to)])
  return rows.map(toOutcome)
}

// Cross joins keep the order of the tables: from the few needs of the dates to what is told of them.
export const outcomesQuery = (districtId: DistrictId, from: LocalDate, to: LocalDate) => ({
  compile: () =>
    sql<Schema['outcome']>`
      select outcome.* from need
        cross join assignment on assignment.district_id = need.district_id and assignment.need_id = need.id
        cross join outcome on outcome.district_id = assignment.district_id and outcome.assignment_id = assignment.id
      where need.district_id = ${districtId} and need.date >= ${from} and need.date < ${to}
        and not exists (select 1 from outcome as later
          where later.district_id = outcome.district_id and later.assignment_id = outcome.assignment_id
            and later.entry > outcome.entry)
      order by outcome.assignment_id`.compile(compiler),
})

export function toOutcome(row: Schema['outcome']): Outcome {
  return {
    assignmentId: row.assignment_id,
    ...fromSpanColumns(row),
    activeMinutes: row.active_minutes,
    callOuts: row.call_outs,
  }
}
