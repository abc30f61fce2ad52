import { sql } from 'kysely'
import type { PersonId } from '../core/rota/person.ts'
import { fromUtcText, type Minute, toUtcText } from '../core/time/minute.ts'
import type { StoredMembership } from './account-store.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import { guardWrite } from './rows.ts'

/** A role offered to somebody, to be accepted once by whoever holds the link. */
export interface StoredInvitation {
  /** SHA-256 of the token. */
  readonly hash: string
  readonly email: string | null
  readonly personId: PersonId | null
  readonly membership: StoredMembership
  readonly invitedBy: string
  readonly createdAt: Minute
  readonly expiresAt: Minute
  readonly acceptedBy: string | null
  readonly acceptedAt: Minute | null
}

export async function findInvitation(db: Database, hash: string): Promise<StoredInvitation | undefined> {
  const [rows] = await readAll(db, [compiler.selectFrom('invitation').selectAll().where('hash', '=', hash)])
  const [row] = rows
  return (
    row && {
      hash: row.hash,
      email: row.email,
      personId: row.person_id,
      membership: { scopeKind: row.scope_kind, scopeId: row.scope_id, role: row.role },
      invitedBy: row.invited_by,
      createdAt: fromUtcText(row.created_at),
      expiresAt: fromUtcText(row.expires_at),
      acceptedBy: row.accepted_by,
      acceptedAt: row.accepted_at === null ? null : fromUtcText(row.accepted_at),
    }
  )
}

/** Stores an invitation that nobody has accepted yet. */
export function invitationWrites(invitation: StoredInvitation): Write[] {
  const { hash, email, personId, membership, invitedBy, createdAt, expiresAt } = invitation
  const row = {
    hash,
    email,
    person_id: personId,
    scope_kind: membership.scopeKind,
    scope_id: membership.scopeId,
    role: membership.role,
    invited_by: invitedBy,
    created_at: toUtcText(createdAt),
    expires_at: toUtcText(expiresAt),
    accepted_by: null,
    accepted_at: null,
  }
  return [compiler.insertInto('invitation').values(row).compile()]
}

/** Accepts in the batch that makes account and membership, after the account: accepted, expired or unknown is `link-used`. */
export function acceptInvitationWrites(hash: string, accountId: string, now: Minute): Write[] {
  const at = toUtcText(now)
  const isGood = sql`exists (
    select 1 from invitation where hash = ${hash} and accepted_at is null and expires_at > ${at})`
  const accepted = { accepted_by: accountId, accepted_at: at }
  return [
    guardWrite('link-used', isGood),
    compiler.updateTable('invitation').set(accepted).where('hash', '=', hash).compile(),
  ]
}
