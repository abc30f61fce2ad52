import { type DayKind, dayKindsOf } from '../time/day-kind.ts'
import type { Interval } from '../time/interval.ts'
import { isoWeekOf } from '../time/iso-week.ts'
import { addDays, datesIn, holdsOn, type LocalDate, type Weekday, weekdayOf } from '../time/local-date.ts'
import { toMinuteOfDay } from '../time/local-time.ts'
import { MINUTES_PER_DAY } from '../time/minute.ts'
import { fromWall } from '../time/oslo.ts'
import type {
  BlockKind,
  DutyForm,
  Line,
  LineId,
  TemplateSpan,
  TemplateVersion,
  TemplateWindow,
} from './line.ts'

/** `<line>.<date>.<window key>`: the same template and date give the same id. */
export type NeedId = string
export type BlockId = string

/** No duty is longer than this (72 hours), so none that reaches into a date begins further before it; longer stretches are blocks of needs. */
export const LONGEST_NEED_DAYS = 3
export const LONGEST_NEED_MINUTES = LONGEST_NEED_DAYS * MINUTES_PER_DAY

export interface FormPiece extends Interval {
  readonly form: DutyForm
}

/** What a line demands: the smallest thing that can be assigned or swapped. */
export interface Need extends Interval {
  readonly id: NeedId
  readonly lineId: LineId
  readonly name: string
  /** Local date on which it starts. */
  readonly date: LocalDate
  readonly number: number
  readonly pieces: readonly FormPiece[]
  readonly paid: Interval
  readonly blockId: BlockId | null
}

/** The needs of a line that start on a date from `from` (inclusive) to `to` (exclusive), by start. */
export function needsOf(line: Line, from: LocalDate, to: LocalDate): Need[] {
  return datesIn({ from, to })
    .flatMap((date) => windowsOn(line, date).map((window) => toNeed(line, window, date)))
    .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))
}

/** The template windows of a line on a date: a single-date override, else the most specific day kind that has any. */
export function windowsOn(line: Line, date: LocalDate): readonly TemplateWindow[] {
  const version = line.templates.find((candidate) => holdsOn(candidate, date))
  if (!version) return []
  const override = version.overrides.find((candidate) => candidate.date === date)
  if (override) return override.windows
  return windowsByKind(version, dayKindsOf(date, version.summer), weekdayOf(date))
}

function windowsByKind(
  version: TemplateVersion,
  kinds: readonly DayKind[],
  weekday: Weekday,
): readonly TemplateWindow[] {
  const possible = version.windows.filter(
    ({ weekdays }) => weekdays === undefined || weekdays.includes(weekday),
  )
  for (const kind of kinds) {
    const windows = possible.filter((window) => window.dayKinds.includes(kind))
    if (windows.length > 0) return windows
  }
  return []
}

/** Whether two forms of one need ask for the same, and are called the same. */
export function isSameNeed(a: Need, b: Need): boolean {
  return (
    a.lineId === b.lineId &&
    a.name === b.name &&
    a.number === b.number &&
    a.blockId === b.blockId &&
    isSameSpan(a, b) &&
    isSameSpan(a.paid, b.paid) &&
    a.pieces.length === b.pieces.length &&
    a.pieces.every((piece, index) => {
      const other = b.pieces[index] as FormPiece
      return piece.form === other.form && isSameSpan(piece, other)
    })
  )
}

function isSameSpan(a: Interval, b: Interval): boolean {
  return a.start === b.start && a.end === b.end
}

function toNeed(line: Line, window: TemplateWindow, date: LocalDate): Need {
  const span = spanOn({ startDay: 0, start: window.start, endDay: window.endDay, end: window.end }, date)
  const pieces = window.pieces.map((piece) => ({ form: piece.form, ...spanOn(piece, date) }))
  return {
    ...span,
    id: `${line.id}.${date}.${window.key}`,
    lineId: line.id,
    name: window.name,
    date,
    number: window.number,
    pieces: pieces.length > 0 ? pieces : [{ form: line.form, ...span }],
    paid: window.paid ? spanOn(window.paid, date) : span,
    blockId: window.block ? blockIdOf(line.id, window.block, date) : null,
  }
}

function spanOn(span: TemplateSpan, date: LocalDate): Interval {
  return {
    start: fromWall(addDays(date, span.startDay), toMinuteOfDay(span.start)),
    end: fromWall(addDays(date, span.endDay), toMinuteOfDay(span.end)),
  }
}

function blockIdOf(lineId: LineId, kind: BlockKind, date: LocalDate): BlockId {
  return `${lineId}.${isoWeekOf(date)}.${kind}`
}
