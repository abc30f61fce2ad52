import type { FeedChoice } from '../core/rota/feed-choice.ts'
import { MINUTES_PER_DAY, MINUTES_PER_HOUR, type Minute } from '../core/time/minute.ts'
import type { FeedLink } from '../data/feed-store.ts'
import { feedWindow } from '../feeds/feed-window.ts'
import type { Context } from './context.ts'
import { feedStateOf } from './feed-body.ts'
import { ownDutiesIn, validatorsOf } from './feed-validators.ts'

/** A link as its owner sees it: the device it is on, and what that device has. */
export interface CalendarDevice {
  readonly id: string
  readonly label: string
  readonly choice: FeedChoice
  readonly createdAt: Minute
  readonly lastFetchedAt: Minute | null
  /** The family of program that fetched last, see `ClientFamily`. */
  readonly program: string | null
  /** Whether it is given duties; false once the account has lost its place in the district. */
  readonly isOn: boolean
  /** Whether what was fetched last is what the calendar holds now; false before the first fetch. */
  readonly isUpToDate: boolean
  /** Whether the duties of a calendar of one's own are those fetched last, whatever else has changed. */
  readonly hasSameDuties: boolean
  /** Whether it has not been heard from for longer than such a program should be silent. */
  readonly isSilent: boolean
}

/** A living link with what its calendar holds now. */
export async function toDevice(ctx: Context, link: FeedLink): Promise<CalendarDevice> {
  const feed = await feedStateOf(ctx, link.hash)
  const { etag } = feed ? validatorsOf(feed, feedWindow(ctx.now), ctx.now) : { etag: null }
  return {
    id: link.id,
    label: link.label,
    choice: choiceOf(link),
    createdAt: link.createdAt,
    lastFetchedAt: link.lastFetchedAt,
    program: link.lastClient,
    isOn: feed?.isEntitled ?? false,
    isUpToDate: link.lastEtag !== null && link.lastEtag === etag,
    hasSameDuties: ownDutiesIn(link.lastEtag) !== null && ownDutiesIn(link.lastEtag) === ownDutiesIn(etag),
    isSilent: isSilent(link, ctx.now),
  }
}

export function choiceOf(link: FeedLink): FeedChoice {
  return link.kind === 'own'
    ? { kind: 'own', options: link.options }
    : { kind: link.kind, districtId: link.districtId, options: link.options }
}

/**
 * After how long without a fetch somebody should look. A phone and a server ask day and night, a computer may be off over a long
 * weekend; a fetch is noted within the hour.
 */
const SILENT_AFTER: Readonly<Record<string, number>> = {
  google: 2 * MINUTES_PER_DAY,
  microsoft: MINUTES_PER_DAY,
  ios: MINUTES_PER_DAY + MINUTES_PER_HOUR,
  android: 3 * MINUTES_PER_DAY,
  nextcloud: 2 * MINUTES_PER_DAY,
}
const SILENT_AFTER_OTHERWISE = 7 * MINUTES_PER_DAY

export function isSilent(
  { lastFetchedAt, lastClient }: Pick<FeedLink, 'lastFetchedAt' | 'lastClient'>,
  now: Minute,
): boolean {
  if (lastFetchedAt === null) return false
  return now - lastFetchedAt > (SILENT_AFTER[lastClient ?? ''] ?? SILENT_AFTER_OTHERWISE)
}
