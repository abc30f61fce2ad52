import { listPasskeys, type Passkey } from '../data/passkey-store.ts'
import { MOST_PASSKEYS } from './add-passkey.ts'
import { demandMayAddWayIn } from './add-way-in.ts'
import type { Context } from './context.ts'
import { done, type Refusal, type Result, refused } from './refusal.ts'

export type ShownPasskey = Pick<Passkey, 'credentialId' | 'label' | 'createdAt' | 'lastUsedAt'>

export interface OwnPasskeys {
  /** The oldest first. */
  readonly passkeys: readonly ShownPasskey[]
  readonly hasRoom: boolean
  /** What must be done before one can be added, as showing again who one is; null when it can be at once. */
  readonly refusal: Refusal | null
  /** What a new one is called unless its owner says otherwise; '' where the browser does not tell what it is. */
  readonly suggested: string
}

/** Passkeys of one's own account. */
export async function showPasskeys(ctx: Context): Promise<Result<OwnPasskeys>> {
  const { actor } = ctx
  if (actor.kind !== 'account') return refused({ kind: 'not-signed-in' })
  const [passkeys, isRefused] = await Promise.all([
    listPasskeys(ctx.db, actor.accountId),
    demandMayAddWayIn(ctx),
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
  })
}
