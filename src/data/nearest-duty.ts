import type { DistrictId } from '../core/rota/person.ts'
import { isLocalDate, type LocalDate } from '../core/time/local-date.ts'
import { compiler, type Database, readAll } from './database.ts'

export interface DutyDates {
  /** Of the first published duty from the date on. */
  readonly ahead: LocalDate | undefined
  /** Of the last one before it. */
  readonly behind: LocalDate | undefined
}

/** The dates of the published duties on either side of `date`. */
export async function findDutyDatesAround(
  db: Database,
  districtId: DistrictId,
  date: LocalDate,
): Promise<DutyDates> {
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
  for (const { date: found } of [...ahead, ...behind])
    if (!isLocalDate(found)) throw new Error(`need of ${districtId} on ${found}`)
  return { ahead: ahead[0]?.date, behind: behind[0]?.date }
}

/** The date of the published duty that is nearest to `date`: the first from it on, else the last before it. */
export async function findNearestDutyDate(
  db: Database,
  districtId: DistrictId,
  date: LocalDate,
): Promise<LocalDate | undefined> {
  const { ahead, behind } = await findDutyDatesAround(db, districtId, date)
  return ahead ?? behind
}
