import { type RawBuilder, sql } from 'kysely'
import type { PersonId } from '../core/rota/person.ts'
import { type Minute, toUtcText } from '../core/time/minute.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'

/** What a district knows of how to reach somebody. */
export interface OwnContact {
  readonly districtId: string
  readonly email: string | null
  readonly phone: string | null
}

/** Of every district of the person's own: one that names them and that they have no part in any more learns nothing from them. */
export async function listOwnContacts(db: Database, personId: PersonId, now: Minute): Promise<OwnContact[]> {
  const query = sql<OwnContact>`select district_id as "districtId", email, phone from district_person
    where person_id = ${personId} and ${isOwnAt(now)} order by district_id`
  const [rows] = await readAll(db, [{ compile: () => query.compile(compiler) }])
  return rows
}

/** What a person says of themselves, in every district of their own; a page that a coordinator has open is then stale. */
export function ownContactWrites(
  personId: PersonId,
  contact: { readonly email: string } | { readonly phone: string | null },
  now: Minute,
): Write[] {
  const set = 'email' in contact ? sql`email = ${contact.email}` : sql`phone = ${contact.phone}`
  const isOwn = sql`person_id = ${personId} and ${isOwnAt(now)}`
  return [
    sql`update district_person set ${set} where ${isOwn}`,
    sql`update district set edition = edition + 1 where id in (select district_id from district_person where ${isOwn})`,
  ].map((write: RawBuilder<unknown>) => write.compile(compiler))
}

/** What waits for the old address of an account goes to the new one; what tells of how the account is let in does not. */
export function movedMessagesWrites(
  accountId: string,
  personId: PersonId | null,
  before: string,
  email: string,
): Write[] {
  const isOwn = sql`(account_id = ${accountId} or (person_id = ${personId ?? ''} and person_id <> ''))`
  const write = sql`update outbox set payload = json_set(payload, '$.email', ${email})
    where ${isOwn} and district_id is not null and channel = 'mail' and status = 'waiting' and payload ->> 'email' = ${before}`
  return [write.compile(compiler)]
}

/** Their account has a role there, other than as a doctor who has left, and they are not forgotten. */
function isOwnAt(now: Minute): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from membership join account on account.id = membership.account_id
      where account.person_id = district_person.person_id and scope_kind = 'district' and scope_id = district_person.district_id
        and not (role = 'doctor' and exists (select 1 from departure
          where departure.district_id = district_person.district_id
            and departure.person_id = district_person.person_id and departure.at <= ${toUtcText(now)})))
    and not exists (select 1 from erasure where erasure.district_id = district_person.district_id
      and erasure.person_id = district_person.person_id and erasure.stage = 'done')`
}
