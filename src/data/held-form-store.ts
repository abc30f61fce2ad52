import { sql } from 'kysely'
import { fromUtcText, type Minute, toUtcText } from '../core/time/minute.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import { type Forgetting, forgetting } from './forgetting.ts'
import { guardWrite } from './rows.ts'

/** A form that waits for its sender to sign in again, sealed. */
export interface HeldForm {
  /** SHA-256 of the secret in the sender's browser. */
  readonly hash: string
  readonly accountId: string
  readonly sealed: string
  readonly createdAt: Minute
  readonly expiresAt: Minute
}

export interface HeldFormKey {
  readonly hash: string
  readonly accountId: string
}

/** Of one account: what browsers of more than so many keep waiting is dropped, the oldest first. */
const MOST_OF_ACCOUNT = 5

export async function findHeldForm(
  db: Database,
  { hash, accountId }: HeldFormKey,
  now: Minute,
): Promise<HeldForm | undefined> {
  const query = compiler
    .selectFrom('held_form')
    .selectAll()
    .where('hash', '=', hash)
    .where('account_id', '=', accountId)
    .where('expires_at', '>', toUtcText(now))
  const [[row]] = await readAll(db, [query])
  if (!row) return undefined
  const { sealed, created_at, expires_at } = row
  return { hash, accountId, sealed, createdAt: fromUtcText(created_at), expiresAt: fromUtcText(expires_at) }
}

export function heldFormWrites({ hash, accountId, sealed, createdAt, expiresAt }: HeldForm): Write[] {
  const at = { created_at: toUtcText(createdAt), expires_at: toUtcText(expiresAt) }
  const crowded = sql`delete from held_form where account_id = ${accountId} and hash not in (
    select hash from held_form where account_id = ${accountId} order by created_at desc, hash = ${hash} desc
    limit ${MOST_OF_ACCOUNT})`
  return [
    compiler
      .insertInto('held_form')
      .values({ hash, account_id: accountId, sealed, ...at })
      .compile(),
    crowded.compile(compiler),
  ]
}

/** Takes a form out, once: refused as `link-used` when it is not there any more. */
export function takeHeldFormWrites({ hash, accountId }: HeldFormKey, now: Minute): Write[] {
  const isThere = sql`exists (select 1 from held_form where hash = ${hash} and account_id = ${accountId}
    and expires_at > ${toUtcText(now)})`
  return [guardWrite('link-used', isThere), ...dropHeldFormWrites(hash)]
}

export function dropHeldFormWrites(hash: string): Write[] {
  return [compiler.deleteFrom('held_form').where('hash', '=', hash).compile()]
}

/** Scheduled. */
export function expiredHeldFormRemovals(now: Minute): Forgetting[] {
  return [forgetting('held_form', sql`expires_at <= ${toUtcText(now)}`)]
}
