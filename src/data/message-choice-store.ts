import { sql } from 'kysely'
import type { PersonId } from '../core/rota/person.ts'
import type { Minute } from '../core/time/minute.ts'
import { toUtcText } from '../core/time/minute.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'

/** What an account has asked to be sent beside what everybody is told. */
export interface MessageChoice {
  readonly weeklyDigest: boolean
}

/** Nothing until somebody chooses. */
export async function findMessageChoice(db: Database, accountId: string): Promise<MessageChoice> {
  const query = compiler
    .selectFrom('message_choice')
    .select('weekly_digest')
    .where('account_id', '=', accountId)
  const [rows] = await readAll(db, [query])
  return { weeklyDigest: rows[0]?.weekly_digest === 1 }
}

export function messageChoiceWrites(accountId: string, { weeklyDigest }: MessageChoice): Write[] {
  const row = { account_id: accountId, weekly_digest: weeklyDigest ? (1 as const) : (0 as const) }
  return [
    compiler
      .insertInto('message_choice')
      .values(row)
      .onConflict((conflict) =>
        conflict.column('account_id').doUpdateSet({ weekly_digest: row.weekly_digest }),
      )
      .compile(),
  ]
}

/** Somebody who gets the week's overview. */
export interface DigestReader {
  readonly accountId: string
  readonly personId: PersonId
  readonly email: string
}

/** Those who have asked for the overview and for whom none with this key's ending is stored yet, by account; at most `limit`. */
export async function listDigestReaders(db: Database, week: string, limit: number): Promise<DigestReader[]> {
  const text = sql<DigestReader>`
    select account.id as "accountId", account.person_id as "personId", account.email as "email"
    from message_choice as choice cross join account on account.id = choice.account_id
    where choice.weekly_digest = 1 and account.status = 'active'
      and account.person_id is not null and account.email is not null
      and not exists (select 1 from outbox where dedup_key = 'digest:' || account.id || ':' || ${week})
    limit ${limit}`
  const [rows] = await readAll(db, [{ compile: () => text.compile(compiler) }])
  return rows
}

/** Urgent changes of a person published since then that nobody has said they have seen and that wait for it: none is being worked. */
export async function countUnconfirmed(
  db: Database,
  personId: PersonId,
  since: Minute,
  now: Minute,
): Promise<number> {
  const query = compiler
    .selectFrom('change_notice')
    .select(sql<number>`count(*)`.as('notices'))
    .where('person_id', '=', personId)
    .where('at', '>=', toUtcText(since))
    .where('is_urgent', '=', 1)
    .where('latest_at', '>', toUtcText(now))
    .where('acknowledged_at', 'is', null)
  const [rows] = await readAll(db, [query])
  return rows[0]?.notices ?? 0
}
