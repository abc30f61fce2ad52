import type { Language } from '../core/rota/district.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import { fromUtcText, type Minute, toUtcText } from '../core/time/minute.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import { fromJson, toJson } from './rows.ts'
import type { Schema } from './schema.ts'

/** A secret calendar address, issued to one person for one device. */
export interface FeedLink {
  readonly id: string
  /** SHA-256 of the secret. */
  readonly hash: string
  readonly personId: PersonId
  /** `own`: the person's duties in every district. `district`: all duties of one. */
  readonly kind: 'own' | 'district'
  readonly districtId: DistrictId | null
  readonly label: string
  readonly options: unknown
  readonly createdAt: Minute
  readonly revokedAt: Minute | null
  readonly lastFetchedAt: Minute | null
  /** Family of the program that fetched last. */
  readonly lastClient: string | null
}

/** What a poll needs to answer "unchanged": the link, the version its calendar has now, and what was last rendered. */
export interface FeedState {
  readonly link: FeedLink
  /** 0 until a duty of the person has been published. */
  readonly version: number
  readonly modifiedAt: Minute | null
  readonly rendered: FeedStamp | null
  /** What its person has chosen to read; null where they never chose. */
  readonly language: Language | null
}

export interface FeedStamp {
  readonly version: number
  readonly etag: string
  readonly modifiedAt: Minute
  /** When time alone changes the body. */
  readonly validUntil: Minute
}

/** One indexed read by the hash of the secret; the body is not in it. */
export async function findFeed(db: Database, hash: string): Promise<FeedState | undefined> {
  const query = compiler
    .selectFrom('feed_link')
    .leftJoin('feed_version', 'feed_version.person_id', 'feed_link.person_id')
    .leftJoin('account', 'account.person_id', 'feed_link.person_id')
    .leftJoin('feed_body', 'feed_body.feed_id', 'feed_link.id')
    .selectAll('feed_link')
    .select([
      'account.language',
      'feed_version.version',
      'feed_version.modified_at',
      'feed_body.version as body_version',
      'feed_body.etag',
      'feed_body.modified_at as body_modified_at',
      'feed_body.valid_until',
    ])
    .where('feed_link.hash', '=', hash)
  const [[row]] = await readAll(db, [query])
  if (!row) return undefined
  return {
    link: toLink(row),
    version: row.version ?? 0,
    modifiedAt: toMinute(row.modified_at),
    language: row.language,
    rendered:
      row.body_version === null || row.etag === null || !row.body_modified_at || !row.valid_until
        ? null
        : {
            version: row.body_version,
            etag: row.etag,
            modifiedAt: fromUtcText(row.body_modified_at),
            validUntil: fromUtcText(row.valid_until),
          },
  }
}

export async function findFeedBody(db: Database, feedId: string): Promise<string | undefined> {
  const [rows] = await readAll(db, [
    compiler.selectFrom('feed_body').select('body').where('feed_id', '=', feedId),
  ])
  return rows[0]?.body
}

/** A person's links in the order they were made, revoked ones too. */
export async function listFeeds(db: Database, personId: PersonId): Promise<FeedLink[]> {
  const query = compiler.selectFrom('feed_link').selectAll().where('person_id', '=', personId)
  const [rows] = await readAll(db, [query.orderBy('created_at').orderBy('id')])
  return rows.map(toLink)
}

export function feedLinkWrites(link: FeedLink): Write[] {
  const row = {
    id: link.id,
    hash: link.hash,
    person_id: link.personId,
    kind: link.kind,
    district_id: link.districtId,
    label: link.label,
    options: toJson(link.options),
    created_at: toUtcText(link.createdAt),
  }
  return [compiler.insertInto('feed_link').values(row).compile()]
}

/** Ends a link of this person; its calendar is forgotten, the row stays so that the old address can be told so. */
export function revokeFeedWrites(feedId: string, personId: PersonId, at: Minute): Write[] {
  return [
    compiler
      .updateTable('feed_link')
      .set({ revoked_at: toUtcText(at) })
      .where('id', '=', feedId)
      .where('person_id', '=', personId)
      .where('revoked_at', 'is', null)
      .compile(),
    compiler
      .deleteFrom('feed_body')
      .where('feed_id', 'in', (link) =>
        link.selectFrom('feed_link').select('id').where('id', '=', feedId).where('person_id', '=', personId),
      )
      .compile(),
  ]
}

/** What was rendered, in the place of what stood there. Two renderings at once write the same. */
export function feedBodyWrites(feedId: string, stamp: FeedStamp, body: string): Write[] {
  const content = {
    version: stamp.version,
    etag: stamp.etag,
    modified_at: toUtcText(stamp.modifiedAt),
    valid_until: toUtcText(stamp.validUntil),
    body,
  }
  return [
    compiler
      .insertInto('feed_body')
      .values({ feed_id: feedId, ...content })
      .onConflict((conflict) => conflict.column('feed_id').doUpdateSet(content))
      .compile(),
  ]
}

/** Notes a fetch. The caller does so once an hour at most: polls come by the hundred. */
export function feedFetchWrites(feedId: string, at: Minute, client: string | null): Write[] {
  const fetched = { last_fetched_at: toUtcText(at), last_client: client }
  return [compiler.updateTable('feed_link').set(fetched).where('id', '=', feedId).compile()]
}

function toLink(row: Schema['feed_link']): FeedLink {
  return {
    id: row.id,
    hash: row.hash,
    personId: row.person_id,
    kind: row.kind,
    districtId: row.district_id,
    label: row.label,
    options: fromJson(row.options),
    createdAt: fromUtcText(row.created_at),
    revokedAt: toMinute(row.revoked_at),
    lastFetchedAt: toMinute(row.last_fetched_at),
    lastClient: row.last_client,
  }
}

function toMinute(text: string | null): Minute | null {
  return text === null ? null : fromUtcText(text)
}
