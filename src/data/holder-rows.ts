import { sql } from 'kysely'
import type { CalendarNames } from '../core/rota/feed-choice.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import { fromUtcText, type Minute } from '../core/time/minute.ts'

/** How often something has changed, and when last; null = never. */
interface Change {
  readonly times: number
  readonly at: Minute | null
}

/** Whoever has a duty, with what calendars may tell of them; nobody by name where a locum is still to be named. */
export interface Holder {
  readonly personId: PersonId | null
  readonly name: string
  readonly initials: string
  readonly nameChange: Change
  readonly initialsChange: Change
  /** What the district lets calendars tell, and how often it has decided otherwise. */
  readonly policy: CalendarNames
  readonly policyChange: Change
}

export interface HolderRow {
  district_id: DistrictId
  person_id: PersonId | null
  name: string | null
  initials: string | null
  policy: CalendarNames
  /** `[["name" | "initials" | "policy", times, at], …]`. */
  changes: string
}

/** Of `found`, `district`, and `doctor` and `district_person` where there is a person. */
export const HOLDER_COLUMNS = sql`found.district_id, found.person_id, district_person.name, doctor.initials,
  district.calendar_names as policy,
  (select json_group_array(json_array(what, times, at)) from name_change
    where name_change.district_id = found.district_id
      and (name_change.person_id = found.person_id or name_change.person_id = '')) as changes`

export function toHolder(row: HolderRow): Holder {
  // The query above writes it.
  const changes = JSON.parse(row.changes) as [string, number, string][]
  const changeOf = (what: string): Change => {
    const found = changes.find(([kind]) => kind === what)
    return found ? { times: found[1], at: fromUtcText(found[2]) } : { times: 0, at: null }
  }
  return {
    personId: row.person_id,
    name: row.name ?? '',
    initials: row.initials ?? '',
    nameChange: changeOf('name'),
    initialsChange: changeOf('initials'),
    policy: row.policy,
    policyChange: changeOf('policy'),
  }
}
