import type { Interval } from '../core/time/interval.ts'
import { type Minute, toUtcText } from '../core/time/minute.ts'
import { fromWall, fromWallText, toWall, toWallText } from '../core/time/oslo.ts'
import type { SpanColumns } from './schema-rota.ts'

/** A span inside a JSON column: wall times, with a fold only in the hour that an autumn repeats. */
export interface StoredSpan {
  readonly start: string
  readonly startFold?: 1
  readonly end: string
  readonly endFold?: 1
}

/** The columns of a span: what the clock on the wall shows, and the instants that follow from it. */
export function toSpanColumns({ start, end }: Interval): SpanColumns {
  const first = toWall(start)
  const last = toWall(end)
  return {
    start_local: toWallText(first),
    start_fold: first.fold,
    start_at: toUtcText(start),
    end_local: toWallText(last),
    end_fold: last.fold,
    end_at: toUtcText(end),
  }
}

/** The span by its wall times; the instants are only there to be searched. */
export function fromSpanColumns(row: SpanColumns): Interval {
  return {
    start: toMinute(row.start_local, row.start_fold === 1),
    end: toMinute(row.end_local, row.end_fold === 1),
  }
}

export function toStoredSpan({ start, end }: Interval): StoredSpan {
  const first = toWall(start)
  const last = toWall(end)
  return {
    start: toWallText(first),
    ...(first.fold === 1 ? { startFold: 1 } : {}),
    end: toWallText(last),
    ...(last.fold === 1 ? { endFold: 1 } : {}),
  }
}

export function fromStoredSpan(span: StoredSpan): Interval {
  return { start: toMinute(span.start, span.startFold === 1), end: toMinute(span.end, span.endFold === 1) }
}

function toMinute(text: string, isSecond: boolean): Minute {
  const { date, minuteOfDay, fold } = fromWallText(text, isSecond ? 1 : 0)
  return fromWall(date, minuteOfDay, fold)
}
