import { hasStrongWay } from '../data/strong-way-store.ts'
import type { Context } from './context.ts'
import { demandFresh } from './gate.ts'
import { type Refused, refused } from './refusal.ts'

/**
 * Whether the actor may give their account another way in: who they are was shown just now, and with two factors, unless the
 * account has none to show it with yet. Else whoever reads somebody's mail could let themselves in for good.
 */
export async function demandMayAddWayIn(ctx: Context): Promise<Refused | undefined> {
  const isRefused = demandFresh(ctx)
  if (isRefused) return isRefused
  const { actor } = ctx
  if (actor.kind !== 'account') return refused({ kind: 'not-signed-in' })
  if (actor.strength === 'strong' || !(await hasStrongWay(ctx.db, actor.accountId))) return undefined
  return refused({ kind: 'needs-strong-sign-in' })
}
