import { type AuditHead, findAuditHead, INSTALLATION_CHAIN } from '../data/audit-store.ts'
import { type LinkToAccount, useLoginLinkWrites } from '../data/login-link-store.ts'
import { noStrongWayGuard } from '../data/strong-way-store.ts'
import { browserHashOf, findUsableLink } from '../identity/one-time-link.ts'
import { limitLinkUses, refuseLink, type SignedIn } from './begin-by-link.ts'
import { beginSession } from './begin-session.ts'
import type { Context } from './context.ts'
import { linkOfCode } from './limit-codes.ts'
import { done, type Result } from './refusal.ts'
import { isWeakened } from './request-confirmation.ts'
import { save } from './save.ts'

export interface ConfirmByLinkInput {
  /** Of a link that the same account asked for in this browser, or the digits that it shows in another. */
  readonly secret: { readonly kind: 'token' | 'code'; readonly text: string }
  readonly browserSecret: string | undefined
}

/** Begins a new session for the account that is signed in here, and for no other: a link of another account is refused as one used. */
export async function confirmByLink(
  ctx: Context,
  { secret, browserSecret }: ConfirmByLinkInput,
): Promise<Result<SignedIn>> {
  const isRefused = await limitLinkUses(ctx)
  if (isRefused) return isRefused
  const [found, head] = await Promise.all([
    secret.kind === 'code'
      ? linkOfCode(ctx, { code: secret.text, browserSecret }, 'confirm')
      : linkByToken(ctx, secret.text, browserSecret),
    findAuditHead(ctx.db, INSTALLATION_CHAIN),
  ])
  const { actor } = ctx
  const isOwn = actor.kind === 'account' && found?.accountId === actor.accountId
  if (!found || !isOwn || isWeakened(ctx))
    return refuseLink(ctx, 'confirm-refused', found?.accountId ?? null, head)
  return begin(ctx, found, head)
}

async function linkByToken(ctx: Context, token: string, browserSecret: string | undefined) {
  const [hash, browserHash] = await Promise.all([ctx.hash(token), browserHashOf(ctx.hash, browserSecret)])
  return (await findUsableLink(ctx.db, { hash, browserHash, now: ctx.now }, ['confirm'])).usable
}

async function begin(ctx: Context, link: LinkToAccount, head: AuditHead): Promise<Result<SignedIn>> {
  const { accountId, memberships } = link
  const isStrong =
    ctx.mode === 'development' && ctx.actor.kind === 'account' && ctx.actor.strength === 'strong'
  const strength = isStrong ? 'strong' : 'single'
  const begun = await beginSession(ctx, { accountId, memberships, method: 'mailed', strength })
  const change = {
    action: 'confirm-again',
    subjectKind: 'account',
    subjectId: accountId,
    after: { method: 'mailed' },
  }
  // Whoever got a way in of two factors since the mail left shows who they are by that.
  const writes = [
    ...useLoginLinkWrites(link.hash, 'confirm', ctx.now),
    noStrongWayGuard(accountId),
    ...begun.writes,
  ]
  const isRefused = await save(ctx, { districtId: INSTALLATION_CHAIN, ...change }, writes, head)
  if (isRefused?.refusal.kind === 'busy') return isRefused
  if (isRefused) return refuseLink(ctx, 'confirm-refused', accountId)
  return done({ ...begun.started, strength, memberships })
}
