import { sql } from 'kysely'
import type { Language } from '../core/rota/district.ts'
import type { PersonId } from '../core/rota/person.ts'
import { fromUtcText, type Minute, toUtcText } from '../core/time/minute.ts'
import { membershipsOf, type StoredMembership, toMembership } from './account-store.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import { type Forgetting, forgetting } from './forgetting.ts'
import type { Strength } from './schema-access.ts'

export interface Session {
  /** SHA-256 of the cookie's secret. */
  readonly hash: string
  readonly accountId: string
  readonly authMethod: string
  readonly acr: string | null
  readonly strength: Strength
  /** Family of browser and system; '' where not told. */
  readonly client: string
  /** When its holder last showed who they are. */
  readonly authenticatedAt: Minute
  readonly createdAt: Minute
  readonly lastSeenAt: Minute
  readonly idleExpiresAt: Minute
  readonly expiresAt: Minute
}

/** Of an account in good standing; whether it has run out is told by its times. */
export interface StoredSession {
  readonly session: Session
  readonly personId: PersonId | null
  /** Null: the person never chose. */
  readonly language: Language | null
  readonly memberships: readonly StoredMembership[]
}

/**
 * A session of an account that is not disabled, with what the account may do: one batch. Whoever has left a district is its
 * doctor no more from then on, and is again when they come back.
 */
export async function findSession(
  db: Database,
  hash: string,
  now: Minute,
): Promise<StoredSession | undefined> {
  const session = compiler
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .selectAll('session')
    .select(['account.person_id', 'account.language'])
    .where('session.hash', '=', hash)
    .where('account.status', '=', 'active')
  const [[row], memberships] = await readAll(db, [session, membershipsOfSession(hash, now)])
  if (!row) return undefined
  const { person_id: personId, language } = row
  return { session: toSession(row), personId, language, memberships: memberships.map(toMembership) }
}

/** Those that have not run out; and those are of use while their account is in good standing. */
export async function listSessions(db: Database, accountId: string, now: Minute): Promise<Session[]> {
  const query = compiler
    .selectFrom('session')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('idle_expires_at', '>', toUtcText(now))
    .where('expires_at', '>', toUtcText(now))
    .orderBy('created_at')
  const [rows] = await readAll(db, [query])
  return rows.map(toSession)
}

export function sessionWrites(session: Session): Write[] {
  const row = {
    hash: session.hash,
    account_id: session.accountId,
    auth_method: session.authMethod,
    acr: session.acr,
    strength: session.strength,
    client: session.client,
    authenticated_at: toUtcText(session.authenticatedAt),
    created_at: toUtcText(session.createdAt),
    last_seen_at: toUtcText(session.lastSeenAt),
    idle_expires_at: toUtcText(session.idleExpiresAt),
    expires_at: toUtcText(session.expiresAt),
  }
  const seen = { signed_in_at: row.created_at }
  return [
    compiler.insertInto('session').values(row).compile(),
    compiler.updateTable('account').set(seen).where('id', '=', session.accountId).compile(),
  ]
}

export function touchSessionWrites(hash: string, lastSeenAt: Minute, idleExpiresAt: Minute): Write[] {
  const seen = { last_seen_at: toUtcText(lastSeenAt), idle_expires_at: toUtcText(idleExpiresAt) }
  return [compiler.updateTable('session').set(seen).where('hash', '=', hash).compile()]
}

export function endSessionWrites(hash: string): Write[] {
  return [compiler.deleteFrom('session').where('hash', '=', hash).compile()]
}

/** All of an account but one. */
export function endOtherSessionsWrites(accountId: string, hash: string): Write[] {
  const own = compiler.deleteFrom('session').where('account_id', '=', accountId)
  return [own.where('hash', '!=', hash).compile()]
}

export function endSessionsOfAccountWrites(accountId: string): Write[] {
  return [compiler.deleteFrom('session').where('account_id', '=', accountId).compile()]
}

/** Scheduled: sessions that ran out by `now`. */
export function expiredSessionRemovals(now: Minute): Forgetting[] {
  return [forgetting('session', sql`expires_at <= ${toUtcText(now)}`)]
}

const membershipsOfSession = (hash: string, now: Minute) =>
  membershipsOf(sql<string>`(select account_id from session where hash = ${hash})`).where(
    sql<boolean>`not (role = 'doctor' and scope_kind = 'district' and exists (select 1 from departure
      join account on account.person_id = departure.person_id
      where account.id = membership.account_id and departure.district_id = scope_id
        and departure.at <= ${toUtcText(now)}))`,
  )

function toSession(row: {
  hash: string
  account_id: string
  auth_method: string
  acr: string | null
  strength: Strength
  client: string
  authenticated_at: string
  created_at: string
  last_seen_at: string
  idle_expires_at: string
  expires_at: string
}): Session {
  return {
    hash: row.hash,
    accountId: row.account_id,
    authMethod: row.auth_method,
    acr: row.acr,
    strength: row.strength,
    client: row.client,
    authenticatedAt: fromUtcText(row.authenticated_at),
    createdAt: fromUtcText(row.created_at),
    lastSeenAt: fromUtcText(row.last_seen_at),
    idleExpiresAt: fromUtcText(row.idle_expires_at),
    expiresAt: fromUtcText(row.expires_at),
  }
}
