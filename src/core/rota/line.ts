import type { DayKind } from '../time/day-kind.ts'
import type { DateRange, LocalDate, Weekday } from '../time/local-date.ts'
import type { LocalTime } from '../time/local-time.ts'
import type { DistrictId } from './person.ts'

export type LineId = string

/** Home duty (on call off site), on-site duty (at the station), backup behind another doctor. */
export type DutyForm = 'home' | 'on-site' | 'backup'
export const DUTY_FORMS: readonly DutyForm[] = ['home', 'on-site', 'backup']

/** One thread of cover owned by a district. */
export interface Line {
  readonly id: LineId
  readonly name: string
  /** Short sign for the board and the feed, e.g. "H1". */
  readonly code: string
  readonly form: DutyForm
  readonly areas: readonly string[]
  /** Where its doctors meet; left out = not told. */
  readonly place?: string
  /** Other districts this line also serves. */
  readonly serves: readonly DistrictId[]
  /** One person may hold two duties at once only on lines of the same class; null = never. */
  readonly overlapClass: string | null
  /** The first lines that a backup line stands behind; empty for a first line. */
  readonly behind: readonly LineId[]
  /** A conditional backup is needed only while the first line's holder may not work alone. */
  readonly conditional: boolean
  readonly templates: readonly TemplateVersion[]
}

/** What a line demands between two dates. Overrides replace all windows of their date; none means no demand. */
export interface TemplateVersion extends DateRange {
  readonly windows: readonly TemplateWindow[]
  readonly overrides: readonly { readonly date: LocalDate; readonly windows: readonly TemplateWindow[] }[]
  /** First and last-but-one date of summer hours each year, 'MM-DD', end exclusive; null = none. */
  readonly summer: { readonly from: string; readonly to: string } | null
}

/** Blocks a line wants held by one doctor: the needs of one weekend, or of one week from Monday. */
export type BlockKind = 'weekend' | 'week'
export const BLOCKS: readonly BlockKind[] = ['weekend', 'week']

/** One duty of a day: starts on the day at `start`, ends `endDay` days later at `end` (exclusive). */
export interface TemplateWindow {
  /** Unique in its version; part of the need's id. */
  readonly key: string
  readonly name: string
  readonly dayKinds: readonly DayKind[]
  /** Narrows the day kinds to these weekdays, as a weekend that begins on Friday needs; absent = every one of them. */
  readonly weekdays?: readonly Weekday[]
  readonly start: LocalTime
  readonly end: LocalTime
  readonly endDay: number
  /** How many doctors at once. */
  readonly number: number
  /** Parts by form inside the duty; empty = the line's form throughout. */
  readonly pieces: readonly TemplatePiece[]
  /** The paid span when it differs from the duty. */
  readonly paid: TemplateSpan | null
  readonly block: BlockKind | null
}

/** A span told from the duty's first day. End exclusive. */
export interface TemplateSpan {
  readonly startDay: number
  readonly start: LocalTime
  readonly endDay: number
  readonly end: LocalTime
}

export interface TemplatePiece extends TemplateSpan {
  readonly form: DutyForm
}
