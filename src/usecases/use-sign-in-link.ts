import type { Minute } from '../core/time/minute.ts'
import { INSTALLATION_CHAIN } from '../data/audit-store.ts'
import { planSignIn } from '../identity/sign-in.ts'
import type { Context } from './context.ts'
import { done, type Result, refused } from './refusal.ts'
import { save } from './save.ts'

export interface UseSignInLinkInput {
  readonly token: string
}

export interface StartedSession {
  /** The value of the session cookie. */
  readonly secret: string
  /** When the cookie ends whatever happens. */
  readonly endsAt: Minute
}

/** Trades an unused link for a session, once. Used, expired and forged links get the same refusal. */
export async function useSignInLink(
  ctx: Context,
  { token }: UseSignInLinkInput,
): Promise<Result<StartedSession>> {
  const secret = ctx.newSecret()
  const [hash, sessionHash] = await Promise.all([ctx.hash(token), ctx.hash(secret)])
  const { actor, now } = ctx
  const signIn = await planSignIn(ctx.db, { hash, sessionHash, newAccountId: ctx.newId(), actor, now })
  if (!signIn) return refused({ kind: 'link-used' })
  const { session, writes, districtId } = signIn
  const isRefused = await save(
    ctx,
    {
      districtId: districtId ?? INSTALLATION_CHAIN,
      action: 'sign-in',
      subjectKind: 'account',
      subjectId: session.accountId,
      after: { method: session.authMethod },
    },
    writes,
  )
  // Two who use one invitation at once also collide in the account that both would make.
  return isRefused ? refused({ kind: 'link-used' }) : done({ secret, endsAt: session.expiresAt })
}
