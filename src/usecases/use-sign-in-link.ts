import type { Language } from '../core/rota/district.ts'
import type { Minute } from '../core/time/minute.ts'
import { firstLanguageWrites } from '../data/account-store.ts'
import { INSTALLATION_CHAIN } from '../data/audit-store.ts'
import { planSignIn } from '../identity/sign-in.ts'
import type { Context } from './context.ts'
import { done, type Result, refused } from './refusal.ts'
import { save } from './save.ts'

export interface UseSignInLinkInput {
  readonly token: string
  /** What was chosen before signing in: an account that has chosen nothing takes it over. */
  readonly language?: Language | null
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
  { token, language = null }: UseSignInLinkInput,
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
    language === null ? writes : [...writes, ...firstLanguageWrites(session.accountId, language, ctx.now)],
  )
  // Two who use one invitation at once also collide in the account that both would make.
  return isRefused ? refused({ kind: 'link-used' }) : done({ secret, endsAt: session.expiresAt })
}
