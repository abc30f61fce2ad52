import { MINUTES_PER_HOUR } from '../core/time/minute.ts'
import { type Write, writeAll } from '../data/database.ts'
import { type FeedState, feedFetchWrites, revokeFeedWrites } from '../data/feed-store.ts'
import { clientFamily, isOnlyLooking } from '../feeds/client-family.ts'
import { type FeedWindow, feedWindow } from '../feeds/feed-window.ts'
import { isFeedSecret } from '../identity/feed-secret.ts'
import type { Context } from './context.ts'
import { bodyOf, endedBody, feedStateOf } from './feed-body.ts'
import {
  type Conditions,
  goneFrom,
  isLive,
  isUnchanged,
  type Validators,
  validatorsOf,
} from './feed-validators.ts'

export interface ServeFeedInput extends Conditions {
  readonly secret: string
  /** Whose address it stands in: an own calendar's, or a district's for subscribers and the dispatch centre. */
  readonly address: 'own' | 'district'
  /** Asks what would be answered, without the calendar itself. */
  readonly isHead: boolean
  /** The raw headers, of which only the program's family is kept. */
  readonly userAgent: string | null
  readonly accept: string | null
}

export type FeedAnswer =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'gone' }
  | ({ readonly kind: 'unchanged' } & Validators)
  /** The body is empty where only the head was asked for. */
  | ({ readonly kind: 'calendar'; readonly body: string } & Validators)

/**
 * A calendar by its secret: no session, no policy but the secret itself. A forged one is refused without the database, an
 * unchanged calendar costs one indexed read. @throws when the database does not answer, or a calendar can't be rendered.
 */
export async function serveFeed(ctx: Context, input: ServeFeedInput): Promise<FeedAnswer> {
  if (!(await isFeedSecret(ctx.feedKeys, input.secret))) return { kind: 'unknown' }
  const feed = await feedStateOf(ctx, await ctx.hash(input.secret))
  if (!feed || (feed.link.kind === 'own') !== (input.address === 'own')) return { kind: 'unknown' }
  const window = feedWindow(ctx.now, feed.link.kind === 'own' ? feed.link.options.monthsBack : undefined)
  const { answer, writes } = isLive(feed)
    ? await serveLiving(ctx, feed, window, input)
    : serveEnded(ctx, feed, window, input)
  await writeAside(ctx, feed, writes)
  return answer
}

interface Served {
  readonly answer: FeedAnswer
  readonly writes: readonly Write[]
}

async function serveLiving(
  ctx: Context,
  found: FeedState,
  window: FeedWindow,
  input: ServeFeedInput,
): Promise<Served> {
  const validators = validatorsOf(found, window, ctx.now)
  const noted = fetchWrites(ctx, found, input, validators)
  if (isUnchanged(input, found, window, ctx.now))
    return { answer: { kind: 'unchanged', ...validators }, writes: noted }
  if (input.isHead) return { answer: { kind: 'calendar', body: '', ...validators }, writes: [] }
  const body = await bodyOf(ctx, found, window)
  // It has ended since it was found.
  if (!body) return serveEnded(ctx, { ...found, isEntitled: false }, window, input)
  const told = validatorsOf(body.feed, window, ctx.now)
  const answer = { kind: 'calendar', body: body.text, ...told } as const
  return { answer, writes: [...body.writes, ...fetchWrites(ctx, body.feed, input, told)] }
}

/** Thirty days of one notice, then gone. One that nobody has ended in words, as when a role was lost, ends when it is first seen. */
function serveEnded(ctx: Context, feed: FeedState, window: FeedWindow, input: ServeFeedInput): Served {
  const { link } = feed
  const writes = link.revokedAt === null ? revokeFeedWrites(link.id, link.accountId, ctx.now) : []
  const until = goneFrom(feed)
  if (until !== null && ctx.now >= until) return { answer: { kind: 'gone' }, writes }
  const validators = validatorsOf(feed, window, ctx.now)
  if (isUnchanged(input, feed, window, ctx.now))
    return { answer: { kind: 'unchanged', ...validators }, writes }
  const body = input.isHead ? '' : endedBody(feed, ctx.now)
  return { answer: { kind: 'calendar', body, ...validators }, writes }
}

/** Once an hour, and when a new version is fetched: nearly every poll only reads. Whoever only looks has not fetched it. */
function fetchWrites(
  ctx: Context,
  { link }: FeedState,
  input: ServeFeedInput,
  { etag }: Validators,
): readonly Write[] {
  const age = link.lastFetchedAt === null ? null : ctx.now - link.lastFetchedAt
  // Less than nothing once the clock was set back.
  const isRecent = age !== null && age >= 0 && age < MINUTES_PER_HOUR
  if (isRecent && link.lastEtag === etag) return []
  if (input.isHead || isOnlyLooking(input.userAgent, input.accept)) return []
  const client = clientFamily(input.userAgent)
  return feedFetchWrites(link.id, { at: ctx.now, client, validator: validatorIn(input), etag })
}

function validatorIn({ ifNoneMatch, ifModifiedSince }: Conditions): string {
  if (ifNoneMatch !== null) return ifModifiedSince === null ? 'tag' : 'both'
  return ifModifiedSince === null ? 'none' : 'date'
}

/** What is stored beside the answer is made again at the next request, so that the answer does not depend on it. */
async function writeAside(ctx: Context, { link }: FeedState, writes: readonly Write[]): Promise<void> {
  if (writes.length === 0) return
  await writeAll(ctx.db, writes).catch((fault) => {
    console.error(`${ctx.requestId} nothing was stored beside the answer of calendar ${link.id}`, fault)
  })
}
