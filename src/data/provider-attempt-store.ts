import { sql } from 'kysely'
import { fromUtcText, type Minute, toUtcText } from '../core/time/minute.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import { type Issuer, toIssuer } from './issuer-store.ts'
import { guardWrite } from './rows.ts'
import type { AccessTables } from './schema-access.ts'

/** What somebody went to a provider for. */
export type AttemptPurpose = AccessTables['provider_attempt']['purpose']

/** A sign-in that a provider has not answered yet. */
export interface ProviderAttempt {
  /** SHA-256 of the state that the provider gives back. */
  readonly stateHash: string
  readonly issuerId: string
  /** Of the browser that was sent. */
  readonly browserHash: string
  readonly purpose: AttemptPurpose
  /** Whose session asked to be linked or confirmed; null where nobody was signed in. */
  readonly accountId: string | null
  /** What is accepted by it. */
  readonly invitationHash: string | null
  readonly nonce: string
  /** Of PKCE (RFC 7636). */
  readonly verifier: string
  readonly createdAt: Minute
  /** Exclusive. */
  readonly expiresAt: Minute
}

/** An attempt that may still be answered, in this browser, by a provider that is open; undefined for every other. */
export async function findAttempt(
  db: Database,
  { stateHash, browserHash, now }: { stateHash: string; browserHash: string; now: Minute },
): Promise<{ readonly attempt: ProviderAttempt; readonly issuer: Issuer } | undefined> {
  const attempt = compiler
    .selectFrom('provider_attempt')
    .selectAll()
    .where('state_hash', '=', stateHash)
    .where('browser_hash', '=', browserHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', toUtcText(now))
  const issuer = compiler
    .selectFrom('issuer')
    .selectAll()
    .where('is_open', '=', 1)
    .where('id', '=', sql<string>`(select issuer_id from provider_attempt where state_hash = ${stateHash})`)
  const [[row], [asked]] = await readAll(db, [attempt, issuer])
  return row && asked && { attempt: toAttempt(row), issuer: toIssuer(asked) }
}

export function attemptWrites(attempt: ProviderAttempt): Write[] {
  const row = {
    state_hash: attempt.stateHash,
    issuer_id: attempt.issuerId,
    browser_hash: attempt.browserHash,
    purpose: attempt.purpose,
    account_id: attempt.accountId,
    invitation_hash: attempt.invitationHash,
    nonce: attempt.nonce,
    verifier: attempt.verifier,
    created_at: toUtcText(attempt.createdAt),
    expires_at: toUtcText(attempt.expiresAt),
    used_at: null,
  }
  return [compiler.insertInto('provider_attempt').values(row).compile()]
}

/** Spends an attempt in the batch that it lets in: a used or expired one is refused as `link-used`. */
export function useAttemptWrites(stateHash: string, now: Minute): Write[] {
  const at = toUtcText(now)
  const isGood = sql`exists (
    select 1 from provider_attempt where state_hash = ${stateHash} and used_at is null and expires_at > ${at})`
  return [
    guardWrite('link-used', isGood),
    compiler
      .updateTable('provider_attempt')
      .set({ used_at: at })
      .where('state_hash', '=', stateHash)
      .compile(),
  ]
}

function toAttempt(row: AccessTables['provider_attempt']): ProviderAttempt {
  return {
    stateHash: row.state_hash,
    issuerId: row.issuer_id,
    browserHash: row.browser_hash,
    purpose: row.purpose,
    accountId: row.account_id,
    invitationHash: row.invitation_hash,
    nonce: row.nonce,
    verifier: row.verifier,
    createdAt: fromUtcText(row.created_at),
    expiresAt: fromUtcText(row.expires_at),
  }
}
