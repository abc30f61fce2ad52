import { type FeedLink, revokeFeedWrites } from '../data/feed-store.ts'
import type { Context } from './context.ts'
import { chainOf, ownLink } from './feed-link-rules.ts'
import { done, type Result } from './refusal.ts'
import { save } from './save.ts'

export interface RevokeFeedLinkInput {
  readonly feedId: string
}

/**
 * Turns a calendar link of one's own account off, of whatever kind and also where the role is lost: 30 days of one notice, then
 * gone. Gives what was ended.
 */
export async function revokeFeedLink(
  ctx: Context,
  { feedId }: RevokeFeedLinkInput,
): Promise<Result<FeedLink>> {
  const found = await ownLink(ctx, feedId)
  if (found.kind === 'refused') return found
  const link = found.value
  const change = { action: 'revoke-feed-link', subjectKind: 'feed', subjectId: feedId }
  const writes = revokeFeedWrites(feedId, link.accountId, ctx.now)
  const failed = await save(ctx, { districtId: chainOf(link), ...change }, writes)
  return failed ?? done(link)
}
