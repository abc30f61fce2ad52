import { isoWeekInterval } from '../core/time/iso-week.ts'
import { MINUTES_PER_DAY, MINUTES_PER_HOUR, type Minute } from '../core/time/minute.ts'
import { writeAll } from '../data/database.ts'
import {
  type FeedState,
  feedBodyWrites,
  feedFetchWrites,
  findFeed,
  findFeedBody,
} from '../data/feed-store.ts'
import { revokedEvent } from '../feeds/duty-events.ts'
import { type FeedWindow, feedWindow } from '../feeds/feed-window.ts'
import { renderFeed } from '../feeds/ics.ts'
import { isFeedSecret } from '../identity/feed-secret.ts'
import { rolesThatMay } from '../identity/policy.ts'
import { textFor } from '../text/text.ts'
import type { Context } from './context.ts'
import { feedContent } from './feed-content.ts'

export interface ServeFeedInput {
  readonly secret: string
  /** The raw If-None-Match header. */
  readonly ifNoneMatch: string | null
  /** If-Modified-Since as epoch minutes, rounded down; used only without If-None-Match. */
  readonly ifModifiedSince: Minute | null
  /** The raw User-Agent header, of which only the program's family is kept. */
  readonly userAgent: string | null
}

export type FeedAnswer =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'gone' }
  | ({ readonly kind: 'unchanged' } & Validators)
  | ({ readonly kind: 'calendar'; readonly body: string } & Validators)

interface Validators {
  readonly etag: string
  readonly modifiedAt: Minute
}

/** Raised when the same duties give other bytes. */
const FORMAT = 2
const DAYS_OF_NOTICE = 30

const ROLES = {
  district: rolesThatMay('subscribe-district'),
  dispatch: rolesThatMay('subscribe-dispatch'),
}

/** A calendar by its secret: no session, no policy but the secret itself. An unchanged one costs one indexed read. */
export async function serveFeed(ctx: Context, input: ServeFeedInput): Promise<FeedAnswer> {
  if (!(await isFeedSecret(ctx.feedKeys, input.secret))) return { kind: 'unknown' }
  const feed = await findFeed(ctx.db, await ctx.hash(input.secret), ctx.now, ROLES)
  if (!feed) return { kind: 'unknown' }
  const { revokedAt } = feed.link
  if (revokedAt !== null && ctx.now >= revokedAt + DAYS_OF_NOTICE * MINUTES_PER_DAY) return { kind: 'gone' }
  const window = feedWindow(ctx.now)
  const validators = validatorsOf(feed, window, ctx.now)
  await noteFetch(ctx, feed, input, validators.etag)
  if (isUnchanged(input, validators)) return { kind: 'unchanged', ...validators }
  return { kind: 'calendar', body: await bodyOf(ctx, feed, window, validators.etag), ...validators }
}

/** Whether its duties may be shown; else its reader is told that it was turned off. */
function isLive({ link, isEntitled }: FeedState): boolean {
  return link.revokedAt === null && isEntitled
}

/**
 * From stored versions alone, never from a body. Times are to the minute, so what changed within the minute of an answer
 * must not look unchanged later: once the minute is over, its end is told.
 */
export function validatorsOf(feed: FeedState, window: FeedWindow, now: Minute): Validators {
  const { link, version } = feed
  if (!isLive(feed))
    return { etag: `"off-${FORMAT}"`, modifiedAt: Math.min(now, (link.revokedAt ?? now) + 1) }
  const monday = isoWeekInterval(window.anchorWeek).start
  const changedAt = Math.max(feed.modifiedAt ?? 0, link.changedAt, monday)
  return {
    etag: `"${version}-${window.anchorWeek}-${FORMAT}"`,
    modifiedAt: Math.min(now, changedAt + 1),
  }
}

/** If-None-Match wins over If-Modified-Since (RFC 9110 §13.2.2); tags are compared weakly, since proxies weaken them. */
function isUnchanged(input: ServeFeedInput, { etag, modifiedAt }: Validators): boolean {
  if (input.ifNoneMatch !== null) {
    const tags = input.ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
    return tags.includes(etag) || tags.includes('*')
  }
  return input.ifModifiedSince !== null && input.ifModifiedSince >= modifiedAt
}

async function bodyOf(ctx: Context, feed: FeedState, window: FeedWindow, etag: string): Promise<string> {
  const { link } = feed
  if (!isLive(feed)) {
    const text = textFor(feed.language ?? 'nb').feed
    const events = [revokedEvent(link.id, link.revokedAt ?? link.changedAt, text)]
    return renderFeed({ name: text.calendarName([]), events })
  }
  const stored = feed.renderedEtag === etag ? await findFeedBody(ctx.db, link.id, etag) : undefined
  if (stored !== undefined) return stored
  const body = renderFeed(await feedContent(ctx, feed, window))
  await writeAll(ctx.db, feedBodyWrites(link.id, etag, body))
  return body
}

/** Once an hour, and when a new version is fetched: nearly every poll only reads. */
async function noteFetch(
  ctx: Context,
  { link }: FeedState,
  input: ServeFeedInput,
  etag: string,
): Promise<void> {
  const isRecent = link.lastFetchedAt !== null && ctx.now - link.lastFetchedAt < MINUTES_PER_HOUR
  if (isRecent && link.lastEtag === etag) return
  const fetch = { at: ctx.now, client: clientFamily(input.userAgent), validator: validatorIn(input), etag }
  await writeAll(ctx.db, feedFetchWrites(link.id, fetch))
}

function validatorIn({ ifNoneMatch, ifModifiedSince }: ServeFeedInput): string {
  if (ifNoneMatch !== null) return ifModifiedSince === null ? 'tag' : 'both'
  return ifModifiedSince === null ? 'none' : 'date'
}

const FAMILIES: readonly (readonly [RegExp, string])[] = [
  [/google/i, 'Google'],
  [/microsoft|outlook|exchange/i, 'Microsoft'],
  [/ios|iphone|dataaccessd/i, 'iOS'],
  [/mac ?os|calendaragent/i, 'macOS'],
  [/thunderbird|lightning/i, 'Thunderbird'],
  [/evolution|gnome/i, 'GNOME'],
  [/davx5|icsx5|android/i, 'Android'],
]

function clientFamily(userAgent: string | null): string | null {
  return FAMILIES.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1] ?? null
}
