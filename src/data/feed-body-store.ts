import { sql } from 'kysely'
import { type Minute, toUtcText } from '../core/time/minute.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'

/** Where the text of a calendar is kept, and what it is made of. */
export interface BodyPlace {
  /** The link's id for an own calendar; what they chose for links to a district, which share one text where they hold the same. */
  readonly key: string
  /** Versions and week: nothing else of the text may change while they stand. */
  readonly state: string
}

/** The stored text, if it is of this state and whole. */
export async function findFeedBody(db: Database, { key, state }: BodyPlace): Promise<string | undefined> {
  const query = sql<{ parts: number; text: string }>`select body.parts, part.text
    from feed_body as body join feed_body_part as part on part.key = body.key
    where body.key = ${key} and body.state = ${state} order by part.ordinal`
  const [rows] = await readAll(db, [{ compile: () => query.compile(compiler) }])
  if (rows.length === 0 || rows[0]?.parts !== rows.length) return undefined
  return rows.map(({ text }) => text).join('')
}

/**
 * What was rendered for a link, in the place of what stood there. Two renderings at once write the same; nothing is written for a link
 * that has ended meanwhile.
 */
export function feedBodyWrites(feedId: string, { key, state }: BodyPlace, body: string, at: Minute): Write[] {
  const living = sql`from feed_link where id = ${feedId} and revoked_at is null`
  const parts = partsOf(body)
  return [
    sql`delete from feed_body_part where key = ${key} and exists (select 1 ${living})`,
    ...parts.map(
      (text, ordinal) =>
        sql`insert into feed_body_part (key, ordinal, text) select ${key}, ${ordinal}, ${text} ${living}`,
    ),
    sql`insert into feed_body (key, state, parts, rendered_at)
      select ${key}, ${state}, ${parts.length}, ${toUtcText(at)} ${living}
      on conflict (key) do update
        set state = excluded.state, parts = excluded.parts, rendered_at = excluded.rendered_at`,
  ].map((write) => write.compile(compiler))
}

/** Forgets what was rendered before `before`, exclusive. */
export function forgetBodyWrites(before: Minute): Write[] {
  const at = toUtcText(before)
  return [
    sql`delete from feed_body_part where key in (select key from feed_body where rendered_at < ${at})`,
    sql`delete from feed_body where rendered_at < ${at}`,
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
