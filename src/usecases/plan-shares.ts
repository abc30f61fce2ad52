import { type FairShare, fairShares } from '../core/ledger/fair-share.ts'
import type { Rota } from '../core/rota/rota.ts'

/**
 * Each doctor's load against the fair share over the plan that the rota's dates belong to, and over nothing else of it: a
 * window that reaches past the plan's end shows days that are no part of it. Without a plan, over the rota's dates.
 */
export function planShares(rota: Rota): FairShare[] {
  return fairShares(rota.plan ? { ...rota, from: rota.plan.from, to: rota.plan.to } : rota)
}
