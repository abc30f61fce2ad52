import { addWeeks, isoWeekInterval } from '../core/time/iso-week.ts'
import { addMonths } from '../core/time/local-date.ts'
import { MINUTES_PER_DAY, MINUTES_PER_HOUR, type Minute } from '../core/time/minute.ts'
import { dayInterval, toWall } from '../core/time/oslo.ts'
import { writeAll } from '../data/database.ts'
import {
  type FeedLink,
  type FeedState,
  feedBodyWrites,
  feedFetchWrites,
  findFeed,
  findFeedBody,
} from '../data/feed-store.ts'
import { assignmentsOfPerson, type PersonDuty } from '../data/person-duty-store.ts'
import { dutyEvents, type FeedDuty, revokedEvent } from '../feeds/duty-events.ts'
import { type FeedWindow, feedWindow } from '../feeds/feed-window.ts'
import { renderFeed } from '../feeds/ics.ts'
import { textFor } from '../text/text.ts'
import type { Context } from './context.ts'

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
const FORMAT = 1
const DAYS_OF_NOTICE = 30
const MONTHS_AHEAD = 18

/** A person's calendar by its secret: no session, no policy but the secret itself. An unchanged one costs one indexed read. */
export async function serveFeed(ctx: Context, input: ServeFeedInput): Promise<FeedAnswer> {
  const feed = await findFeed(ctx.db, await ctx.hash(input.secret))
  if (!feed) return { kind: 'unknown' }
  const { revokedAt } = feed.link
  if (revokedAt !== null && ctx.now >= revokedAt + DAYS_OF_NOTICE * MINUTES_PER_DAY) return { kind: 'gone' }
  await noteFetch(ctx, feed.link, input.userAgent)
  const window = feedWindow(ctx.now)
  const validators = validatorsOf(feed, window, ctx.now)
  if (isUnchanged(input, validators)) return { kind: 'unchanged', ...validators }
  const text = textFor(feed.language ?? 'nb').feed
  const body =
    revokedAt === null
      ? await bodyOf(ctx, feed, window, validators)
      : renderFeed({
          name: text.calendarName([]),
          events: [revokedEvent(feed.link.id, revokedAt, text)],
        })
  return { kind: 'calendar', body, ...validators }
}

/**
 * From stored versions alone, never from a body. Times are to the minute, so what changed within the minute of an answer
 * must not look unchanged later: once the minute is over, its end is told.
 */
function validatorsOf(feed: FeedState, window: FeedWindow, now: Minute): Validators {
  const { link, version } = feed
  if (link.revokedAt !== null)
    return { etag: `"off-${FORMAT}"`, modifiedAt: Math.min(now, link.revokedAt + 1) }
  const monday = isoWeekInterval(window.anchorWeek).start
  const changedAt = Math.max(feed.modifiedAt ?? 0, link.createdAt, monday)
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

async function bodyOf(
  ctx: Context,
  feed: FeedState,
  window: FeedWindow,
  { etag, modifiedAt }: Validators,
): Promise<string> {
  const { link, rendered, version } = feed
  const text = textFor(feed.language ?? 'nb').feed
  const stored = rendered?.etag === etag ? await findFeedBody(ctx.db, link.id) : undefined
  if (stored !== undefined) return stored
  const until = dayInterval(addMonths(toWall(isoWeekInterval(window.anchorWeek).start).date, MONTHS_AHEAD))
  const duties = await assignmentsOfPerson(ctx.db, link.personId, window.from, until.start)
  const events = dutyEvents({
    feedId: link.id,
    feedCreatedAt: link.createdAt,
    duties: duties.map((duty) => toFeedDuty(ctx, duty)),
    window,
    text,
  })
  const districts = [...new Set(duties.map(({ line }) => line.districtName))].sort()
  const body = renderFeed({ name: text.calendarName(districts), events })
  const validUntil = isoWeekInterval(addWeeks(window.anchorWeek, 1)).start
  await writeAll(ctx.db, feedBodyWrites(link.id, { version, etag, modifiedAt, validUntil }, body))
  return body
}

function toFeedDuty(ctx: Context, { assignment, need, line }: PersonDuty): FeedDuty {
  return {
    // The title is part of the event, so its changes count as the event's own.
    assignment: {
      ...assignment,
      sequence: assignment.sequence + line.titleChanges,
      modifiedAt: Math.max(assignment.modifiedAt, line.titleChangedAt ?? 0),
    },
    need,
    line,
    districtName: line.districtName,
    place: '',
    url: `${ctx.origin}/me/duties`,
    cancelledAt: null,
  }
}

/** Once an hour at most, so that nearly every poll only reads. */
async function noteFetch(ctx: Context, link: FeedLink, userAgent: string | null): Promise<void> {
  if (link.lastFetchedAt !== null && ctx.now - link.lastFetchedAt < MINUTES_PER_HOUR) return
  await writeAll(ctx.db, feedFetchWrites(link.id, ctx.now, clientFamily(userAgent)))
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
