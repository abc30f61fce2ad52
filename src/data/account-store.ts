import { type RawBuilder, sql } from 'kysely'
import type { Language } from '../core/rota/district.ts'
import type { MunicipalityNumber, PersonId } from '../core/rota/person.ts'
import { fromUtcText, type Minute, toUtcText } from '../core/time/minute.ts'
import { CHANGE_STAMP, changeClockWrite } from './change-clock.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import { endAccountLinksWrites, endLinkWrites } from './feed-store.ts'
import { guardWrite } from './rows.ts'
import type { Role, ScopeKind } from './schema-access.ts'

export interface Account {
  readonly id: string
  /** Lower case and trimmed; null until told. */
  readonly email: string | null
  readonly personId: PersonId | null
  readonly status: 'active' | 'disabled'
  readonly createdAt: Minute
}

export interface StoredMembership {
  readonly scopeKind: ScopeKind
  /** District id, municipality number, or 'installation'. */
  readonly scopeId: string
  readonly role: Role
}

export async function findAccount(db: Database, id: string): Promise<Account | undefined> {
  const [rows] = await readAll(db, [accounts().where('id', '=', id)])
  return rows.map(toAccount)[0]
}

/** `email` is lower case and trimmed. */
export async function findAccountByEmail(db: Database, email: string): Promise<Account | undefined> {
  const [rows] = await readAll(db, [accounts().where('email', '=', email)])
  return rows.map(toAccount)[0]
}

export async function findAccountOfPerson(db: Database, personId: PersonId): Promise<Account | undefined> {
  const [rows] = await readAll(db, [accounts().where('person_id', '=', personId)])
  return rows.map(toAccount)[0]
}

/** An account with all its roles. */
export interface AccountWithRoles extends Account {
  readonly memberships: readonly StoredMembership[]
}

/** Active accounts whose address ends so, by address; `ending` has no wildcards of its own. For a development server alone. */
export async function listAccountsAt(db: Database, ending: string): Promise<AccountWithRoles[]> {
  const isMeant = sql<boolean>`status = 'active' and email like ${`%${ending}`}`
  const of = compiler.selectFrom('account').innerJoin('membership', 'membership.account_id', 'account.id')
  const [found, roles] = await readAll(db, [
    accounts().where(isMeant).orderBy('email'),
    of.selectAll('membership').where(isMeant).orderBy('role').orderBy('scope_id'),
  ])
  return found.map((row) => ({
    ...toAccount(row),
    memberships: roles.filter(({ account_id }) => account_id === row.id).map(toMembership),
  }))
}

export async function listMemberships(db: Database, accountId: string): Promise<StoredMembership[]> {
  const [rows] = await readAll(db, [membershipsOf(accountId)])
  return rows.map(toMembership)
}

/** Whether somebody decides exemptions for one of these municipalities. */
export async function hasDecider(db: Database, numbers: readonly MunicipalityNumber[]): Promise<boolean> {
  const query = compiler
    .selectFrom('membership')
    .select('account_id')
    .where('scope_kind', '=', 'municipality')
    .where('role', '=', 'municipality-decider')
    .where(sql<boolean>`scope_id in (select value from json_each(${JSON.stringify(numbers)}))`)
    .limit(1)
  const [rows] = await readAll(db, [query])
  return rows.length > 0
}

/** A new account. An address or person that has one already is refused as `duplicate`. */
export function accountWrites(account: Account): Write[] {
  const { id, email, personId, status, createdAt } = account
  const row = { id, email, person_id: personId, status, created_at: toUtcText(createdAt) }
  return [compiler.insertInto('account').values(row).compile()]
}

/** Makes an account that stood for nobody a person's; a person who has one, or an account that has a person, is refused as `link-used`. */
export function accountPersonWrites(accountId: string, personId: PersonId): Write[] {
  const isFree = sql`exists (select 1 from account where id = ${accountId} and person_id is null)
    and not exists (select 1 from account where person_id = ${personId})`
  return [
    guardWrite('link-used', isFree),
    compiler.updateTable('account').set({ person_id: personId }).where('id', '=', accountId).compile(),
  ]
}

/** Another address of an account; one that another account has is left alone, and nobody is told. */
export function accountEmailWrites(accountId: string, email: string): Write[] {
  const isFree = sql<boolean>`not exists (select 1 from account as other where other.email = ${email})`
  return [compiler.updateTable('account').set({ email }).where('id', '=', accountId).where(isFree).compile()]
}

/** The address that somebody proved to be theirs; refused as `link-used` where another account has it or `before` is no more the old one. */
export function provenEmailWrites(accountId: string, before: string | null, email: string): Write[] {
  const isFree = sql`exists (select 1 from account where id = ${accountId} and email is ${before})
    and not exists (select 1 from account where email = ${email})`
  return [
    guardWrite('link-used', isFree),
    compiler.updateTable('account').set({ email }).where('id', '=', accountId).compile(),
  ]
}

