import type { Cell, Slice } from '../core/rota/assignment.ts'
import type { DutyForm, Line } from '../core/rota/line.ts'
import type { Need } from '../core/rota/need.ts'
import { type Interval, subtractIntervals } from '../core/time/interval.ts'
import { addDays, type LocalDate } from '../core/time/local-date.ts'
import { dayInterval } from '../core/time/oslo.ts'

/** One part of one place as the board draws it: held by somebody, or open. */
export interface Entry {
  readonly need: Need
  readonly line: Line
  readonly seat: number
  readonly part: Interval
  /** Null where nobody holds the part. */
  readonly slice: Slice | null
  readonly cell: Cell | undefined
  /** Whether it is a part of the duty only. */
  readonly isPart: boolean
  /** Open by intention: a conditional backup that nobody needs, as far as the rules have found. */
  readonly isIdle: boolean
  /** Stands beside the draft, on days or lines that are not its own: shown, and neither counted nor changed there. */
  readonly isBeside: boolean
}

/** A place with what stands in it. */
export interface Place extends Pick<Entry, 'need' | 'line' | 'seat' | 'cell' | 'isBeside'> {
  /** Whether a rule asks for somebody here, which matters for a conditional backup only. */
  readonly isAsked: boolean
}

/** The parts of a place as the board draws them: what is held, by start, then what is open. */
export function entriesOfPlace({ isAsked, ...place }: Place): Entry[] {
  const { need, line, cell } = place
  const slices = [...(cell?.slices ?? [])].sort((a, b) => a.start - b.start)
  const isIdle = line.conditional && slices.length === 0 && !isAsked
  const entry = (part: Interval, slice: Slice | null): Entry => ({
    ...place,
    part,
    slice,
    isPart: part.start > need.start || part.end < need.end,
    isIdle,
  })
  const open = subtractIntervals(
    [{ start: need.start, end: need.end }],
    slices.filter((slice) => !slice.shadowing),
  )
  return [...slices.map((slice) => entry(slice, slice)), ...open.map((part) => entry(part, null))]
}

/** The forms in a duty, each once, in the order they come. */
export function formsOf(need: Need): DutyForm[] {
  return [...new Set(need.pieces.map((piece) => piece.form))]
}

/** The later dates that a part fills: those where it lasts past noon. A night that ends at 08:00 does not. */
export function carriedDates({ need, part }: Pick<Entry, 'need' | 'part'>): LocalDate[] {
  const dates: LocalDate[] = []
  for (
    let date = addDays(need.date, 1);
    dayInterval(date).start + 12 * 60 < part.end;
    date = addDays(date, 1)
  )
    dates.push(date)
  return dates
}
