import { compiler, type Write } from './database.ts'
import { forgetGroundsWrites } from './ground-reader-store.ts'
import { endSessionsOfAccountWrites } from './session-store.ts'

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
    ...forgetGroundsWrites(accountId),
  ]
}
