import { type RawBuilder, sql } from 'kysely'
import type { DistrictId } from '../core/rota/person.ts'
import { compiler, type Write } from './database.ts'

/** Gives the calendars of these people's own duties a new version; `personIds` selects one column of ids. */
export function personFeedsWrite(personIds: RawBuilder<unknown>, at: string): Write {
  return sql`insert into feed_version (person_id, version, modified_at)
    select distinct touched.person_id, 1, ${at} from (${personIds}) as touched where touched.person_id is not null
    on conflict (person_id) do update
      set version = version + 1, modified_at = max(modified_at, excluded.modified_at)`.compile(compiler)
}

/** Gives every calendar that shows duties of the district a new version, where `condition` holds; one that is not stored yet has none. */
export function districtFeedsWrite(
  districtId: DistrictId,
  at: string,
  condition: RawBuilder<unknown> = sql`true`,
): Write {
  return sql`insert into district_feed_version (district_id, version, modified_at)
    select id, 1, ${at} from district where id = ${districtId} and ${condition}
    on conflict (district_id) do update
      set version = version + 1, modified_at = max(modified_at, excluded.modified_at)`.compile(compiler)
}
