import { sql } from 'kysely'
import type { DistrictId } from '../core/rota/person.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import type { Write } from './database.ts'
import { guardWrite } from './rows.ts'

/** Ends the batch as `period-closed` when a period that is closed reaches past `first`, the first date that is changed. */
export function openDatesGuard(districtId: DistrictId, first: LocalDate): Write {
  return guardWrite(
    'period-closed',
    sql`not exists (select 1 from closed_period where district_id = ${districtId} and to_date > ${first})`,
  )
}
