import { findAccount } from '../data/account-store.ts'
import { findAuditHead, INSTALLATION_CHAIN } from '../data/audit-store.ts'
import { hasStrongWay } from '../data/strong-way-store.ts'
import { needsStrong } from '../identity/policy.ts'
import type { Context } from './context.ts'
import { limitLinkMails, linkMailWrites, readyLink } from './mail-link.ts'
import { done, type Refused, type Result, refused } from './refusal.ts'
import { save } from './save.ts'

/**
 * Mails a link by which whoever is signed in shows again who they are. Refused as `needs-strong-sign-in` where that must be done
 * by passkey or provider, or where the account has no address.
 */
export async function requestConfirmation(ctx: Context, browserSecret: string): Promise<Result<null>> {
  const { actor } = ctx
  if (actor.kind !== 'account') return refused({ kind: 'not-signed-in' })
  const [account, hasOther, head] = await Promise.all([
    findAccount(ctx.db, actor.accountId),
    hasStrongWay(ctx.db, actor.accountId),
    findAuditHead(ctx.db, INSTALLATION_CHAIN),
  ])
  if (!account?.email || hasOther || isWeakened(ctx)) return NEEDS_MORE
  const isRefused = await limitLinkMails(ctx, account.email)
  if (isRefused) return isRefused
  const link = await readyLink(ctx, browserSecret)
  const mail = { purpose: 'confirm', kind: 'confirm-link', path: '/confirm' } as const
  const change = { action: 'request-confirmation', subjectKind: 'account', subjectId: account.id }
  const writes = linkMailWrites(ctx, link, account, mail)
  await save(ctx, { districtId: INSTALLATION_CHAIN, ...change }, writes, head)
  return done(null)
}

/** By mail a session becomes one of a single factor; one that a role needs strong must not be lost by it. */
export function isWeakened({ actor, mode }: Pick<Context, 'actor' | 'mode'>): boolean {
  if (actor.kind !== 'account' || actor.strength === 'single') return false
  // What is mailed there is read by whoever has the whole machine.
  return mode !== 'development' && actor.memberships.some(({ role }) => needsStrong(role))
}

const NEEDS_MORE: Refused = refused({ kind: 'needs-strong-sign-in' })
