import { sql } from 'kysely'
import type { CalendarNames } from '../core/rota/feed-choice.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import type { Stamp } from '../core/time/stamp.ts'
import { fromJson } from './rows.ts'
import type { Schema } from './schema.ts'

/** Whoever has a duty, with what calendars may tell of them; nobody by name where a locum is still to be named. */
export interface Holder {
  readonly personId: PersonId | null
  readonly name: string
  readonly initials: string
  readonly nameStamp: Stamp
  readonly initialsStamp: Stamp
  /** What the district lets calendars tell, and since when. */
  readonly policy: CalendarNames
  readonly policyStamp: Stamp
}

export interface HolderRow {
  district_id: DistrictId
  person_id: PersonId | null
  name: string | null
  initials: string | null
  policy: CalendarNames
  /** `{ "name" | "initials" | "policy": stamp, … }`. */
  stamps: string
}

/** Of `found`, `district`, and `doctor` and `district_person` where there is a person. */
export const HOLDER_COLUMNS = sql`found.district_id, found.person_id, district_person.name, doctor.initials,
  district.calendar_names as policy,
  (select json_group_object(what, stamp) from name_change
    where name_change.district_id = found.district_id
      and (name_change.person_id = found.person_id or name_change.person_id = '')) as stamps`

export function toHolder(row: HolderRow): Holder {
  const stamps = fromJson<Partial<Record<Schema['name_change']['what'], Stamp>>>(row.stamps)
  return {
    personId: row.person_id,
    name: row.name ?? '',
    initials: row.initials ?? '',
    nameStamp: stamps.name ?? 0,
    initialsStamp: stamps.initials ?? 0,
    policy: row.policy,
    policyStamp: stamps.policy ?? 0,
  }
}
