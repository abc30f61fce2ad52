import type { FeedChoice } from '../core/rota/feed-choice.ts'
import { findDistrict } from '../data/district-store.ts'
import { choiceOf } from './calendar-device.ts'
import type { Context } from './context.ts'
import { linkGate, ownLink } from './feed-link-rules.ts'
import { done, type Result, refused } from './refusal.ts'
import { type SubscribedDistrict, toSubscribedDistrict } from './subscribed-district.ts'

export interface FeedLinkValue {
  readonly id: string
  readonly label: string
  readonly choice: FeedChoice
  /** What a calendar of the district can be of; null for one of one's own duties. */
  readonly district: SubscribedDistrict | null
}

/** One living link of one's own account, to be changed. */
export async function showFeedLink(
  ctx: Context,
  { feedId }: { readonly feedId: string },
): Promise<Result<FeedLinkValue>> {
  const found = await ownLink(ctx, feedId)
  if (found.kind === 'refused') return found
  const link = found.value
  const isRefused = linkGate(ctx, link)
  if (isRefused) return isRefused
  const shown = { id: link.id, label: link.label, choice: choiceOf(link) }
  if (link.kind === 'own') return done({ ...shown, district: null })
  const district = await findDistrict(ctx.db, link.districtId)
  return district
    ? done({ ...shown, district: toSubscribedDistrict(district) })
    : refused({ kind: 'not-found' })
}
