import type { Assignment, CellRef, Slice } from '../rota/assignment.ts'
import type { Need } from '../rota/need.ts'
import { clip, type Interval, intersection, minutesOf } from '../time/interval.ts'
import type { Minute } from '../time/minute.ts'
import { isSameSlice } from './edit.ts'

/** What a change of the timeline says of itself in every row it opens. */
export interface ChangeStamp {
  /** The revision the change makes. */
  readonly revision: number
  readonly by: string
  readonly now: Minute
  readonly reason: string
  readonly newId: () => string
}

/** The assignments that end and those that begin. */
export interface TimelineChange {
  readonly close: readonly Assignment[]
  readonly open: readonly Assignment[]
}

export interface WantedCell extends CellRef {
  readonly slices: readonly Slice[]
  readonly note: string
  /** The duty itself asks for something else than before: every row of it is entered anew. Left out = it does not. */
  readonly needChange?: NeedChange
}

export interface NeedChange {
  readonly before: Need
  readonly after: Need
}

/**
 * From the current assignments of one place to what it is to hold. An unchanged slice keeps its row. Whoever stays with
 * other times, kind or note continues the chain; its sequence and time grow when a calendar shows something else than
 * before, and stay when only the record changed. A new holder starts a chain and names the row it took the most minutes
 * from. Each row is continued once, so that no chain holds two rows at a time.
 */
export function changeCell(
  current: readonly Assignment[],
  wanted: WantedCell,
  stamp: ChangeStamp,
): TimelineChange {
  const isKept = (row: Assignment, slice: Slice) =>
    !wanted.needChange && row.note === wanted.note && isSameSlice(row, slice)
  const { rest: close, left } = pair(current, wanted.slices, isKept)
  const { pairs, left: fresh } = pair(close, left, isSameHolder)
  return {
    close,
    open: [
      ...pairs.map(([row, slice]) => continued(row, slice, wanted, stamp)),
      ...fresh.map((slice) => started(slice, close, wanted, stamp)),
    ],
  }
}

interface Pairing {
  readonly pairs: readonly (readonly [Assignment, Slice])[]
  readonly rest: readonly Assignment[]
  readonly left: readonly Slice[]
}

/** Pairs each slice with the matching row it shares most minutes with; each row is taken once. */
function pair(
  rows: readonly Assignment[],
  slices: readonly Slice[],
  matches: (row: Assignment, slice: Slice) => boolean,
): Pairing {
  const pairs: (readonly [Assignment, Slice])[] = []
  let rest = rows
  const left: Slice[] = []
  for (const slice of slices) {
    const row = mostShared(
      rest.filter((candidate) => matches(candidate, slice)),
      slice,
    )
    if (row) pairs.push([row, slice])
    else left.push(slice)
    rest = rest.filter((candidate) => candidate !== row)
  }
  return { pairs, rest, left }
}

function isSameHolder(row: Assignment, slice: Slice): boolean {
  if (slice.personId !== null) return row.personId === slice.personId
  return row.personId === null && row.positionId === slice.positionId
}

function mostShared(rows: readonly Assignment[], slice: Slice): Assignment | undefined {
  return rows.reduce<Assignment | undefined>(
    (most, row) => (most === undefined || shared(row, slice) > shared(most, slice) ? row : most),
    undefined,
  )
}

function shared(row: Assignment, slice: Slice): number {
  const common = intersection(row, slice)
  return common ? minutesOf(common) : 0
}

function continued(row: Assignment, slice: Slice, cell: WantedCell, stamp: ChangeStamp): Assignment {
  const isSeen =
    !isSameSpan(row, slice) ||
    row.shadowing !== slice.shadowing ||
    (cell.needChange !== undefined && looksOther(cell.needChange, slice))
  return {
    ...rowOf(stamp.newId(), slice, cell, stamp),
    chainId: row.chainId,
    sequence: row.sequence + (isSeen ? 1 : 0),
    // A clock that was set back takes no change back.
    modifiedAt: isSeen ? Math.max(row.modifiedAt, stamp.now) : row.modifiedAt,
    replaces: row.id,
  }
}

/** Whether the duty looks other than before to somebody who holds `slice` of it: its forms, or the whole it is a part of. */
function looksOther({ before, after }: NeedChange, slice: Slice): boolean {
  const isPart = !isSameSpan(before, slice) || !isSameSpan(after, slice)
  return (isPart && !isSameSpan(before, after)) || formsIn(before, slice) !== formsIn(after, slice)
}

function formsIn({ pieces }: Need, slice: Interval): string {
  const parts = pieces.flatMap((piece) =>
    clip([piece], slice).map(({ start, end }) => [start, end, piece.form] as const),
  )
  return JSON.stringify(parts.sort(([a], [b]) => a - b))
}

function isSameSpan(a: Interval, b: Interval): boolean {
  return a.start === b.start && a.end === b.end
}

function started(
  slice: Slice,
  closed: readonly Assignment[],
  cell: WantedCell,
  stamp: ChangeStamp,
): Assignment {
  const former = mostShared(
    closed.filter((row) => shared(row, slice) > 0),
    slice,
  )
  return { ...rowOf(stamp.newId(), slice, cell, stamp), replaces: former?.id ?? null }
}

function rowOf(id: string, slice: Slice, cell: WantedCell, stamp: ChangeStamp): Assignment {
  return {
    id,
    chainId: id,
    needId: cell.needId,
    seat: cell.seat,
    start: slice.start,
    end: slice.end,
    personId: slice.personId,
    positionId: slice.positionId,
    origin: slice.origin,
    shadowing: slice.shadowing,
    revisionFrom: stamp.revision,
    revisionTo: null,
    sequence: 0,
    modifiedAt: stamp.now,
    enteredBy: stamp.by,
    reason: stamp.reason,
    replaces: null,
    note: cell.note,
  }
}
