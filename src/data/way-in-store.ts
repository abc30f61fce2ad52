import { compiler, type Write } from './database.ts'
import { forgetGroundsWrites } from './ground-reader-store.ts'
import { endSessionsOfAccountWrites } from './session-store.ts'

/** Every session of an account, at once. What is asked with one of their secrets from now on is asked by nobody. */
export function endAccountSessionsWrites(accountId: string): Write[] {
  return endSessionsOfAccountWrites(accountId)
}

/**
 * All that lets somebody in to an account, and what waits to: passkeys, identities at providers, and what `endHoldWrites` ends. Mail to
 * the account's address and a new invitation are what is left.
 */
export function resetWaysIn(accountId: string): Write[] {
  return [...emptied(accountId, ['passkey', 'identity']), ...endHoldWrites(accountId)]
}

/**
 * What somebody has of an account who is in it, when another may have come in: sessions, open links, what waits for an answer, forms
 * kept for whoever signs in next, and the grounds that it was let read.
 */
export function endHoldWrites(accountId: string): Write[] {
  const open = compiler.deleteFrom('login_link').where('account_id', '=', accountId)
  return [
    ...emptied(accountId, ['challenge', 'provider_attempt', 'held_form']),
    open.where('used_at', 'is', null).compile(),
    ...endAccountSessionsWrites(accountId),
    ...forgetGroundsWrites(accountId),
  ]
}

type OfAccount = 'passkey' | 'identity' | 'challenge' | 'provider_attempt' | 'held_form'

function emptied(accountId: string, tables: readonly OfAccount[]): Write[] {
  return tables.map((table) => compiler.deleteFrom(table).where('account_id', '=', accountId).compile())
}
