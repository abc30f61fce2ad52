import { sql } from 'kysely'
import type { DistrictFeedOptions, OwnFeedOptions } from '../core/rota/feed-choice.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import { type Minute, toUtcText } from '../core/time/minute.ts'
import { CHANGE_STAMP, changeClockWrite } from './change-clock.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import { type FeedLink, revokeFeedWrites, toLink } from './feed-store.ts'
import { fromJson, guardWrite, toJson } from './rows.ts'
import type { Schema } from './schema.ts'
import type { Role } from './schema-access.ts'

/** A district's calendar as its coordinator sees it: whose it is, and by which roles it is held. */
export interface Subscription {
  readonly link: FeedLink
  readonly personId: PersonId | null
  readonly email: string | null
  /** Roles of the account in the district; none once it has lost them. */
  readonly roles: readonly Role[]
  readonly isActive: boolean
  /** Whether the person has left the district as a doctor. */
  readonly hasLeft: boolean
}

/** The living links to a district's calendars, in the order they were made. */
export async function listSubscriptions(
  db: Database,
  districtId: DistrictId,
  now: Minute,
): Promise<Subscription[]> {
  const query = sql<
    Schema['feed_link'] & {
      account_person: string | null
      account_email: string | null
      status: string
      roles: string
      has_left: 0 | 1
    }
  >`
    select link.*, account.person_id as account_person, account.email as account_email, account.status,
      (select json_group_array(role) from membership
        where membership.account_id = link.account_id and scope_kind = 'district'
          and scope_id = link.district_id) as roles,
      exists (select 1 from departure
        where departure.person_id = account.person_id and departure.district_id = link.district_id
          and departure.at <= ${toUtcText(now)}) as has_left
    from feed_link as link join account on account.id = link.account_id
    where link.district_id = ${districtId} and link.revoked_at is null
    order by link.created_at, link.id`
  const [rows] = await readAll(db, [{ compile: () => query.compile(compiler) }])
  return rows.map((row) => ({
    link: toLink(row),
    personId: row.account_person,
    email: row.account_email,
    roles: fromJson<Role[]>(row.roles),
    isActive: row.status === 'active',
    hasLeft: row.has_left === 1,
  }))
}

export interface FeedChange {
  readonly label: string
  readonly options: OwnFeedOptions | DistrictFeedOptions
}

/**
 * Another name or other options for a living link of this account. Only what events say or show is stamped as changed: the
 * alarm stands in those of one's own duties, busy time in those of home and backup duty. A new name is told in no calendar and moves nothing.
 */
export function changeFeedWrites(
  feedId: string,
  accountId: string,
  { label, options }: FeedChange,
  now: Minute,
): Write[] {
  const text = toJson(options)
  const changed = sql`json(options) <> json(${text})`
  const alarm = sql`options ->> '$.alarmMinutesBefore' is not ${text} ->> '$.alarmMinutesBefore'`
  const busy = sql`options ->> '$.busyAtHome' is not ${text} ->> '$.busyAtHome'`
  const isOther = sql`exists (select 1 from feed_link where id = ${feedId} and ${changed})`
  const write = sql`update feed_link set label = ${label}, options = ${text},
      version = version + (${changed}),
      stamp = iif(${changed}, ${CHANGE_STAMP}, stamp),
      alarm_stamp = iif(${alarm}, ${CHANGE_STAMP}, alarm_stamp),
      busy_stamp = iif(${busy}, ${CHANGE_STAMP}, busy_stamp)
    where id = ${feedId} and account_id = ${accountId} and revoked_at is null`
  return [
    guardWrite('link-used', isLiving(feedId, accountId)),
    changeClockWrite(now, isOther),
    write.compile(compiler),
  ]
}

/**
 * A new link in the place of a living one, with its name, options and stamps, so that no event goes back to an earlier one; the
 * old one ends. Refused as `link-used` when it has ended already.
 */
export function replaceFeedWrites(
  feedId: string,
  accountId: string,
  fresh: { readonly id: string; readonly hash: string },
  now: Minute,
): Write[] {
  const copy = sql`insert into feed_link (id, hash, account_id, kind, person_id, district_id, label, options, version,
      stamp, text_stamp, alarm_stamp, busy_stamp, created_at)
    select ${fresh.id}, ${fresh.hash}, account_id, kind, person_id, district_id, label, options, version,
      ${CHANGE_STAMP}, text_stamp, alarm_stamp, busy_stamp, ${toUtcText(now)}
    from feed_link where id = ${feedId}`
  return [
    guardWrite('link-used', isLiving(feedId, accountId)),
    changeClockWrite(now),
    copy.compile(compiler),
    ...revokeFeedWrites(feedId, accountId, now),
  ]
}

function isLiving(feedId: string, accountId: string) {
  return sql`exists (select 1 from feed_link
    where id = ${feedId} and account_id = ${accountId} and revoked_at is null)`
}
