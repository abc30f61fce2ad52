import { type RawBuilder, sql } from 'kysely'
import type { DistrictId } from '../core/rota/person.ts'
import { CHANGE_STAMP } from './change-clock.ts'
import { compiler, type Write } from './database.ts'

/**
 * Gives the calendars of these people's own duties a new version; `personIds` selects one column of ids. Goes after the clock of
 * changes was set forward for them.
 */
export function personFeedsWrite(personIds: RawBuilder<unknown>): Write {
  return sql`insert into feed_version (person_id, version, stamp)
    select distinct touched.person_id, 1, ${CHANGE_STAMP} from (${personIds}) as touched
    where touched.person_id is not null
    on conflict (person_id) do update set version = version + 1, stamp = excluded.stamp`.compile(compiler)
}

/** The same for every calendar that shows duties of the district, where `condition` holds; one that is not stored yet has none. */
export function districtFeedsWrite(
  districtId: DistrictId,
  condition: RawBuilder<unknown> = sql`true`,
): Write {
  return sql`insert into district_feed_version (district_id, version, stamp)
    select id, 1, ${CHANGE_STAMP} from district where id = ${districtId} and ${condition}
    on conflict (district_id) do update set version = version + 1, stamp = excluded.stamp`.compile(compiler)
}
