import { sql } from 'kysely'
import type { PersonId } from '../core/rota/person.ts'
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
