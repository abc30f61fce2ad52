import { MINUTES_PER_DAY, type Minute } from '../core/time/minute.ts'
import type { Stamp } from '../core/time/stamp.ts'
import type { FeedState } from '../data/feed-store.ts'
import type { FeedWindow } from '../feeds/feed-window.ts'

/** What a program keeps beside its copy and sends when it asks again. */
export interface Validators {
  readonly etag: string
  /** Last-Modified in epoch seconds, never later than now. */
  readonly modifiedAt: number
}

/** The conditions of a request, as raw headers and a parsed date. */
export interface Conditions {
  readonly ifNoneMatch: string | null
  /** If-Modified-Since in epoch seconds; null where it was left out or is no date. */
  readonly ifModifiedSince: number | null
}

/** Raised when the same duties give other bytes. */
export const FORMAT = 5
const DAYS_OF_NOTICE = 30
const SECONDS = 60
/** Seconds; with the format added, still a minute and more. */
const DATED_BEFORE = 2 * SECONDS

/** Whether its duties may be shown; else its reader is told that it was turned off. */
export function isLive({ link, isEntitled }: FeedState): boolean {
  return link.revokedAt === null && isEntitled
}

/** From when it is gone for good: for 30 days before, it says that it was turned off. Null while it has not ended, as far as is known. */
export function goneFrom({ link }: FeedState): Minute | null {
  return link.revokedAt === null ? null : link.revokedAt + DAYS_OF_NOTICE * MINUTES_PER_DAY
}

/**
 * From stored versions and stamps alone, never from a body. A stamp may lie ahead of the clock by the seconds of its minute, so that
 * the date told is some two minutes before it: no two states of a link have the same date, and none lies ahead of the clock. One that was
 * turned off has another tag and another date than it ever had before, and gets others with other words.
 */
export function validatorsOf(feed: FeedState, window: FeedWindow, now: Minute): Validators {
  const { link } = feed
  const tag = isLive(feed)
    ? `${feed.version}-${window.anchorWeek}`
    : `off-${link.version}-${link.revokedAt ?? now}`
  // Stamps run ahead of the clock where it was set back, or where more changed in a minute than it has seconds.
  const stamp = Math.min(stampOf(feed, window, now), dueStamp(now + 1) - 1)
  return { etag: `"${tag}-${FORMAT}"`, modifiedAt: stamp - DATED_BEFORE + FORMAT }
}

/** Which version of its reader's duties a tag was made of; the link's own goes before it. Null of one that was turned off. */
export function ownDutiesIn(etag: string | null): string | null {
  return /^"\d+\.(\d+)\./.exec(etag ?? '')?.[1] ?? null
}

/**
 * Whether what was asked for is what the program has. If-None-Match wins over If-Modified-Since (RFC 9110 §13.2.2); tags are
 * compared weakly, since proxies weaken them. Only the very date that was told is taken: one of a program's own clock says
 * nothing of what it was given.
 */
export function isUnchanged(asked: Conditions, feed: FeedState, window: FeedWindow, now: Minute): boolean {
  const { etag, modifiedAt } = validatorsOf(feed, window, now)
  if (asked.ifNoneMatch !== null) return tagsIn(asked.ifNoneMatch).some((tag) => tag === '*' || tag === etag)
  return asked.ifModifiedSince === modifiedAt && stampOf(feed, window, now) < dueStamp(now + 1)
}

/** The tags of If-None-Match, without the mark of a weak one; a tag may hold commas. */
function tagsIn(header: string): string[] {
  if (header.trim() === '*') return ['*']
  return header.match(/"[^"]*"/g) ?? []
}

/** Of the last change of what the body is made of; what will be stored of one whose end is first seen now. */
function stampOf(feed: FeedState, window: FeedWindow, now: Minute): Stamp {
  const { link, linkStamp, stamp, leftAt } = feed
  if (link.revokedAt !== null) return linkStamp
  const living = Math.max(stamp, dueStamp(window.monday), leftAt === null ? 0 : dueStamp(leftAt))
  return feed.isEntitled ? living : Math.max(living + 1, now * SECONDS)
}

/** Of what comes by time alone, as a new week does: later than all that changed before that minute, earlier than whatever changes in it. */
function dueStamp(minute: Minute): Stamp {
  return minute * SECONDS - 1
}
