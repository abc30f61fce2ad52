import { type RawBuilder, sql } from 'kysely'
import { fromUtcText, type Minute, toUtcText } from '../core/time/minute.ts'
import { membershipsOf, type StoredMembership, toMembership } from './account-store.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import { fromJson, guardWrite, toJson } from './rows.ts'
import type { Schema } from './schema.ts'
import type { Role } from './schema-access.ts'
import { noStrongWayGuard, strongWayLeftGuard } from './strong-way-store.ts'

export interface Passkey {
  /** As the device made it, base64url. */
  readonly credentialId: string
  readonly accountId: string
  /** COSE key, base64url. */
  readonly publicKey: string
  /** How often it has signed, by its own count; 0 for ever where it does not count. */
  readonly signCount: number
  /** How a device reaches it, as the browser told. */
  readonly transports: readonly string[]
  readonly label: string
  readonly createdAt: Minute
  readonly lastUsedAt: Minute | null
}

export interface PasskeyHolder {
  readonly passkey: Passkey
  readonly memberships: readonly StoredMembership[]
}

/** A passkey of an account that is not disabled, with what the account may do. */
export async function findPasskeyHolder(
  db: Database,
  credentialId: string,
): Promise<PasskeyHolder | undefined> {
  const owner = sql<string>`(select account_id from passkey where credential_id = ${credentialId})`
  const [[row], memberships] = await readAll(db, [
    compiler
      .selectFrom('passkey')
      .innerJoin('account', 'account.id', 'passkey.account_id')
      .selectAll('passkey')
      .where('passkey.credential_id', '=', credentialId)
      .where('account.status', '=', 'active'),
    membershipsOf(owner),
  ])
  return row && { passkey: toPasskey(row), memberships: memberships.map(toMembership) }
}

/** The oldest first. */
export async function listPasskeys(db: Database, accountId: string): Promise<Passkey[]> {
  const query = compiler
    .selectFrom('passkey')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .orderBy('credential_id')
  const [rows] = await readAll(db, [query])
  return rows.map(toPasskey)
}

export interface NewPasskeyRules {
  /** Inclusive. */
  readonly most: number
  /** Whether it must be the account's first way in that is more than a link. */
  readonly isFirst: boolean
}

/** Refused as `duplicate` when the credential is known, whosever; as `stale-revision` when there is no room for it any more. */
export function passkeyWrites(passkey: Passkey, { most, isFirst }: NewPasskeyRules): Write[] {
  const { accountId } = passkey
  const held = sql`(select count(*) from passkey where account_id = ${accountId})`
  const row = {
    credential_id: passkey.credentialId,
    account_id: accountId,
    public_key: passkey.publicKey,
    sign_count: passkey.signCount,
    transports: toJson(passkey.transports),
    label: passkey.label,
    created_at: toUtcText(passkey.createdAt),
    last_used_at: passkey.lastUsedAt === null ? null : toUtcText(passkey.lastUsedAt),
  }
  return [
    isFirst
      ? noStrongWayGuard(accountId, 'stale-revision')
      : guardWrite('stale-revision', sql`${held} < ${most}`),
    compiler.insertInto('passkey').values(row).compile(),
  ]
}

/**
 * Notes that a passkey has signed. Refused as `link-used` when it is gone, its account is disabled, or its count has not grown
 * since: two that count alike are copies of one.
 */
export function usePasskeyWrites(
  { credentialId, accountId }: Pick<Passkey, 'credentialId' | 'accountId'>,
  signCount: number,
  now: Minute,
): Write[] {
  const isGood = sql`exists (
    select 1 from passkey join account on account.id = passkey.account_id
    where credential_id = ${credentialId} and account_id = ${accountId} and account.status = 'active'
      and (sign_count < ${signCount} or (sign_count = 0 and ${signCount} = 0)))`
  return [
    guardWrite('link-used', isGood),
    compiler
      .updateTable('passkey')
      .set({ sign_count: signCount, last_used_at: toUtcText(now) })
      .where('credential_id', '=', credentialId)
      .compile(),
  ]
}

/** Refused as `stale-revision` when the account has no such passkey. */
export function renamePasskeyWrites(accountId: string, credentialId: string, label: string): Write[] {
  return [
    guardWrite('stale-revision', sql`exists (${passkeyOf(accountId, credentialId)})`),
    compiler
      .updateTable('passkey')
      .set({ label })
      .where('account_id', '=', accountId)
      .where('credential_id', '=', credentialId)
      .compile(),
  ]
}

/** Refused as `stale-revision` when it is gone, or when what the account may do could not be reached without it. */
export function removePasskeyWrites(
  accountId: string,
  credentialId: string,
  strongRoles: readonly Role[],
): Write[] {
  return [
    guardWrite('stale-revision', sql`exists (${passkeyOf(accountId, credentialId)})`),
    strongWayLeftGuard(accountId, { passkey: credentialId }, strongRoles, 'stale-revision'),
    compiler
      .deleteFrom('passkey')
      .where('account_id', '=', accountId)
      .where('credential_id', '=', credentialId)
      .compile(),
  ]
}

function passkeyOf(accountId: string, credentialId: string): RawBuilder<unknown> {
  return sql`select 1 from passkey where account_id = ${accountId} and credential_id = ${credentialId}`
}

function toPasskey(row: Schema['passkey']): Passkey {
  return {
    credentialId: row.credential_id,
    accountId: row.account_id,
    publicKey: row.public_key,
    signCount: row.sign_count,
    transports: fromJson(row.transports),
    label: row.label,
    createdAt: fromUtcText(row.created_at),
    lastUsedAt: row.last_used_at === null ? null : fromUtcText(row.last_used_at),
  }
}
