import { sql } from 'kysely'
import { fromUtcText, type Minute, toUtcText } from '../core/time/minute.ts'
import type { Account } from './account-store.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import { guardWrite } from './rows.ts'

/** Whom a provider means: its own word for somebody, which is nobody else's there. Never an address. */
export interface IdentityKey {
  /** The issuer's address. */
  readonly issuer: string
  readonly subject: string
}

export interface StoredIdentity extends IdentityKey {
  readonly accountId: string
  readonly linkedAt: Minute
}

/** Whose account an identity opens, and whether that account is open. */
export async function findIdentity(
  db: Database,
  { issuer, subject }: IdentityKey,
): Promise<{ readonly accountId: string; readonly status: Account['status'] } | undefined> {
  const query = compiler
    .selectFrom('identity')
    .innerJoin('account', 'account.id', 'identity.account_id')
    .select(['identity.account_id', 'account.status'])
    .where('identity.issuer', '=', issuer)
    .where('identity.subject', '=', subject)
  const [[row]] = await readAll(db, [query])
  return row && { accountId: row.account_id, status: row.status }
}

/** The oldest first. */
export async function listIdentities(db: Database, accountId: string): Promise<StoredIdentity[]> {
  const query = compiler
    .selectFrom('identity')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('linked_at')
    .orderBy('issuer')
  const [rows] = await readAll(db, [query])
  return rows.map((row) => ({
    issuer: row.issuer,
    subject: row.subject,
    accountId: row.account_id,
    linkedAt: fromUtcText(row.linked_at),
  }))
}

/** Links an identity to an account. Refused as `duplicate` when it is linked already, or the account knows another of that issuer. */
export function identityWrites({ issuer, subject, accountId, linkedAt }: StoredIdentity): Write[] {
  const row = { issuer, subject, account_id: accountId, linked_at: toUtcText(linkedAt) }
  const isOnly = sql`not exists (select 1 from identity where account_id = ${accountId} and issuer = ${issuer})`
  return [guardWrite('duplicate', isOnly), compiler.insertInto('identity').values(row).compile()]
}

/** Ends the batch as `link-used` unless the identity still opens this account: a reset or a shutting may have come between. */
export function useIdentityWrites({ issuer, subject }: IdentityKey, accountId: string): Write[] {
  const isGood = sql`exists (select 1 from identity join account on account.id = identity.account_id
    where issuer = ${issuer} and subject = ${subject} and account_id = ${accountId} and account.status = 'active')`
  return [guardWrite('link-used', isGood)]
}

/** Unlinks whom one issuer means. */
export function unlinkWrites(accountId: string, issuer: string): Write[] {
  const own = compiler.deleteFrom('identity').where('account_id', '=', accountId)
  return [own.where('issuer', '=', issuer).compile()]
}
