import type { DistrictId } from '../core/rota/person.ts'
import { findWish, wishRemovals } from '../data/wish-store.ts'
import { may } from '../identity/policy.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { done, type Result, refused } from './refusal.ts'
import { save } from './save.ts'
import { wishGate } from './wish-rights.ts'

export interface RemoveWishInput {
  readonly districtId: DistrictId
  readonly wishId: string
}

/** Takes a wish back. A colleague's wish is not there for a doctor. */
export async function removeWish(
  ctx: Context,
  { districtId, wishId }: RemoveWishInput,
): Promise<Result<null>> {
  const scope = { kind: 'district', id: districtId } as const
  if (!may(ctx.actor, 'enter-own-wishes', scope)) {
    const isRefused = gate(ctx, 'enter-wishes', scope)
    if (isRefused) return isRefused
  }
  const wish = await findWish(ctx.db, districtId, wishId)
  if (!wish || wishGate(ctx, districtId, wish.personId)) return refused({ kind: 'not-found' })
  const change = {
    districtId,
    action: 'remove-wish',
    subjectKind: 'wish',
    subjectId: wishId,
    // What somebody wished is theirs, and is forgotten with the wish.
    before: { personId: wish.personId },
  }
  const failed = await save(ctx, change, wishRemovals(districtId, wishId))
  return failed ?? done(null)
}
