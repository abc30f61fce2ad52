import { type RawBuilder, sql } from 'kysely'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import type { Minute } from '../core/time/minute.ts'
import { compiler, type Write } from './database.ts'
import { endLinkWrites } from './feed-store.ts'
import { toJson } from './rows.ts'

/**
 * Ends what the doctors of a district hold by being its doctors, except for those who are kept: the role and unused
 * invitations to it. Goes before their rows, in the batch that removes these.
 */
export function endAccessWrites(districtId: DistrictId, kept: readonly PersonId[]): Write[] {
  const leavers = leaversOf(districtId, kept)
  return [
    sql`delete from membership where scope_kind = 'district' and scope_id = ${districtId} and role = 'doctor'
      and account_id in (select id from account where person_id in (${leavers}))`,
    sql`delete from invitation where person_id in (${leavers}) and scope_kind = 'district'
      and scope_id = ${districtId} and accepted_at is null`,
  ].map((removal) => removal.compile(compiler))
}

/** Ends their subscriptions to the district's calendar, where they hold no other role there. Goes before their rows too. */
export function endSubscriptionWrites(
  districtId: DistrictId,
  kept: readonly PersonId[],
  now: Minute,
): Write[] {
  const links = sql`select feed_link.id from feed_link join account on account.id = feed_link.account_id
    where feed_link.district_id = ${districtId} and feed_link.revoked_at is null
      and account.person_id in (${leaversOf(districtId, kept)}) and not exists (
        select 1 from membership where membership.account_id = account.id
          and scope_kind = 'district' and scope_id = ${districtId} and role <> 'doctor')`
  return endLinkWrites(links, now)
}

function leaversOf(districtId: DistrictId, kept: readonly PersonId[]): RawBuilder<unknown> {
  return sql`select person_id from doctor where district_id = ${districtId}
    and person_id not in (select value from json_each(${toJson(kept)}))`
}
