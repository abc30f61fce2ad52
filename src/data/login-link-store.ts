import { type RawBuilder, sql } from 'kysely'
import { fromUtcText, type Minute, toUtcText } from '../core/time/minute.ts'
import { membershipsOf, type StoredMembership, toMembership } from './account-store.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import { type Forgetting, forgetting } from './forgetting.ts'
import { guardWrite } from './rows.ts'
import type { AccessTables } from './schema-access.ts'

export interface LoginLink {
  /** SHA-256 of the token. */
  readonly hash: string
  readonly accountId: string
  readonly purpose: string
  /** The new address that the link proves; null where it proves the account's own. */
  readonly email: string | null
  /** Of the browser that asked; null for a link that opens anywhere. */
  readonly browserHash: string | null
  /** Of the digits that it shows in another browser. */
  readonly codeHash: string | null
  /** How often digits were typed for it, right or wrong. */
  readonly tries: number
  readonly createdAt: Minute
  readonly expiresAt: Minute
  readonly usedAt: Minute | null
}

/** A link with whom it lets in. */
export interface LinkToAccount extends LoginLink {
  readonly isActive: boolean
  readonly memberships: readonly StoredMembership[]
}

/** One trip, whether there is such a link or not: the time tells nothing. */
export async function findLoginLink(db: Database, hash: string): Promise<LinkToAccount | undefined> {
  const link = compiler
    .selectFrom('login_link')
    .innerJoin('account', 'account.id', 'login_link.account_id')
    .selectAll('login_link')
    .select('account.status')
    .where('hash', '=', hash)
  const [[row], memberships] = await readAll(db, [link, membershipsOf(accountOfLink(sql`hash = ${hash}`))])
  return row && toLink(row, row.status, memberships.map(toMembership))
}

/** A code typed in one browser, for what that browser has asked for. */
export interface CodeTry {
  readonly browserHash: string
  readonly purpose: string
  readonly codeHash: string
  /** Tries that a link lasts, inclusive. */
  readonly most: number
  readonly now: Minute
}

export interface TriedCode {
  /** The one whose digits these are. */
  readonly link: LinkToAccount | undefined
  /** Whose links the digits were held against, each once. */
  readonly accounts: readonly string[]
}

/**
 * Counts a try on every open link of the browser and holds the digits against them. The count comes first and is one statement with
 * the look, so that of any number at once no more than `most` are looked at.
 */
export async function tryCode(db: Database, asked: CodeTry): Promise<TriedCode> {
  const at = toUtcText(asked.now)
  const isOpen = sql`browser_hash = ${asked.browserHash} and purpose = ${asked.purpose} and used_at is null
    and expires_at > ${at}`
  const counted = sql<AccessTables['login_link'] & { status: 'active' | 'disabled' }>`
    update login_link set tries = tries + 1 where ${isOpen} and tries < ${asked.most}
    returning *, (select status from account where account.id = account_id) as status`
  const isMeant = sql`${isOpen} and code_hash = ${asked.codeHash}`
  const [links, memberships] = await readAll(db, [
    { compile: () => counted.compile(compiler) },
    membershipsOf(accountOfLink(isMeant)),
  ])
  const row = links.find((link) => link.code_hash === asked.codeHash)
  return {
    link: row && toLink(row, row.status, memberships.map(toMembership)),
    accounts: [...new Set(links.map(({ account_id }) => account_id))],
  }
}

export function loginLinkWrites(link: LoginLink): Write[] {
  const row = {
    hash: link.hash,
    account_id: link.accountId,
    purpose: link.purpose,
    email: link.email,
    browser_hash: link.browserHash,
    code_hash: link.codeHash,
    tries: link.tries,
    created_at: toUtcText(link.createdAt),
    expires_at: toUtcText(link.expiresAt),
    used_at: link.usedAt === null ? null : toUtcText(link.usedAt),
  }
  return [compiler.insertInto('login_link').values(row).compile()]
}

/** Spends a link in the batch that starts a session: used, expired and unknown ones are refused as `link-used`. */
export function useLoginLinkWrites(hash: string, purpose: string, now: Minute): Write[] {
  const at = toUtcText(now)
  const isGood = sql`exists (
    select 1 from login_link join account on account.id = login_link.account_id
    where hash = ${hash} and purpose = ${purpose} and used_at is null and expires_at > ${at}
      and account.status = 'active')`
  return [
    guardWrite('link-used', isGood),
    compiler.updateTable('login_link').set({ used_at: at }).where('hash', '=', hash).compile(),
  ]
}

/** What an account has asked for by mail and not used, but for one link: it opens nothing any more. */
export function endOtherLinksWrites(accountId: string, hash: string): Write[] {
  const others = compiler.deleteFrom('login_link').where('account_id', '=', accountId)
  return [others.where('hash', '<>', hash).where('used_at', 'is', null).compile()]
}

/** Scheduled: links that ran out before an instant, exclusive. */
export function forgetLinksWrites(before: Minute): Forgetting[] {
  return [forgetting('login_link', sql`expires_at < ${toUtcText(before)}`)]
}

const accountOfLink = (isMeant: RawBuilder<unknown>) =>
  sql<string>`(select account_id from login_link where ${isMeant} limit 1)`

function toLink(
  row: AccessTables['login_link'],
  status: 'active' | 'disabled',
  memberships: readonly StoredMembership[],
): LinkToAccount {
  return {
    hash: row.hash,
    accountId: row.account_id,
    purpose: row.purpose,
    email: row.email,
    browserHash: row.browser_hash,
    codeHash: row.code_hash,
    tries: row.tries,
    createdAt: fromUtcText(row.created_at),
    expiresAt: fromUtcText(row.expires_at),
    usedAt: row.used_at === null ? null : fromUtcText(row.used_at),
    isActive: status === 'active',
    memberships,
  }
}
