import type { DistrictId } from '../core/rota/person.ts'
import { isLocalDate, type LocalDate } from '../core/time/local-date.ts'
import { compiler, type Database, readAll } from './database.ts'

/** The date of the published duty that is nearest to `date`: the first from it on, else the last before it. */
export async function findNearestDutyDate(
  db: Database,
  districtId: DistrictId,
  date: LocalDate,
): Promise<LocalDate | undefined> {
  const published = compiler
    .selectFrom('need')
    .select('date')
    .where('district_id', '=', districtId)
    .where('withdrawn_in', 'is', null)
    .limit(1)
  const [ahead, behind] = await readAll(db, [
    published.where('date', '>=', date).orderBy('date'),
    published.where('date', '<', date).orderBy('date', 'desc'),
  ])
  const nearest = (ahead[0] ?? behind[0])?.date
  if (nearest !== undefined && !isLocalDate(nearest)) throw new Error(`need of ${districtId} on ${nearest}`)
  return nearest
}
