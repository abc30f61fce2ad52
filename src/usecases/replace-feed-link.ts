import { replaceFeedWrites } from '../data/subscription-store.ts'
import { newFeedSecret } from '../identity/feed-secret.ts'
import type { Context } from './context.ts'
import { chainOf, type FeedAddress, feedAddress, linkGate, ownLink } from './feed-link-rules.ts'
import { demandFresh } from './gate.ts'
import { done, type Result, refused } from './refusal.ts'
import { save } from './save.ts'

export interface ReplaceFeedLinkInput {
  readonly feedId: string
}

/** A new address for a link, with the same name and options; the old one ends in the same batch. */
export async function replaceFeedLink(
  ctx: Context,
  { feedId }: ReplaceFeedLinkInput,
): Promise<Result<FeedAddress>> {
  const found = await ownLink(ctx, feedId)
  if (found.kind === 'refused') return found
  const link = found.value
  const isRefused = linkGate(ctx, link) ?? demandFresh(ctx)
  if (isRefused) return isRefused
  const secret = await newFeedSecret(ctx.feedKeys)
  const fresh = { id: ctx.newId(), hash: await ctx.hash(secret) }
  const change = { action: 'replace-feed-link', subjectKind: 'feed', subjectId: fresh.id }
  const what = { districtId: chainOf(link), ...change, before: { feedId } }
  const failed = await save(ctx, what, replaceFeedWrites(feedId, link.accountId, fresh, ctx.now))
  // Pressed twice: the first one has ended it.
  if (failed?.refusal.kind === 'link-used') return refused({ kind: 'not-found' })
  return failed ?? done(feedAddress(ctx, { ...link, id: fresh.id }, secret))
}
