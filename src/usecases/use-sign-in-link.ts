import type { Language } from '../core/rota/district.ts'
import { firstLanguageWrites } from '../data/account-store.ts'
import { INSTALLATION_CHAIN } from '../data/audit-store.ts'
import { planSignIn } from '../identity/sign-in.ts'
import { beginSession, type StartedSession } from './begin-session.ts'
import type { Context } from './context.ts'
import { done, type Result, refused } from './refusal.ts'
import { save } from './save.ts'

export interface UseSignInLinkInput {
  readonly token: string
  /** What was chosen before signing in: an account that has chosen nothing takes it over. */
  readonly language?: Language | null
}

/** Trades an unused link for a session, once. Used, expired and forged links get the same refusal. */
export async function useSignInLink(
  ctx: Context,
  { token, language = null }: UseSignInLinkInput,
): Promise<Result<StartedSession>> {
  const { actor, now } = ctx
  const hash = await ctx.hash(token)
  const signIn = await planSignIn(ctx.db, { hash, newAccountId: ctx.newId(), actor, now })
  if (!signIn) return refused({ kind: 'link-used' })
  const { accountId, memberships, method, districtId } = signIn
  // Whoever reads a development server's terminal has the whole machine.
  const strength = method === 'printed' && ctx.mode === 'development' ? 'strong' : 'single'
  const begun = await beginSession(ctx, { accountId, memberships, method, strength })
  const chosen = language === null ? [] : firstLanguageWrites(accountId, language, ctx.now)
  const isRefused = await save(
    ctx,
    {
      districtId: districtId ?? INSTALLATION_CHAIN,
      action: 'sign-in',
      subjectKind: 'account',
      subjectId: accountId,
      after: { method },
    },
    [...signIn.writes, ...begun.writes, ...chosen],
  )
  // Two who use one invitation at once also collide in the account that both would make.
  return isRefused ? refused({ kind: 'link-used' }) : done(begun.started)
}
