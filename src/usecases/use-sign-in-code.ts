import type { Language } from '../core/rota/district.ts'
import { findAuditHead, INSTALLATION_CHAIN } from '../data/audit-store.ts'
import { byLink } from '../identity/sign-in.ts'
import { beginByLink, limitLinkUses, type SignedIn } from './begin-by-link.ts'
import type { Context } from './context.ts'
import { linkOfCode } from './limit-codes.ts'
import type { Result } from './refusal.ts'

export interface UseSignInCodeInput {
  /** Six digits. */
  readonly code: string
  /** Of the browser that asked for the link that shows the code. */
  readonly browserSecret: string | undefined
  /** As for a link. */
  readonly language?: Language | null
}

/** Trades the code that a link shows in another browser for a session here. Refused as a link is, whatever is wrong with it. */
export async function useSignInCode(
  ctx: Context,
  { code, browserSecret, language = null }: UseSignInCodeInput,
): Promise<Result<SignedIn>> {
  const isRefused = await limitLinkUses(ctx)
  if (isRefused) return isRefused
  const [link, head] = await Promise.all([
    linkOfCode(ctx, { code, browserSecret }, 'mailed'),
    findAuditHead(ctx.db, INSTALLATION_CHAIN),
  ])
  return beginByLink(ctx, link ? byLink(link, ctx.now) : { kind: 'none', accountId: null }, language, head)
}
