import { type RawBuilder, sql } from 'kysely'
import type { Language } from '../core/rota/district.ts'
import type { FeedChoice } from '../core/rota/feed-choice.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import { fromUtcText, type Minute, toUtcText } from '../core/time/minute.ts'
import type { Stamp } from '../core/time/stamp.ts'
import { CHANGE_STAMP, changeClockWrite } from './change-clock.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import { fromJson, guardWrite, toJson } from './rows.ts'
import type { Schema } from './schema.ts'
import type { Role } from './schema-access.ts'

interface LinkFacts {
  readonly id: string
  /** SHA-256 of the secret. */
  readonly hash: string
  /** Whom it was issued to. */
  readonly accountId: string
  readonly label: string
  /** Raised by every change of options or language. */
  readonly version: number
  /** Of what all events say: the reader's language. */
  readonly textStamp: Stamp
  /** Of the alarm, which the reader's own duties have while they stand. */
  readonly alarmStamp: Stamp
  /** Of whether home and backup duty show as busy. */
  readonly busyStamp: Stamp
  readonly createdAt: Minute
  readonly revokedAt: Minute | null
  readonly lastFetchedAt: Minute | null
  /** Family of the program that fetched last. */
  readonly lastClient: string | null
  readonly lastValidator: string | null
  /** What the last known fetch was told; equal to the calendar's tag now = that copy is up to date. */
  readonly lastEtag: string | null
}

/** A secret calendar address, issued to one account for one device. */
export type FeedLink = LinkFacts &
  (
    | (Extract<FeedChoice, { kind: 'own' }> & { readonly personId: PersonId })
    | Extract<FeedChoice, { kind: 'district' | 'dispatch' }>
  )

/** What a poll needs to answer "unchanged": the link, the versions its calendar has now, and what was last rendered. */
export interface FeedState {
  readonly link: FeedLink
  /** Joined versions of all duties it may show: any change of them gives another text. */
  readonly version: string
  /** Of the district's duties, titles and names alone, for a link to a district: alike for all that follow it. */
  readonly districtVersion: number
  /** Of the last change of the link itself: made, with other choices or words, or ended. */
  readonly linkStamp: Stamp
  /** Of the last change of that and of all duties it may show. */
  readonly stamp: Stamp
  /** When the person left the last of the districts that they have left; by time alone, when it was told before. */
  readonly leftAt: Minute | null
  /** Districts that the person has left: nothing of them is shown. */
  readonly left: readonly DistrictId[]
  /** False once the account is shut or has no place in the district any more. */
  readonly isEntitled: boolean
  /** What its reader has chosen; null where they never chose. */
  readonly language: Language | null
}

type FoundRow = Schema['feed_link'] & {
  language: Language | null
  person_version: number | null
  person_stamp: Stamp | null
  district_version: number | null
  district_stamp: Stamp | null
  left_ids: string
  left_at: string | null
  is_entitled: 0 | 1
}

/** One indexed read by the hash of the secret; the body is not in it. `roles` may subscribe to a district's calendar. */
export async function findFeed(
  db: Database,
  hash: string,
  now: Minute,
  roles: Readonly<Record<'district' | 'dispatch', readonly Role[]>>,
): Promise<FeedState | undefined> {
  const at = toUtcText(now)
  const query = sql<FoundRow>`
    select link.*, account.language,
      own.version as person_version, own.stamp as person_stamp,
      case when link.kind = 'own' then
        case when link.options ->> '$.backup' then (
          select sum(version) from doctor
            join district_feed_version as theirs on theirs.district_id = doctor.district_id
          where doctor.person_id = link.person_id) end
        else (select version from district_feed_version where district_id = link.district_id) end as district_version,
      case when link.kind = 'own' then
        case when link.options ->> '$.backup' then (
          select max(stamp) from doctor
            join district_feed_version as theirs on theirs.district_id = doctor.district_id
          where doctor.person_id = link.person_id) end
        else (select stamp from district_feed_version where district_id = link.district_id) end as district_stamp,
      (select json_group_array(district_id) from departure
        where departure.person_id = link.person_id and departure.at <= ${at}) as left_ids,
      (select max(at) from departure
        where departure.person_id = link.person_id and departure.at <= ${at}) as left_at,
      account.status = 'active' and (link.kind = 'own' or exists (
        select 1 from membership
        where membership.account_id = link.account_id and membership.scope_kind = 'district'
          and membership.scope_id = link.district_id
          and membership.role in (select value from json_each(${toJson(roles)}, '$.' || link.kind))
          and (membership.role <> 'doctor' or not exists (
            select 1 from departure where departure.person_id = account.person_id
              and departure.district_id = link.district_id and departure.at <= ${at}))
      )) as is_entitled
    from feed_link as link
      join account on account.id = link.account_id
      left join feed_version as own on own.person_id = link.person_id
    where link.hash = ${hash}`
  const [[row]] = await readAll(db, [{ compile: () => query.compile(compiler) }])
  if (!row) return undefined
  const left = fromJson<DistrictId[]>(row.left_ids)
  const versions = [row.version, row.person_version ?? 0, row.district_version ?? 0]
  return {
    link: toLink(row),
    version: [...versions, left.length].join('.'),
    districtVersion: row.district_version ?? 0,
    linkStamp: row.stamp,
    stamp: Math.max(row.stamp, row.person_stamp ?? 0, row.district_stamp ?? 0),
    leftAt: toMinute(row.left_at),
    left,
    isEntitled: row.is_entitled === 1,
    language: row.language,
  }
}

