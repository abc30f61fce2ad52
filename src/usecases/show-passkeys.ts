import { findWaysIn } from '../data/member-store.ts'
import { listPasskeys, type Passkey } from '../data/passkey-store.ts'
import { MOST_PASSKEYS } from './add-passkey.ts'
import { demandMayAddWayIn } from './add-way-in.ts'
import type { Context } from './context.ts'
import { done, type Refusal, type Result, refused } from './refusal.ts'
import { sendsMail } from './sends-mail.ts'

export type ShownPasskey = Pick<Passkey, 'credentialId' | 'label' | 'createdAt' | 'lastUsedAt'>

export interface OwnPasskeys {
  /** The oldest first. */
  readonly passkeys: readonly ShownPasskey[]
  readonly hasRoom: boolean
  /** What must be done before one can be added, as showing again who one is; null when it can be at once. */
  readonly refusal: Refusal | null
  /** What a new one is called unless its owner says otherwise; '' where the browser does not tell what it is. */
  readonly suggested: string
  readonly hasNoWayBack: boolean
}

/** Whether an account can't be signed in to again once its sessions have ended: no passkey, no provider, no mail to it. */
export async function hasNoWayBack(ctx: Context, accountId: string): Promise<boolean> {
  const { passkeys, identities, hasEmail } = await findWaysIn(ctx.db, accountId)
  return passkeys === 0 && identities === 0 && !(hasEmail && sendsMail(ctx))
}

/** Passkeys of one's own account. */
export async function showPasskeys(ctx: Context): Promise<Result<OwnPasskeys>> {
  const { actor } = ctx
  if (actor.kind !== 'account') return refused({ kind: 'not-signed-in' })
  const [passkeys, isRefused, isStuck] = await Promise.all([
    listPasskeys(ctx.db, actor.accountId),
    demandMayAddWayIn(ctx),
    hasNoWayBack(ctx, actor.accountId),
  ])
  return done({
    passkeys: passkeys.map(({ credentialId, label, createdAt, lastUsedAt }) => ({
      credentialId,
      label,
      createdAt,
      lastUsedAt,
    })),
    hasRoom: passkeys.length < MOST_PASSKEYS,
    refusal: isRefused?.refusal ?? null,
    suggested: ctx.client ?? '',
    hasNoWayBack: isStuck,
  })
}
