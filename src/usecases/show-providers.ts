import type { Minute } from '../core/time/minute.ts'
import { listIdentities } from '../data/identity-store.ts'
import { type Issuer, listIssuers } from '../data/issuer-store.ts'
import { demandMayAddWayIn } from './add-way-in.ts'
import type { Context } from './context.ts'
import { done, type Result, refused } from './refusal.ts'

/** A provider as a button names it. */
export interface OfferedProvider {
  readonly id: string
  readonly name: string
}

export interface LinkedProvider extends OfferedProvider {
  readonly linkedAt: Minute
  /** Whether it can let the account in with two factors. */
  readonly isStrong: boolean
  readonly isOpen: boolean
}

export interface OwnProviders {
  readonly linked: readonly LinkedProvider[]
  readonly linkable: readonly OfferedProvider[]
  /** Why none may be linked now; undefined when one may. */
  readonly barred: 'confirm-again' | 'needs-strong-sign-in' | undefined
}

/** Which providers one's own account is linked to, and which others it could be. */
export async function showProviders(ctx: Context): Promise<Result<OwnProviders>> {
  const { actor } = ctx
  if (actor.kind !== 'account') return refused({ kind: 'not-signed-in' })
  const [issuers, identities, isRefused] = await Promise.all([
    listIssuers(ctx.db),
    listIdentities(ctx.db, actor.accountId),
    demandMayAddWayIn(ctx),
  ])
  const linked = identities.flatMap(({ issuer: url, linkedAt }) => {
    const issuer = issuers.find((own) => own.url === url)
    return issuer
      ? [
          {
            ...toOffered(issuer),
            linkedAt,
            isStrong: issuer.strongAcr.length > 0,
            isOpen: isUsable(ctx, issuer),
          },
        ]
      : []
  })
  return done({
    linked,
    linkable: issuers
      .filter((issuer) => isUsable(ctx, issuer) && linked.every(({ id }) => id !== issuer.id))
      .map(toOffered),
    barred:
      isRefused && (isRefused.refusal.kind === 'confirm-again' ? 'confirm-again' : 'needs-strong-sign-in'),
  })
}

/** The providers that somebody may sign in by; to confirm, those linked to the account. */
export async function offerProviders(
  ctx: Context,
  { purpose }: { readonly purpose: 'sign-in' | 'confirm' | 'accept' },
): Promise<readonly OfferedProvider[]> {
  if ((ctx.providerKeys ?? []).length === 0) return []
  const { actor } = ctx
  const isAll = purpose !== 'confirm'
  const [issuers, identities] = await Promise.all([
    listIssuers(ctx.db),
    isAll || actor.kind !== 'account' ? [] : listIdentities(ctx.db, actor.accountId),
  ])
  return issuers
    .filter((own) => own.isOpen && (isAll || identities.some(({ issuer }) => issuer === own.url)))
    .map(toOffered)
}

function isUsable({ providerKeys = [] }: Context, { isOpen }: Issuer): boolean {
  return isOpen && providerKeys.length > 0
}

function toOffered({ id, name }: Issuer): OfferedProvider {
  return { id, name }
}
