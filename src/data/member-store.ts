import { type RawBuilder, sql } from 'kysely'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import { fromUtcText, type Minute, toUtcText } from '../core/time/minute.ts'
import type { StoredMembership } from './account-store.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import { guardWrite } from './rows.ts'
import type { Role, ScopeKind } from './schema-access.ts'

/** What roles are held in. */
export interface StoredScope {
  readonly scopeKind: ScopeKind
  readonly scopeId: string
}

/** How somebody can get in to an account. */
export interface WaysIn {
  readonly passkeys: number
  readonly identities: number
  readonly hasEmail: boolean
}

export interface StoredMember extends WaysIn {
  readonly accountId: string
  readonly personId: PersonId | null
  readonly email: string | null
  readonly isActive: boolean
  readonly role: Role
  readonly grantedBy: string
  readonly grantedAt: Minute
  readonly signedInAt: Minute | null
  /** Sessions that go on. */
  readonly sessions: number
  /** A doctor who has left the district: the role is of no use any more. */
  readonly hasLeft: boolean
}

interface MemberRow {
  account_id: string
  person_id: string | null
  email: string | null
  status: 'active' | 'disabled'
  role: Role
  granted_by: string
  granted_at: string
  signed_in_at: string | null
  passkeys: number
  identities: number
  sessions: number
  has_left: 0 | 1
}

/** Everybody who has a role in a scope, once for each role, the longest first. */
export async function listMembers(db: Database, scope: StoredScope, now: Minute): Promise<StoredMember[]> {
  const at = toUtcText(now)
  const text = sql<MemberRow>`
    select account.id as account_id, account.person_id, account.email, account.status, role, granted_by, granted_at,
      account.signed_in_at,
      (select count(*) from passkey where passkey.account_id = account.id) as passkeys,
      (select count(*) from identity where identity.account_id = account.id) as identities,
      (select count(*) from session where session.account_id = account.id
        and idle_expires_at > ${at} and expires_at > ${at}) as sessions,
      ${hasLeft(at)} as has_left
    from membership join account on account.id = membership.account_id
    where scope_kind = ${scope.scopeKind} and scope_id = ${scope.scopeId}
    order by granted_at, account.id, role`
  const [rows] = await readAll(db, [{ compile: () => text.compile(compiler) }])
  return rows.map((row) => ({
    accountId: row.account_id,
    personId: row.person_id,
    email: row.email,
    isActive: row.status === 'active',
    role: row.role,
    grantedBy: row.granted_by,
    grantedAt: fromUtcText(row.granted_at),
    signedInAt: row.signed_in_at === null ? null : fromUtcText(row.signed_in_at),
    passkeys: row.passkeys,
    identities: row.identities,
    hasEmail: row.email !== null,
    sessions: row.sessions,
    hasLeft: row.has_left === 1,
  }))
}

const hasLeft = (
  at: string,
) => sql`(role = 'doctor' and scope_kind = 'district' and exists (select 1 from departure
  where departure.person_id = account.person_id and departure.district_id = scope_id and departure.at <= ${at}))`

/** Of an account in the same query: it is not disabled, and there is a way in to it. */
export const CAN_SIGN_IN = sql`(account.status = 'active' and (account.email is not null
  or exists (select 1 from passkey where passkey.account_id = account.id)
  or exists (select 1 from identity where identity.account_id = account.id)))`

/** The same, or somebody is signed in to it now. */
const isSomebody = (at: string) => sql`(${CAN_SIGN_IN} or (account.status = 'active' and exists (
  select 1 from session where session.account_id = account.id and idle_expires_at > ${at} and expires_at > ${at})))`

/** Whether an account other than `butAccountId` has the role and can sign in, or is signed in. */
function isHeldByAnother(
  { scopeKind, scopeId, role }: StoredMembership,
  butAccountId: string,
  now: Minute,
): RawBuilder<unknown> {
  return sql`exists (select 1 from membership join account on account.id = membership.account_id
    where scope_kind = ${scopeKind} and scope_id = ${scopeId} and role = ${role}
      and account.id <> ${butAccountId} and ${isSomebody(toUtcText(now))})`
}

/** Whether somebody other than this account has a role and can sign in. */
export async function hasAnother(
  db: Database,
  membership: StoredMembership,
  butAccountId: string,
  now: Minute,
): Promise<boolean> {
  const text = sql<{ found: 0 | 1 }>`select ${isHeldByAnother(membership, butAccountId, now)} as found`
  const [rows] = await readAll(db, [{ compile: () => text.compile(compiler) }])
  return rows[0]?.found === 1
}

/** Ends the batch as `stale-revision` unless somebody else who can sign in has the role: goes before what takes it away. */
export function anotherGuard(membership: StoredMembership, butAccountId: string, now: Minute): Write {
  return guardWrite('stale-revision', isHeldByAnother(membership, butAccountId, now))
}

/** Ends the batch as `link-used` when somebody else who can sign in has the role already. */
export function firstGuard(membership: StoredMembership, butAccountId: string, now: Minute): Write {
  return guardWrite('link-used', sql`not ${isHeldByAnother(membership, butAccountId, now)}`)
}

