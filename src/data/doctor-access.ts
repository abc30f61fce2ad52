import { sql } from 'kysely'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import { compiler, type Write } from './database.ts'
import { toJson } from './rows.ts'

/**
 * Ends what the doctors of a district hold by being its doctors, except for those who are kept: the role, unused
 * invitations and calendar links to it. Goes before their rows, in the batch that removes these.
 */
export function endAccessWrites(districtId: DistrictId, kept: readonly PersonId[]): Write[] {
  const leavers = sql`select person_id from doctor where district_id = ${districtId}
    and person_id not in (select value from json_each(${toJson(kept)}))`
  const links = sql`select feed_link.id from feed_link join account on account.id = feed_link.account_id
    where feed_link.district_id = ${districtId} and feed_link.revoked_at is null
      and account.person_id in (${leavers})`
  return [
    sql`delete from membership where scope_kind = 'district' and scope_id = ${districtId} and role = 'doctor'
      and account_id in (select id from account where person_id in (${leavers}))`,
    sql`delete from invitation where person_id in (${leavers}) and scope_kind = 'district'
      and scope_id = ${districtId} and accepted_at is null`,
    sql`delete from feed_body_part where feed_id in (${links})`,
    sql`delete from feed_body where feed_id in (${links})`,
  ].map((removal) => removal.compile(compiler))
}
