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

/** What an account can be signed in to with two factors by. */
export interface StrongWays {
  readonly passkeys: number
  /** Identities at issuers that have a strong level, open or closed: a closed one may be opened again. */
  readonly identities: number
}

export async function countStrongWays(db: Database, accountId: string): Promise<StrongWays> {
  const text = sql<StrongWays>`select ${passkeysOf(accountId)} as passkeys, ${strongIdentitiesOf(accountId)} as identities`
  const [[row]] = await readAll(db, [{ compile: () => text.compile(compiler) }])
  return { passkeys: row?.passkeys ?? 0, identities: row?.identities ?? 0 }
}

/** Refuses the batch as `link-used` when the account has got a strong way in meanwhile: only the first is added without one. */
export function firstStrongWayWrites(accountId: string): Write[] {
  return [guardWrite('link-used', sql`${passkeysOf(accountId)} + ${strongIdentitiesOf(accountId)} = 0`)]
}

/** Unlinks whom one issuer means; refused as `link-used` when, asked for, no strong way in would be left. */
export function unlinkWrites(accountId: string, issuer: string, mustLeaveStrong: boolean): Write[] {
  const left = sql`${passkeysOf(accountId)} + (
    select count(*) from identity join issuer on issuer.url = identity.issuer
    where identity.account_id = ${accountId} and issuer.is_open = 1 and issuer.strong_acr <> '[]'
      and issuer.url <> ${issuer}) > 0`
  const removal = compiler
    .deleteFrom('identity')
    .where('account_id', '=', accountId)
    .where('issuer', '=', issuer)
    .compile()
  return mustLeaveStrong ? [guardWrite('link-used', left), removal] : [removal]
}

const passkeysOf = (accountId: string) =>
  sql<number>`(select count(*) from passkey where account_id = ${accountId})`

const strongIdentitiesOf = (accountId: string) => sql<number>`(
  select count(*) from identity join issuer on issuer.url = identity.issuer
  where identity.account_id = ${accountId} and issuer.strong_acr <> '[]')`
