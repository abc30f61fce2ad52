import { INSTALLATION_CHAIN } from '../data/audit-store.ts'
import { listFeeds, revokeFeedWrites } from '../data/feed-store.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { done, type Result, refused } from './refusal.ts'
import { save } from './save.ts'
import { ownPersonId } from './wish-rights.ts'

export interface RevokeFeedLinkInput {
  readonly feedId: string
}

/** Turns a calendar link of one's own off: 30 days of one notice, then gone. */
export async function revokeFeedLink(ctx: Context, { feedId }: RevokeFeedLinkInput): Promise<Result<null>> {
  const personId = ownPersonId(ctx)
  if (ctx.actor.kind === 'nobody') return refused({ kind: 'not-signed-in' })
  if (ctx.actor.kind !== 'account' || personId === null) return refused({ kind: 'not-found' })
  const isRefused = gate(ctx, 'manage-own-feeds', { kind: 'person', id: personId })
  if (isRefused) return isRefused
  const feed = (await listFeeds(ctx.db, ctx.actor.accountId)).find(({ id }) => id === feedId)
  if (!feed || feed.revokedAt !== null) return refused({ kind: 'not-found' })
  const change = { action: 'revoke-feed-link', subjectKind: 'feed', subjectId: feedId }
  const writes = revokeFeedWrites(feedId, ctx.actor.accountId, ctx.now)
  const failed = await save(ctx, { districtId: INSTALLATION_CHAIN, ...change }, writes)
  return failed ?? done(null)
}