/** Ends the batch as `link-used` when an account has a way in that is more than mail: its own person may have come in the same moment. */
export function noKeyGuard(accountId: string): Write {
  const isFree = sql`not exists (select 1 from passkey where account_id = ${accountId})
    and not exists (select 1 from identity where account_id = ${accountId})`
  return guardWrite('link-used', isFree)
}

export async function findWaysIn(db: Database, accountId: string): Promise<WaysIn> {
  const text = sql<{ passkeys: number; identities: number; has_email: 0 | 1 }>`select
    (select count(*) from passkey where account_id = ${accountId}) as passkeys,
    (select count(*) from identity where account_id = ${accountId}) as identities,
    exists (select 1 from account where id = ${accountId} and email is not null) as has_email`
  const [rows] = await readAll(db, [{ compile: () => text.compile(compiler) }])
  const [row] = rows
  return {
    passkeys: row?.passkeys ?? 0,
    identities: row?.identities ?? 0,
    hasEmail: row?.has_email === 1,
  }
}

/** Addresses and accounts of those who have a role, also of those who are shut out. */
export async function listHolders(
  db: Database,
  { scopeKind, scopeId, role }: StoredMembership,
): Promise<{ readonly accountId: string; readonly email: string | null }[]> {
  const query = compiler
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .select(['account.id', 'account.email'])
    .where('scope_kind', '=', scopeKind)
    .where('scope_id', '=', scopeId)
    .where('role', '=', role)
    .orderBy('account.id')
  const [rows] = await readAll(db, [query])
  return rows.map(({ id, email }) => ({ accountId: id, email }))
}

/**
 * Whether an account holds anything that a district, or with null any other scope, has no say in: a role elsewhere, a person
 * whom another district entered or names too.
 */
export async function holdsMoreThan(
  db: Database,
  accountId: string,
  { scopeKind, scopeId }: StoredScope,
): Promise<boolean> {
  const districtId: DistrictId | null = scopeKind === 'district' ? scopeId : null
  const text = sql<{ more: 0 | 1 }>`select exists (
      select 1 from membership where account_id = ${accountId}
        and (scope_kind <> ${scopeKind} or scope_id <> ${scopeId})
      union all select 1 from account join person on person.id = account.person_id
        where account.id = ${accountId} and person.entered_in is not ${districtId}
      union all select 1 from account join district_person as own on own.person_id = account.person_id
        where account.id = ${accountId} and own.district_id is not ${districtId}) as more`
  const [rows] = await readAll(db, [{ compile: () => text.compile(compiler) }])
  return rows[0]?.more !== 0
}

export interface EndedMembership extends StoredMembership {
  readonly accountId: string
  readonly personId: PersonId | null
  readonly email: string | null
  readonly endedBy: string
  readonly endedAt: Minute
}

/** Notes a role that is about to be taken away, so that it can be given back. */
export function endedMembershipWrites(
  accountId: string,
  { scopeKind, scopeId, role }: StoredMembership,
  by: string,
  at: Minute,
): Write[] {
  const key = { account_id: accountId, scope_kind: scopeKind, scope_id: scopeId, role }
  const ended = { ended_by: by, ended_at: toUtcText(at) }
  return [
    compiler
      .insertInto('ended_membership')
      .values({ ...key, ...ended })
      .onConflict((conflict) =>
        conflict.columns(['account_id', 'scope_kind', 'scope_id', 'role']).doUpdateSet(ended),
      )
      .compile(),
  ]
}

/** Forgets that a role was taken away; refused as `stale-revision` when it was given back already. */
export function givenBackWrites(accountId: string, { scopeKind, scopeId, role }: StoredMembership): Write[] {
  const isKnown = sql`exists (select 1 from ended_membership where account_id = ${accountId}
    and scope_kind = ${scopeKind} and scope_id = ${scopeId} and role = ${role})`
  return [
    guardWrite('stale-revision', isKnown),
    compiler
      .deleteFrom('ended_membership')
      .where('account_id', '=', accountId)
      .where('scope_kind', '=', scopeKind)
      .where('scope_id', '=', scopeId)
      .where('role', '=', role)
      .compile(),
  ]
}

/** Roles taken away since then, the newest first, of accounts that are not shut; not those that were given anew. */
export async function listEndedMemberships(
  db: Database,
  { scopeKind, scopeId }: StoredScope,
  since: Minute,
): Promise<EndedMembership[]> {
  const query = compiler
    .selectFrom('ended_membership as ended')
    .innerJoin('account', 'account.id', 'ended.account_id')
    .select(['ended.account_id', 'role', 'ended_by', 'ended_at', 'account.person_id', 'account.email'])
    .where('scope_kind', '=', scopeKind)
    .where('scope_id', '=', scopeId)
    .where('ended_at', '>=', toUtcText(since))
    .where('account.status', '=', 'active')
    .where(
      sql<boolean>`not exists (select 1 from membership where membership.account_id = ended.account_id
        and membership.scope_kind = ended.scope_kind and membership.scope_id = ended.scope_id
        and membership.role = ended.role)`,
    )
    .orderBy('ended_at', 'desc')
    .orderBy('ended.account_id')
  const [rows] = await readAll(db, [query])
  return rows.map((row) => ({
    scopeKind,
    scopeId,
    role: row.role,
    accountId: row.account_id,
    personId: row.person_id,
    email: row.email,
    endedBy: row.ended_by,
    endedAt: fromUtcText(row.ended_at),
  }))
}
