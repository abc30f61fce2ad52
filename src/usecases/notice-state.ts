import type { Minute } from '../core/time/minute.ts'
import type { Acknowledgement, StoredNotice } from '../data/change-notice-store.ts'

type Answered = Pick<StoredNotice, 'seen' | 'rung'>

/**
 * Whether a change is known to be known. Of an urgent one: `open` until all of it has begun, then `missed`; `late` when nobody
 * had confirmed it before then. Of any other: `unseen` until it is confirmed, which nobody waits for. The doctor's own word goes before a call.
 */
export type NoticeState = 'open' | 'missed' | 'unseen' | 'seen' | 'rung' | 'late'

export function noticeState(
  { isUrgent, latestAt, seen, rung }: Pick<StoredNotice, 'isUrgent' | 'latestAt'> & Answered,
  now: Minute,
): NoticeState {
  if (seen || rung) {
    const knownAt = Math.min(seen?.at ?? Infinity, rung?.at ?? Infinity)
    if (isUrgent && knownAt > latestAt) return 'late'
    return seen ? 'seen' : 'rung'
  }
  if (!isUrgent) return 'unseen'
  return latestAt > now ? 'open' : 'missed'
}

/** The answer that is told: the doctor's own, else that of a call. */
export function answerTo({ seen, rung }: Answered): Acknowledgement | null {
  return seen ?? rung
}
