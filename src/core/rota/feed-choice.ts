import type { LineId } from './line.ts'
import type { DistrictId, MunicipalityNumber } from './person.ts'

/** What calendars tell of who has a duty, to others than that doctor: the district's own decision. */
export type CalendarNames = 'names' | 'initials' | 'none'
export const CALENDAR_NAMES: readonly CalendarNames[] = ['names', 'initials', 'none']

/** How a calendar of one's own duties is to be; kept with the link and never in its address. */
export interface OwnFeedOptions {
  /** Shows who is backup behind each of one's own duties, as far as the district lets calendars tell. */
  readonly backup: boolean
  /** Whether home and backup duty show as busy; on-site duty always does. */
  readonly busyAtHome: boolean
  /** How far back duties stay: three months, or twelve for checking pay. */
  readonly monthsBack: 3 | 12
  /** Whole minutes before each duty, at least 1; null = no alarm. */
  readonly alarmMinutesBefore: number | null
}

export const OWN_FEED_OPTIONS: OwnFeedOptions = {
  backup: false,
  busyAtHome: false,
  monthsBack: 3,
  alarmMinutesBefore: null,
}

/** Which duties of a district a calendar holds: all, one line's, or those of the lines that cover a municipality. */
export type FeedScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'line'; readonly lineId: LineId }
  | { readonly kind: 'municipality'; readonly number: MunicipalityNumber }

export interface DistrictFeedOptions {
  readonly scope: FeedScope
}

/** What a calendar link is to. `dispatch` tells the dispatch centre who is on and for which area, always by name. */
export type FeedChoice =
  | { readonly kind: 'own'; readonly options: OwnFeedOptions }
  | {
      readonly kind: 'district' | 'dispatch'
      readonly districtId: DistrictId
      readonly options: DistrictFeedOptions
    }
