import type { FeedScope } from '../core/rota/feed-choice.ts'
import type { Minute } from '../core/time/minute.ts'
import type { BodyPlace } from '../data/feed-body-store.ts'
import type { FeedLink, FeedState } from '../data/feed-store.ts'
import type { FeedWindow } from '../feeds/feed-window.ts'
import { FORMAT, validatorsOf } from './feed-validators.ts'

export type DistrictLink = Exclude<FeedLink, { kind: 'own' }>

/**
 * Where the text of a living link is kept. Links to a district hold the same where they chose the same, and their readers have the
 * same language and since the same change, or never had another: that is told by each event.
 */
export function bodyPlaceOf(feed: FeedState, window: FeedWindow, now: Minute): BodyPlace {
  const { link, language, districtVersion } = feed
  if (link.kind === 'own') return { key: link.id, state: validatorsOf(feed, window, now).etag }
  return {
    key: JSON.stringify([...contentOf(link), language ?? 'nb', link.textStamp]),
    state: `${districtVersion}-${window.anchorWeek}-${FORMAT}`,
  }
}

/** What the calendar of a link to a district shows, whoever reads it. */
export function contentOf({ kind, districtId, options }: DistrictLink): readonly string[] {
  return [kind, districtId, ...partOf(options.scope)]
}

function partOf(scope: FeedScope): string[] {
  if (scope.kind === 'all') return [scope.kind]
  return [scope.kind, scope.kind === 'line' ? scope.lineId : scope.number]
}
