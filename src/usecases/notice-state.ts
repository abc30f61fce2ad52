import type { Minute } from '../core/time/minute.ts'
import type { StoredNotice } from '../data/change-notice-store.ts'

/**
 * Whether a change is known to be known. Of an urgent one: `open` until all of it has begun, then `missed`; `late` when it
 * was confirmed only then. Of any other: `unseen` until it is confirmed, which nobody waits for.
 */
export type NoticeState = 'open' | 'missed' | 'unseen' | 'seen' | 'rung' | 'late'

export function noticeState(
  { isUrgent, latestAt, acknowledged }: Pick<StoredNotice, 'isUrgent' | 'latestAt' | 'acknowledged'>,
  now: Minute,
): NoticeState {
  if (acknowledged) return isUrgent && acknowledged.at > latestAt ? 'late' : acknowledged.how
  if (!isUrgent) return 'unseen'
  return latestAt > now ? 'open' : 'missed'
}
