import type { Language } from '../core/rota/district.ts'
import { findAuditHead, INSTALLATION_CHAIN } from '../data/audit-store.ts'
import { browserHashOf } from '../identity/one-time-link.ts'
import { planSignIn } from '../identity/sign-in.ts'
import { beginByLink, limitLinkUses, type SignedIn } from './begin-by-link.ts'
import type { Context } from './context.ts'
import type { Result } from './refusal.ts'

export interface UseSignInLinkInput {
  readonly token: string
  /** Of the browser that has the link open; left out where it never asked for one. */
  readonly browserSecret?: string | undefined
  /** What was chosen before signing in: an account that has chosen nothing takes it over. */
  readonly language?: Language | null
}

/**
 * Trades an unused link for a session, once. Used, expired and forged ones, those made for something else and those that another
 * browser asked for get the same refusal after as many trips to the database.
 */
export async function useSignInLink(
  ctx: Context,
  { token, browserSecret, language = null }: UseSignInLinkInput,
): Promise<Result<SignedIn>> {
  const isRefused = await limitLinkUses(ctx)
  if (isRefused) return isRefused
  const [hash, browserHash] = await Promise.all([ctx.hash(token), browserHashOf(ctx.hash, browserSecret)])
  const { actor, now } = ctx
  const [plan, head] = await Promise.all([
    planSignIn(ctx.db, { hash, browserHash, newAccountId: ctx.newId(), actor, now }),
    findAuditHead(ctx.db, INSTALLATION_CHAIN),
  ])
  return beginByLink(ctx, plan, language, head)
}
