import type { DutyForm } from '../rota/line.ts'
import type { FormPiece } from '../rota/need.ts'
import { type DayKind, dayKindsOf } from '../time/day-kind.ts'
import type { Interval } from '../time/interval.ts'
import type { LocalDate } from '../time/local-date.ts'
import { type LocalTime, toMinuteOfDay } from '../time/local-time.ts'
import type { Minute } from '../time/minute.ts'
import { fromWall, toWall } from '../time/oslo.ts'
import { datesTouched } from './count.ts'

/** A part of a duty with one form, on one local date, between two cut points. */
export interface Segment extends Interval {
  readonly form: DutyForm
  readonly date: LocalDate
  readonly dayKind: DayKind
}

/** Cuts form pieces at the agreement's cut points and at local midnight (P40). The segments add up to the pieces, minute for minute. */
export function segmentPieces(pieces: readonly FormPiece[], cutPoints: readonly LocalTime[]): Segment[] {
  return pieces.flatMap((piece) => {
    const cuts = cutsWithin(piece, cutPoints)
    return cuts.slice(1).map((end, index) => toSegment(piece, cuts[index] as Minute, end))
  })
}

function cutsWithin(piece: Interval, cutPoints: readonly LocalTime[]): Minute[] {
  const minutesOfDay = [0, ...cutPoints.map(toMinuteOfDay)]
  const cuts = datesTouched(piece)
    .flatMap((date) => minutesOfDay.map((minuteOfDay) => fromWall(date, minuteOfDay)))
    .filter((cut) => cut > piece.start && cut < piece.end)
  return [...new Set([piece.start, ...cuts, piece.end])].sort((a, b) => a - b)
}

function toSegment(piece: FormPiece, start: Minute, end: Minute): Segment {
  const { date } = toWall(start)
  return { start, end, form: piece.form, date, dayKind: dayKindsOf(date)[0] as DayKind }
}
