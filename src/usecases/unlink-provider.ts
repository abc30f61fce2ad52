import { INSTALLATION_CHAIN } from '../data/audit-store.ts'
import { listIdentities, unlinkWrites } from '../data/identity-store.ts'
import { findIssuer } from '../data/issuer-store.ts'
import { outboxWrites } from '../data/outbox-store.ts'
import { hasStrongWay, noStrongWayGuard, strongWayLeftGuard } from '../data/strong-way-store.ts'
import { STRONG_ROLES } from '../identity/policy.ts'
import type { Context } from './context.ts'
import { demandFresh } from './gate.ts'
import { done, type Result, refused } from './refusal.ts'
import { save } from './save.ts'
import { wayInMessages } from './way-in-mail.ts'

export interface UnlinkProviderInput {
  readonly issuerId: string
}

/**
 * Takes a provider away from one's own account, and tells its address. Where the account has any way in of two factors, only by
 * whoever signed in with two: else whoever reads somebody's mail could put their own in its place. Refused as `last-way-in` when
 * roles of the account need two factors and nothing else gives them.
 */
export async function unlinkProvider(ctx: Context, { issuerId }: UnlinkProviderInput): Promise<Result<null>> {
  const isRefused = demandFresh(ctx)
  if (isRefused) return isRefused
  const { actor } = ctx
  if (actor.kind !== 'account') return refused({ kind: 'not-signed-in' })
  const { accountId, strength } = actor
  const [issuer, identities, hasStrong] = await Promise.all([
    findIssuer(ctx.db, issuerId),
    listIdentities(ctx.db, accountId),
    hasStrongWay(ctx.db, accountId),
  ])
  if (!issuer || identities.every((own) => own.issuer !== issuer.url)) return refused({ kind: 'not-found' })
  const isWeak = strength === 'single'
  if (hasStrong && isWeak) return refused({ kind: 'needs-strong-sign-in' })
  const failed = await save(
    ctx,
    {
      districtId: INSTALLATION_CHAIN,
      action: 'unlink-provider',
      subjectKind: 'account',
      subjectId: accountId,
      after: { issuer: issuer.id },
    },
    [
      ...(isWeak ? [noStrongWayGuard(accountId, 'stale-revision')] : []),
      strongWayLeftGuard(accountId, { issuer: issuer.url }, STRONG_ROLES, 'link-used'),
      ...unlinkWrites(accountId, issuer.url),
      ...outboxWrites(await wayInMessages(ctx, accountId, 'providerUnlinked')),
    ],
  )
  if (!failed) return done(null)
  if (failed.refusal.kind === 'busy') return failed
  // What only the batch could know: a way in of two factors was added meanwhile.
  return refused({ kind: failed.refusal.kind === 'stale-revision' ? 'needs-strong-sign-in' : 'last-way-in' })
}
