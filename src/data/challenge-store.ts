import { sql } from 'kysely'
import { type Minute, toUtcText } from '../core/time/minute.ts'
import { compiler, type Write } from './database.ts'
import { type Forgetting, forgetting } from './forgetting.ts'
import { guardWrite } from './rows.ts'
import type { Schema } from './schema.ts'

/** What a passkey is asked to sign for; it is good for nothing else. */
export type ChallengePurpose = Schema['challenge']['purpose']

export interface ChallengeKey {
  /** SHA-256 of what the passkey signs. */
  readonly hash: string
  readonly purpose: ChallengePurpose
  /** Whose session asked; null when somebody is to sign in. */
  readonly accountId: string | null
  /** Of the browser that asked. */
  readonly browserHash: string
}

export interface Challenge extends ChallengeKey {
  readonly createdAt: Minute
  /** Exclusive. */
  readonly expiresAt: Minute
}

export function challengeWrites(challenge: Challenge): Write[] {
  const row = {
    hash: challenge.hash,
    purpose: challenge.purpose,
    account_id: challenge.accountId,
    browser_hash: challenge.browserHash,
    created_at: toUtcText(challenge.createdAt),
    expires_at: toUtcText(challenge.expiresAt),
    used_at: null,
  }
  return [compiler.insertInto('challenge').values(row).compile()]
}

/** Spends a challenge in the batch of what it was asked for: one of another kind, browser or account is refused as `link-used`. */
export function useChallengeWrites(key: ChallengeKey, now: Minute): Write[] {
  const at = toUtcText(now)
  const isGood = sql`exists (
    select 1 from challenge where hash = ${key.hash} and purpose = ${key.purpose}
      and account_id is ${key.accountId} and browser_hash = ${key.browserHash}
      and used_at is null and expires_at > ${at})`
  return [
    guardWrite('link-used', isGood),
    compiler.updateTable('challenge').set({ used_at: at }).where('hash', '=', key.hash).compile(),
  ]
}

/** Scheduled: what nobody can answer any more. */
export function forgetChallengesWrites(now: Minute): Forgetting[] {
  return [forgetting('challenge', sql`expires_at <= ${toUtcText(now)}`)]
}
