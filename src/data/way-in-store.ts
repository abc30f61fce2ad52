import { sql } from 'kysely'
import { compiler, type Database, readAll, type Write } from './database.ts'
import { endSessionsOfAccountWrites } from './session-store.ts'

/** Whether an account has a passkey, or an identity at a provider that is open: what stands above a mailed link. */
export async function hasWayIn(db: Database, accountId: string): Promise<boolean> {
  const text = sql<{ found: number }>`select exists (select 1 from passkey where account_id = ${accountId})
    or exists (select 1 from identity join issuer on issuer.url = identity.issuer and issuer.is_open = 1
      where identity.account_id = ${accountId}) as found`
  const [[row]] = await readAll(db, [{ compile: () => text.compile(compiler) }])
  return row?.found === 1
}

/** Every session of an account, at once. What is asked with one of their secrets from now on is asked by nobody. */
export function endAccountSessionsWrites(accountId: string): Write[] {
  return endSessionsOfAccountWrites(accountId)
}

/**
 * All that lets somebody in to an account, and what waits to: passkeys, identities at providers, sessions, open links, and forms
 * kept for whoever signs in next. Mail to the account's address and a new invitation are what is left.
 */
export function resetWaysIn(accountId: string): Write[] {
  const open = compiler.deleteFrom('login_link').where('account_id', '=', accountId)
  return [
    ...(['passkey', 'identity', 'challenge', 'provider_attempt', 'held_form'] as const).map((table) =>
      compiler.deleteFrom(table).where('account_id', '=', accountId).compile(),
    ),
    open.where('used_at', 'is', null).compile(),
    ...endAccountSessionsWrites(accountId),
  ]
}
