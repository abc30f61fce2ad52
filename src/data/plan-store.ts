import type { DistrictId } from '../core/rota/person.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import { compiler, type Database, readAll } from './database.ts'

/** The dates of a published plan; end exclusive. */
export interface PlanDates {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** The latest plan that was published for a date; amendments of single duties are none. */
export async function findPlan(
  db: Database,
  districtId: DistrictId,
  date: LocalDate,
): Promise<PlanDates | undefined> {
  const query = compiler
    .selectFrom('publication')
    .select(['from_date as from', 'to_date as to'])
    .where('district_id', '=', districtId)
    .where('kind', '=', 'publication')
    .where('from_date', '<=', date)
    .where('to_date', '>', date)
    .orderBy('revision', 'desc')
    .limit(1)
  const [rows] = await readAll(db, [query])
  return rows[0]
}
