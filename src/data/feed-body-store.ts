import { sql } from 'kysely'
import { compiler, type Database, readAll, type Write } from './database.ts'

/** The stored body, if it is the one of this tag and whole. */
export async function findFeedBody(db: Database, feedId: string, etag: string): Promise<string | undefined> {
  const [[head], parts] = await readAll(db, [
    compiler.selectFrom('feed_body').select(['etag', 'parts']).where('feed_id', '=', feedId),
    compiler.selectFrom('feed_body_part').select('text').where('feed_id', '=', feedId).orderBy('ordinal'),
  ])
  if (head?.etag !== etag || head.parts !== parts.length) return undefined
  return parts.map(({ text }) => text).join('')
}

/**
 * What was rendered, in the place of what stood there. Two renderings at once write the same; nothing is kept of a link that has
 * ended meanwhile.
 */
export function feedBodyWrites(feedId: string, etag: string, body: string): Write[] {
  const living = sql`from feed_link where id = ${feedId} and revoked_at is null`
  const parts = partsOf(body)
  return [
    sql`delete from feed_body_part where feed_id = ${feedId}`,
    ...parts.map(
      (text, ordinal) =>
        sql`insert into feed_body_part (feed_id, ordinal, text) select id, ${ordinal}, ${text} ${living}`,
    ),
    sql`insert into feed_body (feed_id, etag, parts) select id, ${etag}, ${parts.length} ${living}
      on conflict (feed_id) do update set etag = excluded.etag, parts = excluded.parts`,
  ].map((write) => write.compile(compiler))
}

/** Characters of one stored part; at three bytes each well under the 2 MB that a value of D1 takes. */
const PART_CHARACTERS = 500_000

/** The text in parts, none cut inside a character of two halves: the database would store neither half. */
function partsOf(body: string): string[] {
  const parts: string[] = []
  for (let from = 0; from === 0 || from < body.length; ) {
    const end = from + PART_CHARACTERS
    const isHalved = /[\uD800-\uDBFF]/.test(body.charAt(end - 1))
    const to = isHalved ? end - 1 : end
    parts.push(body.slice(from, to))
    from = to
  }
  return parts
}
