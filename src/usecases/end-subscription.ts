import type { DistrictId } from '../core/rota/person.ts'
import { revokeFeedWrites } from '../data/feed-store.ts'
import { listSubscriptions } from '../data/subscription-store.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { done, type Result, refused } from './refusal.ts'
import { save } from './save.ts'

export interface EndSubscriptionInput {
  readonly districtId: DistrictId
  readonly feedId: string
}

/** Turns off somebody's calendar of the district or its dispatch centre; calendars of one's own duties are never the district's. */
export async function endSubscription(
  ctx: Context,
  { districtId, feedId }: EndSubscriptionInput,
): Promise<Result<null>> {
  const isRefused = gate(ctx, 'end-subscriptions', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const subscriptions = await listSubscriptions(ctx.db, districtId, ctx.now)
  const found = subscriptions.find(({ link }) => link.id === feedId)
  if (!found) return refused({ kind: 'not-found' })
  const change = { action: 'end-subscription', subjectKind: 'feed', subjectId: feedId }
  const writes = revokeFeedWrites(feedId, found.link.accountId, ctx.now)
  const failed = await save(ctx, { districtId, ...change }, writes)
  return failed ?? done(null)
}
