import { sql } from 'kysely'
import { fromUtcText, type Minute } from '../core/time/minute.ts'
import { compiler, type Database, readAll } from './database.ts'
import { dutiesChangedKey } from './duties-changed.ts'
import type { NoticeKey } from './notice-store.ts'
import { TOLD_BY_ANOTHER } from './outbox-store.ts'
import { toJson } from './rows.ts'
import type { Schema } from './schema.ts'

/** One message about a notice, as far as the outbox has come with it. */
export interface NoticeMessage extends NoticeKey {
  readonly channel: Schema['outbox']['channel']
  readonly status: Schema['outbox']['status']
  readonly sentAt: Minute | null
  /** Tries that came to an end; the one under way is none of them. */
  readonly failedTries: number
  /** Nothing of the change was left when it was to be sent. */
  readonly isUnneeded: boolean
}

/** What was to tell doctors of these notices, by mail and by text message: found by the keys that they were stored under. Of
 * each channel the latest: what was given up may have been made anew. */
export async function listNoticeMessages(db: Database, keys: readonly NoticeKey[]): Promise<NoticeMessage[]> {
  if (keys.length === 0) return []
  const list = toJson(
    keys.map((key) => [key.districtId, key.revision, key.personId, dutiesChangedKey(key, 'mail')]),
  )
  const text = sql<Row>`
    select asked.value ->> 0 as district_id, asked.value ->> 1 as revision, asked.value ->> 2 as person_id,
      outbox.channel, outbox.status, outbox.sent_at, outbox.attempts, outbox.claimed_until,
      outbox.last_error
    from json_each(${list}) as asked cross join json_each(${ENDINGS}) as ending
    cross join outbox on outbox.dedup_key >= (asked.value ->> 3) || (ending.value ->> 0)
      and outbox.dedup_key <= (asked.value ->> 3) || (ending.value ->> 1)
    where outbox.person_id = asked.value ->> 2
    order by length(outbox.dedup_key) desc`
  const [rows] = await readAll(db, [{ compile: () => text.compile(compiler) }])
  const latest = rows.filter((row, index) => rows.findIndex((other) => isOfSame(row, other)) === index)
  return latest.map((row) => ({
    districtId: row.district_id,
    revision: row.revision,
    personId: row.person_id,
    channel: row.channel,
    status: row.status,
    sentAt: row.sent_at === null ? null : fromUtcText(row.sent_at),
    // A try is counted when it begins.
    failedTries: row.attempts - (row.claimed_until === null ? 0 : 1),
    // What another message told was told all the same.
    isUnneeded: row.status === 'sent' && row.last_error !== null && row.last_error !== TOLD_BY_ANOTHER,
  }))
}

/** The key itself, and what begins with it and a colon: the next character after that is a semicolon. */
const ENDINGS = '[["", ""], [":", ";"]]'

function isOfSame(one: Row, other: Row): boolean {
  return (
    one.channel === other.channel &&
    one.district_id === other.district_id &&
    one.revision === other.revision &&
    one.person_id === other.person_id
  )
}

type Row = Pick<
  Schema['outbox'],
  'channel' | 'status' | 'sent_at' | 'attempts' | 'claimed_until' | 'last_error'
> & {
  district_id: string
  revision: number
  person_id: string
}
