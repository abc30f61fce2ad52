import { INSTALLATION_CHAIN } from '../data/audit-store.ts'
import { countStrongWays, listIdentities, unlinkWrites } from '../data/identity-store.ts'
import { findIssuer } from '../data/issuer-store.ts'
import { outboxWrites } from '../data/outbox-store.ts'
import { needsStrong } from '../identity/policy.ts'
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
  const { accountId, memberships, strength } = actor
  const [issuer, identities, strongWays] = await Promise.all([
    findIssuer(ctx.db, issuerId),
    listIdentities(ctx.db, accountId),
    countStrongWays(ctx.db, accountId),
  ])
  if (!issuer || identities.every((own) => own.issuer !== issuer.url)) return refused({ kind: 'not-found' })
  if (strongWays.passkeys + strongWays.identities > 0 && strength === 'single')
    return refused({ kind: 'needs-strong-sign-in' })
  const mustLeaveStrong = memberships.some(({ role }) => needsStrong(role))
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
      ...unlinkWrites(accountId, issuer.url, mustLeaveStrong),
      ...outboxWrites(await wayInMessages(ctx, accountId, 'providerUnlinked')),
    ],
  )
  return failed ? refused({ kind: 'last-way-in' }) : done(null)
}
