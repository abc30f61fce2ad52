import type { Minute } from '../core/time/minute.ts'
import type { Write } from '../data/database.ts'
import { feedBodyWrites, findFeedBody } from '../data/feed-body-store.ts'
import { type FeedState, findFeed } from '../data/feed-store.ts'
import { revokedEvent } from '../feeds/duty-events.ts'
import type { FeedWindow } from '../feeds/feed-window.ts'
import { renderFeed } from '../feeds/ics.ts'
import { rolesThatMay } from '../identity/policy.ts'
import { textFor } from '../text/text.ts'
import type { Context } from './context.ts'
import { feedContent } from './feed-content.ts'
import { bodyPlaceOf } from './feed-place.ts'
import { isLive, validatorsOf } from './feed-validators.ts'

/** A calendar's text with the state of the rota that it was made of, and what is to be stored of it. */
export interface FeedBody {
  readonly feed: FeedState
  readonly text: string
  readonly writes: readonly Write[]
}

const ROLES = {
  district: rolesThatMay('subscribe-district'),
  dispatch: rolesThatMay('subscribe-dispatch'),
}

/** One indexed read by the hash of a secret, with the roles that may subscribe. */
export async function feedStateOf(ctx: Context, hash: string): Promise<FeedState | undefined> {
  return findFeed(ctx.db, hash, ctx.now, ROLES)
}

/** How often a calendar is rendered anew because the rota was published meanwhile. */
const MOST_TURNS = 4

/**
 * The calendar of a living link: as it is stored, else rendered. The version is read before the duties and again after them, so
 * that a text is stored and told under the version that it is of; versions only rise, so that none comes back with other
 * duties. What somebody else has stored while the duties were read is not rendered again. Undefined once the link has ended
 * on the way.
 */
export async function bodyOf(
  ctx: Context,
  first: FeedState,
  window: FeedWindow,
): Promise<FeedBody | undefined> {
  let feed = first
  for (let turn = 1; ; turn++) {
    const { etag } = validatorsOf(feed, window, ctx.now)
    const place = bodyPlaceOf(feed, window, ctx.now)
    const stored = await findFeedBody(ctx.db, place)
    if (stored !== undefined) return { feed, text: stored, writes: [] }
    const content = await feedContent(ctx, feed, window)
    const [after, meanwhile] = await Promise.all([
      feedStateOf(ctx, feed.link.hash),
      findFeedBody(ctx.db, place),
    ])
    if (!after || !isLive(after)) return undefined
    if (validatorsOf(after, window, ctx.now).etag === etag) {
      if (meanwhile !== undefined) return { feed, text: meanwhile, writes: [] }
      const text = renderFeed(content)
      return { feed, text, writes: feedBodyWrites(feed.link.id, place, text, ctx.now) }
    }
    // Newer than its version says, so that it is fetched again; not kept.
    if (turn === MOST_TURNS) return { feed, text: renderFeed(content), writes: [] }
    feed = after
  }
}

/** What stands in the calendar of a link that has ended: one event that says so, for programs keep what they had when nothing is left. */
export function endedBody({ link, language }: FeedState, now: Minute): string {
  const text = textFor(language ?? 'nb').feed
  const events = [revokedEvent(link, link.revokedAt ?? now, text)]
  return renderFeed({ name: text.calendarName([]), events })
}
