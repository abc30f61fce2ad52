import { type RawBuilder, sql } from 'kysely'
import type { DistrictId } from '../core/rota/person.ts'
import type { Dates, LocalDate } from '../core/time/local-date.ts'
import { compiler, type Database, readAll } from './database.ts'

/**
 * The plan that a date belongs to, by the latest publication of that date: the whole draft's dates, though only part of it
 * was published. Amendments of single duties are none.
 */
export async function findPlan(
  db: Database,
  districtId: DistrictId,
  date: LocalDate,
): Promise<Dates | undefined> {
  const [rows] = await readAll(db, [planQuery(districtId, sql<LocalDate>`${date}`)])
  return rows[0]
}

/** The same for the date of the published duty nearest to `date`: the first from it on, else the last before it. */
export async function findNearestPlan(
  db: Database,
  districtId: DistrictId,
  date: LocalDate,
): Promise<Dates | undefined> {
  const published = sql`select date from need where district_id = ${districtId} and withdrawn_in is null`
  const nearest = sql<LocalDate>`coalesce(
    (${published} and date >= ${date} order by date limit 1),
    (${published} and date < ${date} order by date desc limit 1))`
  const [rows] = await readAll(db, [planQuery(districtId, nearest)])
  return rows[0]
}

function planQuery(districtId: DistrictId, date: RawBuilder<LocalDate>) {
  return compiler
    .selectFrom('publication')
    .leftJoin('draft', (join) =>
      join
        .onRef('draft.district_id', '=', 'publication.district_id')
        .onRef('draft.id', '=', 'publication.draft_id'),
    )
    .select((row) => [
      row.fn.coalesce('draft.from_date', 'publication.from_date').as('from'),
      row.fn.coalesce('draft.to_date', 'publication.to_date').as('to'),
    ])
    .where('publication.district_id', '=', districtId)
    .where('kind', '=', 'publication')
    .where('publication.from_date', '<=', date)
    .where('publication.to_date', '>', date)
    .orderBy('revision', 'desc')
    .limit(1)
}
