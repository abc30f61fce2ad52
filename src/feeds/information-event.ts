import { MINUTES_PER_HOUR, type Minute } from '../core/time/minute.ts'
import { type ChangeCount, type EventChanges, stampOf } from './event-stamp.ts'
import type { FeedEvent } from './ics.ts'

export interface Information {
  /** Of the link, never its secret, or of what several links show. */
  readonly feedId: string
  /** It stands in the hour up to here: past at once, so that it is in nobody's way. */
  readonly at: Minute
  readonly summary: string
  readonly description: string
  readonly changes: EventChanges
}

/** The one event of a calendar that has nothing else to show: clients keep what they had when a calendar turns empty. */
export function informationEvent({ feedId, at, changes, ...words }: Information): FeedEvent {
  return {
    uid: `info-${feedId}@legevaktplan`,
    ...stampOf(changes),
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

/** Whatever is made once, at `at`. */
export function madeAt(at: Minute): ChangeCount {
  return { times: 0, at }
}