/** An account's links in the order they were made, revoked ones too. */
export async function listFeeds(db: Database, accountId: string): Promise<FeedLink[]> {
  const query = compiler.selectFrom('feed_link').selectAll().where('account_id', '=', accountId)
  const [rows] = await readAll(db, [query.orderBy('created_at').orderBy('id')])
  return rows.map(toLink)
}

/** Ends the batch as `stale-revision` where the account was shut meanwhile, or stands for that person no more. */
export function feedLinkWrites(link: FeedLink): Write[] {
  const personId = link.kind === 'own' ? link.personId : null
  const isTheirs = sql`exists (select 1 from account where id = ${link.accountId} and status = 'active'
    and (${personId} is null or person_id = ${personId}))`
  const row = {
    id: link.id,
    hash: link.hash,
    account_id: link.accountId,
    kind: link.kind,
    person_id: personId,
    district_id: link.kind === 'own' ? null : link.districtId,
    label: link.label,
    options: toJson(link.options),
    version: link.version,
    stamp: CHANGE_STAMP,
    text_stamp: link.textStamp,
    alarm_stamp: link.alarmStamp,
    busy_stamp: link.busyStamp,
    created_at: toUtcText(link.createdAt),
  }
  return [
    guardWrite('stale-revision', isTheirs),
    changeClockWrite(link.createdAt),
    compiler.insertInto('feed_link').values(row).compile(),
  ]
}

/** Ends a link of this account, see `endLinkWrites`. */
export function revokeFeedWrites(feedId: string, accountId: string, at: Minute): Write[] {
  return endLinkWrites(sql`select id from feed_link where id = ${feedId} and account_id = ${accountId}`, at)
}

/**
 * Ends links for good, those that have ended already as they were; `ids` selects one column of ids. Own calendars are
 * forgotten at once, those of a district are left to whoever shares them; the rows stay so that the old addresses can be told so.
 */
export function endLinkWrites(ids: RawBuilder<unknown>, at: Minute): Write[] {
  const living = sql`id in (${ids}) and revoked_at is null`
  return [
    changeClockWrite(at, sql`exists (select 1 from feed_link where ${living})`),
    ...[
      sql`delete from feed_body_part where key in (${ids})`,
      sql`delete from feed_body where key in (${ids})`,
      sql`update feed_link set revoked_at = ${toUtcText(at)}, stamp = ${CHANGE_STAMP} where ${living}`,
    ].map((end) => end.compile(compiler)),
  ]
}

/** Ends all links of an account that go on. */
export function endAccountLinksWrites(accountId: string, at: Minute): Write[] {
  return endLinkWrites(
    sql`select id from feed_link where account_id = ${accountId} and revoked_at is null`,
    at,
  )
}

/** What is known of a fetch. */
export interface FeedFetch {
  readonly at: Minute
  readonly client: string | null
  readonly validator: string
  readonly etag: string
}

/** Notes a fetch. The caller does so once an hour at most, and when a new version is fetched: polls come by the hundred. */
export function feedFetchWrites(feedId: string, { at, client, validator, etag }: FeedFetch): Write[] {
  const fetched = {
    last_fetched_at: toUtcText(at),
    last_client: client,
    last_validator: validator,
    last_etag: etag,
  }
  return [compiler.updateTable('feed_link').set(fetched).where('id', '=', feedId).compile()]
}

export function toLink(row: Schema['feed_link']): FeedLink {
  const facts: LinkFacts = {
    id: row.id,
    hash: row.hash,
    accountId: row.account_id,
    label: row.label,
    version: row.version,
    textStamp: row.text_stamp,
    alarmStamp: row.alarm_stamp,
    busyStamp: row.busy_stamp,
    createdAt: fromUtcText(row.created_at),
    revokedAt: toMinute(row.revoked_at),
    lastFetchedAt: toMinute(row.last_fetched_at),
    lastClient: row.last_client,
    lastValidator: row.last_validator,
    lastEtag: row.last_etag,
  }
  const { kind, person_id: personId, district_id: districtId } = row
  if (kind === 'own' && personId !== null) return { ...facts, kind, personId, options: fromJson(row.options) }
  if (kind !== 'own' && districtId !== null)
    return { ...facts, kind, districtId, options: fromJson(row.options) }
  throw new Error(`feed link ${row.id} of kind ${kind} has neither person nor district`)
}

function toMinute(text: string | null): Minute | null {
  return text === null ? null : fromUtcText(text)
}