/** Ends the batch as `link-used` unless the account is open and its address still this one: another reads what is mailed to it, or is in it. */
export function sameEmailGuard({ id, email }: Pick<Account, 'id' | 'email'>): Write {
  const isSame = sql`exists (select 1 from account where id = ${id} and email is ${email} and status = 'active')`
  return guardWrite('link-used', isSame)
}

/** Lets an account in or shuts it. Calendar links of one that is shut end for good, also if it is let in again. */
export function accountStatusWrites(accountId: string, status: Account['status'], now: Minute): Write[] {
  const set = compiler.updateTable('account').set({ status }).where('id', '=', accountId).compile()
  return status === 'active' ? [set] : [set, ...endAccountLinksWrites(accountId, now)]
}

/** What the account's person chose to read. Their calendars are written anew, so that its readers fetch it. */
export function languageWrites({ id }: Pick<Account, 'id'>, language: Language, now: Minute): Write[] {
  const chosen = compiler.updateTable('account').set({ language }).where('id', '=', id).compile()
  const isOther = sql`coalesce(language, ${USUAL_LANGUAGE}) <> ${language}`
  return [...otherWordsWrites(id, isOther, now), chosen]
}

/** What was chosen before there was an account, for one that has chosen nothing. */
export function firstLanguageWrites(accountId: string, language: Language, now: Minute): Write[] {
  const isOther = sql`language is null and ${language} <> ${USUAL_LANGUAGE}`
  const chosen = compiler.updateTable('account').set({ language })
  return [
    ...otherWordsWrites(accountId, isOther, now),
    chosen.where('id', '=', accountId).where('language', 'is', null).compile(),
  ]
}

/** Goes before the choice: whether calendars get other words by it is told by what stands. One that has ended says so in words too. */
function otherWordsWrites(accountId: string, isOther: RawBuilder<unknown>, now: Minute): Write[] {
  const isTold = sql`exists (select 1 from account where id = ${accountId} and ${isOther})`
  const links = sql`update feed_link set version = version + 1, stamp = ${CHANGE_STAMP}, text_stamp = ${CHANGE_STAMP}
    where account_id = ${accountId} and ${isTold}`
  return [changeClockWrite(now, isTold), links.compile(compiler)]
}

/** Of calendars whose reader has chosen none. */
const USUAL_LANGUAGE: Language = 'nb'

/** Gives a role; one that is held already stays as it was granted first. */
export function membershipWrites(
  accountId: string,
  { scopeKind, scopeId, role }: StoredMembership,
  grantedBy: string,
  at: Minute,
): Write[] {
  const scope = { scope_kind: scopeKind, scope_id: scopeId, role }
  const row = { account_id: accountId, ...scope, granted_by: grantedBy, granted_at: toUtcText(at) }
  return [
    compiler
      .insertInto('membership')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .compile(),
  ]
}

/**
 * Takes a role away, and with the last one in a district the subscriptions to its calendar. What another role there does not
 * allow is checked at each use, as sessions are.
 */
export function membershipRemovals(accountId: string, membership: StoredMembership, now: Minute): Write[] {
  const { scopeKind, scopeId } = membership
  const links = sql`select id from feed_link where account_id = ${accountId} and district_id = ${scopeId}
    and ${scopeKind} = 'district' and revoked_at is null and not exists (
      select 1 from membership where account_id = ${accountId} and scope_kind = 'district' and scope_id = ${scopeId})`
  return [
    compiler
      .deleteFrom('membership')
      .where('account_id', '=', accountId)
      .where('scope_kind', '=', scopeKind)
      .where('scope_id', '=', scopeId)
      .where('role', '=', membership.role)
      .compile(),
    ...endLinkWrites(links, now),
  ]
}

const accounts = () => compiler.selectFrom('account').selectAll()

export const membershipsOf = (accountId: string | RawBuilder<string>) =>
  compiler
    .selectFrom('membership')
    .select(['scope_kind', 'scope_id', 'role'])
    .where('account_id', '=', accountId)
    .orderBy('scope_kind')
    .orderBy('scope_id')
    .orderBy('role')

function toAccount(row: {
  id: string
  email: string | null
  person_id: string | null
  status: Account['status']
  created_at: string
}): Account {
  const { id, email, person_id, status, created_at } = row
  return { id, email, personId: person_id, status, createdAt: fromUtcText(created_at) }
}

export function toMembership(row: { scope_kind: ScopeKind; scope_id: string; role: Role }): StoredMembership {
  return { scopeKind: row.scope_kind, scopeId: row.scope_id, role: row.role }
}
