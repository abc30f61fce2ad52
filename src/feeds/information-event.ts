import { MINUTES_PER_HOUR, type Minute } from '../core/time/minute.ts'
import type { Stamp } from '../core/time/stamp.ts'
import { stampOf } from './event-stamp.ts'
import type { FeedEvent } from './ics.ts'

export interface Information {
  /** Of the link, never its secret, or of what several links show. */
  readonly feedId: string
  /** It stands in the hour up to here: past at once, so that it is in nobody's way. */
  readonly at: Minute
  readonly summary: string
  readonly description: string
  readonly stamp: Stamp
}

/** The one event of a calendar that has nothing else to show: clients keep what they had when a calendar turns empty. */
export function informationEvent({ feedId, at, stamp, ...words }: Information): FeedEvent {
  return {
    uid: `info-${feedId}@legevaktplan`,
    ...stampOf(stamp),
    start: at - MINUTES_PER_HOUR,
    end: at,
    ...words,
    location: '',
    category: '',
    isCancelled: false,
    isBusy: false,
    url: null,
    alarmMinutesBefore: null,
  }
}

export interface ConnectedLink {
  readonly createdAt: Minute
  readonly textStamp: Stamp
}

/** Of the notice that the link works: when it was made, or its words changed last. */
export function connectedStamp({ createdAt, textStamp }: ConnectedLink): Stamp {
  return Math.max(startOf(createdAt), textStamp)
}

export function startOf(minute: Minute): Stamp {
  return minute * 60
}
