import { type RawBuilder, sql } from 'kysely'
import { compiler, type Database, readAll, type Write } from './database.ts'
import { guardWrite, toJson } from './rows.ts'
import type { Role } from './schema-access.ts'

type Told = Parameters<typeof guardWrite>[0]

/** Whether the account has a way in of two factors: a passkey, or a provider with a strong level, open or closed for now. */
export async function hasStrongWay(db: Database, accountId: string): Promise<boolean> {
  const query = sql<{ held: number }>`select (${strongWayOf(accountId)}) as held`
  const [rows] = await readAll(db, [{ compile: () => query.compile(compiler) }])
  return rows[0]?.held === 1
}

/** Refuses the batch when the account has a way in of two factors, as by one that was added meanwhile: what mail alone may do ends with it. */
export function noStrongWayGuard(accountId: string, constraint: Told = 'link-used'): Write {
  return guardWrite(constraint, sql`not (${strongWayOf(accountId)})`)
}

/** What is about to be taken away. */
export interface Leaving {
  readonly passkey?: string
  /** The issuer's address. */
  readonly issuer?: string
}

/**
 * Refuses the batch when the account holds one of these roles and nothing but what leaves would let it in by two factors. A provider
 * that is closed counts as nothing here.
 */
export function strongWayLeftGuard(
  accountId: string,
  { passkey = '', issuer = '' }: Leaving,
  strongRoles: readonly Role[],
  constraint: Told,
): Write {
  const needsOne = sql`exists (select 1 from membership where account_id = ${accountId}
    and role in (select value from json_each(${toJson(strongRoles)})))`
  const hasPasskey = sql`exists (select 1 from passkey
    where account_id = ${accountId} and credential_id <> ${passkey})`
  const hasProvider = sql`exists (${strongIdentityOf(accountId)} and issuer.is_open = 1 and issuer.url <> ${issuer})`
  return guardWrite(constraint, sql`not ${needsOne} or ${hasPasskey} or ${hasProvider}`)
}

function strongWayOf(accountId: string): RawBuilder<unknown> {
  return sql`exists (select 1 from passkey where account_id = ${accountId})
    or exists (${strongIdentityOf(accountId)})`
}

function strongIdentityOf(accountId: string): RawBuilder<unknown> {
  return sql`select 1 from identity join issuer on issuer.url = identity.issuer
    where identity.account_id = ${accountId} and issuer.strong_acr <> '[]'`
}
