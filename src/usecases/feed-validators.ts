import { MINUTES_PER_DAY, type Minute } from '../core/time/minute.ts'
import type { FeedState } from '../data/feed-store.ts'
import type { FeedWindow } from '../feeds/feed-window.ts'
import { LANGUAGES } from '../text/language.ts'

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

/** Whether its duties may be shown; else its reader is told that it was turned off. */
export function isLive({ link, isEntitled }: FeedState): boolean {
  return link.revokedAt === null && isEntitled
}

/** From when it is gone for good: for 30 days before, it says that it was turned off. Null while it has not ended, as far as is known. */
export function goneFrom({ link }: FeedState): Minute | null {
  return link.revokedAt === null ? null : link.revokedAt + DAYS_OF_NOTICE * MINUTES_PER_DAY
}

/**
 * From stored versions alone, never from a body. Times are stored to the minute, so that the count of changes stands in the
 * seconds of the minute before: two changes of one minute have two dates, and none lies ahead of the clock. One that was turned off has
 * another tag and another date than it ever had before, and in each language others.
 */
export function validatorsOf(feed: FeedState, window: FeedWindow, now: Minute): Validators {
  const { link, language } = feed
  const isOn = isLive(feed)
  const words = LANGUAGES.indexOf(language ?? 'nb')
  const count = feed.changes + FORMAT + (isOn ? 0 : 1 + words)
  const modifiedAt = (changedAt(feed, window, now) - 1) * SECONDS + (count % SECONDS)
  return {
    etag: isOn
      ? `"${feed.version}-${window.anchorWeek}-${FORMAT}"`
      : `"off-${link.revokedAt ?? now}-${words}-${FORMAT}"`,
    // A clock that was set back is behind what was stored.
    modifiedAt: Math.min(modifiedAt, now * SECONDS),
  }
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
  return asked.ifModifiedSince === modifiedAt && changedAt(feed, window, now) <= now
}

/** The tags of If-None-Match, without the mark of a weak one; a tag may hold commas. */
function tagsIn(header: string): string[] {
  if (header.trim() === '*') return ['*']
  return header.match(/"[^"]*"/g) ?? []
}

/** The last minute that anything of it changed in. */
function changedAt({ link, modifiedAt, isEntitled }: FeedState, window: FeedWindow, now: Minute): Minute {
  const endedAt = link.revokedAt ?? (isEntitled ? 0 : now)
  return Math.max(modifiedAt ?? 0, link.changedAt, window.monday, endedAt)
}
