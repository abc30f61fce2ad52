import { sql } from 'kysely'
import type { PersonId } from '../core/rota/person.ts'
import { fromUtcText, type Minute, toUtcText } from '../core/time/minute.ts'
import type { StoredMembership } from './account-store.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import { guardWrite } from './rows.ts'
import type { Schema } from './schema.ts'

/** A role offered to somebody, to be accepted once by whoever holds the link. */
export interface StoredInvitation {
  /** SHA-256 of the token. */
  readonly hash: string
  readonly email: string | null
  readonly personId: PersonId | null
  /** Whose ways in were taken away: it opens this account again, and gives nothing that it has not. Null for a new role. */
  readonly accountId: string | null
  /** Made by the right of the installation's administrator, who has none where somebody else leads already. */
  readonly isByInstallation: boolean
  readonly membership: StoredMembership
  readonly invitedBy: string
  readonly createdAt: Minute
  readonly expiresAt: Minute
  readonly acceptedBy: string | null
  readonly acceptedAt: Minute | null
}

/** Characters of its hash that an invitation is told apart by: enough for that, and nothing that opens it. */
const ID_CHARACTERS = 16

export function invitationId({ hash }: Pick<StoredInvitation, 'hash'>): string {
  return hash.slice(0, ID_CHARACTERS)
}

export async function findInvitation(db: Database, hash: string): Promise<StoredInvitation | undefined> {
  const [rows] = await readAll(db, [compiler.selectFrom('invitation').selectAll().where('hash', '=', hash)])
  return rows.map(toInvitation)[0]
}

/** Invitations to a scope that nobody has accepted and that have not run out, the newest first. */
export async function listOpenInvitations(
  db: Database,
  { scopeKind, scopeId }: Omit<StoredMembership, 'role'>,
  now: Minute,
): Promise<StoredInvitation[]> {
  const query = compiler
    .selectFrom('invitation')
    .selectAll()
    .where('scope_kind', '=', scopeKind)
    .where('scope_id', '=', scopeId)
    .where('accepted_at', 'is', null)
    .where('expires_at', '>', toUtcText(now))
    .orderBy('created_at', 'desc')
    .orderBy('hash')
  const [rows] = await readAll(db, [query])
  return rows.map(toInvitation)
}

/** What the installation's administrator has offered to those who are to lead, unaccepted and not run out; the newest first. */
export async function listInstallationInvitations(db: Database, now: Minute): Promise<StoredInvitation[]> {
  const query = compiler
    .selectFrom('invitation')
    .selectAll()
    .where('by_installation', '=', 1)
    .where('accepted_at', 'is', null)
    .where('expires_at', '>', toUtcText(now))
    .orderBy('created_at', 'desc')
    .orderBy('hash')
  const [rows] = await readAll(db, [query])
  return rows.map(toInvitation)
}

/** Takes back an invitation that nobody has accepted; one that was is refused as `link-used`. */
export function withdrawInvitationWrites(hash: string): Write[] {
  const isOpen = sql`exists (select 1 from invitation where hash = ${hash} and accepted_at is null)`
  return [
    guardWrite('link-used', isOpen),
    compiler.deleteFrom('invitation').where('hash', '=', hash).compile(),
  ]
}

/** Takes back what the installation's administrator has offered in a scope and nobody has accepted. */
export function replaceInstallationInvitationWrites({ scopeKind, scopeId, role }: StoredMembership): Write[] {
  const open = compiler.deleteFrom('invitation').where('scope_kind', '=', scopeKind)
  return [
    open
      .where('scope_id', '=', scopeId)
      .where('role', '=', role)
      .where('by_installation', '=', 1)
      .where('accepted_at', 'is', null)
      .compile(),
  ]
}

/** Takes back what nobody has accepted of the same role at the same address: whoever is invited again has one link, the last. */
export function replaceInvitationWrites(
  { scopeKind, scopeId, role }: StoredMembership,
  email: string,
): Write[] {
  const open = compiler.deleteFrom('invitation').where('scope_kind', '=', scopeKind)
  return [
    open
      .where('scope_id', '=', scopeId)
      .where('role', '=', role)
      .where('email', '=', email)
      .where('person_id', 'is', null)
      .where('account_id', 'is', null)
      .where('accepted_at', 'is', null)
      .compile(),
  ]
}

/** Takes back what would let somebody in to an account again. */
export function withdrawReopeningWrites(accountId: string): Write[] {
  const open = compiler.deleteFrom('invitation').where('account_id', '=', accountId)
  return [open.where('accepted_at', 'is', null).compile()]
}

/** Takes back what somebody has offered and nobody accepted, who leads no more: in one scope, or all where none is told. */
export function withdrawOffersWrites(
  invitedBy: string,
  scope: Pick<StoredMembership, 'scopeKind' | 'scopeId'> | null,
): Write[] {
  const open = compiler
    .deleteFrom('invitation')
    .where('invited_by', '=', invitedBy)
    .where('accepted_at', 'is', null)
  if (scope === null) return [open.compile()]
  return [open.where('scope_kind', '=', scope.scopeKind).where('scope_id', '=', scope.scopeId).compile()]
}

/** Stores an invitation that nobody has accepted yet. */
export function invitationWrites(invitation: StoredInvitation): Write[] {
  const { hash, email, personId, accountId, membership, invitedBy, createdAt, expiresAt } = invitation
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
    account_id: accountId,
    by_installation: invitation.isByInstallation ? (1 as const) : (0 as const),
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

function toInvitation(row: Schema['invitation']): StoredInvitation {
  return {
    hash: row.hash,
    email: row.email,
    personId: row.person_id,
    accountId: row.account_id,
    isByInstallation: row.by_installation === 1,
    membership: { scopeKind: row.scope_kind, scopeId: row.scope_id, role: row.role },
    invitedBy: row.invited_by,
    createdAt: fromUtcText(row.created_at),
    expiresAt: fromUtcText(row.expires_at),
    acceptedBy: row.accepted_by,
    acceptedAt: row.accepted_at === null ? null : fromUtcText(row.accepted_at),
  }
}
