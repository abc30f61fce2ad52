import type { HeldTime } from '../rota/duty-change.ts'
import type { FormPiece, NeedId } from '../rota/need.ts'
import { type Interval, intersection, minutesOf } from '../time/interval.ts'

/** What one doctor holds of one duty. */
export interface Holding extends HeldTime {
  readonly chainId: string
  readonly needId: NeedId
}

/** Gained (before null), lost (after null) or moved. */
export interface HoldingChange<H> {
  readonly before: H | null
  readonly after: H | null
}

/**
 * What one doctor's holdings became, by start. A change of times, of forms within them or of who counts is a change;
 * another seat of the same duty is none. What one chain or one duty says both before and after is moved, not lost and gained.
 */
export function holdingChanges<H extends Holding>(
  before: readonly H[],
  after: readonly H[],
): HoldingChange<H>[] {
  const unchanged = paired(before, after, (was, is) => was.needId === is.needId && isSameTime(was, is))
  const kept = paired(unchanged.before, unchanged.after, (was, is) => was.chainId === is.chainId)
  const moved = paired(kept.before, kept.after, (was, is) => was.needId === is.needId)
  return [
    ...[...kept.pairs, ...moved.pairs].map(([was, is]) => ({ before: was, after: is })),
    ...moved.before.map((was) => ({ before: was, after: null })),
    ...moved.after.map((is) => ({ before: null, after: is })),
  ].sort((a, b) => firstStart(a) - firstStart(b))
}

/** The pieces of a duty that lie within the time held of it. */
export function piecesWithin(pieces: readonly FormPiece[], held: Interval): FormPiece[] {
  return pieces.flatMap((piece) => {
    const own = intersection(piece, held)
    return own ? [{ form: piece.form, ...own }] : []
  })
}

interface Paired<H> {
  readonly pairs: readonly (readonly [H, H])[]
  readonly before: readonly H[]
  readonly after: readonly H[]
}

function paired<H extends Holding>(
  before: readonly H[],
  after: readonly H[],
  matches: (was: H, is: H) => boolean,
): Paired<H> {
  const pairs: (readonly [H, H])[] = []
  const left = new Set(before)
  const fresh: H[] = []
  for (const is of after) {
    const was = nearest(
      [...left].filter((candidate) => matches(candidate, is)),
      is,
    )
    if (was) pairs.push([was, is])
    else fresh.push(is)
    if (was) left.delete(was)
  }
  return { pairs, before: [...left], after: fresh }
}

/** The one that shares most minutes with the other; the first of equals. */
function nearest<H extends Interval>(candidates: readonly H[], other: Interval): H | undefined {
  const shared = (held: Interval) => minutesOf(intersection(held, other) ?? { start: 0, end: 0 })
  return candidates.reduce<H | undefined>(
    (most, held) => (most === undefined || shared(held) > shared(most) ? held : most),
    undefined,
  )
}

function isSameTime(a: HeldTime, b: HeldTime): boolean {
  return a.shadowing === b.shadowing && isSameSpan(a, b) && isSamePieces(a.pieces, b.pieces)
}

function isSamePieces(a: readonly FormPiece[], b: readonly FormPiece[]): boolean {
  return (
    a.length === b.length &&
    a.every((piece, index) => {
      const other = b[index] as FormPiece
      return piece.form === other.form && isSameSpan(piece, other)
    })
  )
}

const isSameSpan = (a: Interval, b: Interval) => a.start === b.start && a.end === b.end

function firstStart({ before, after }: HoldingChange<Interval>): number {
  return Math.min(before?.start ?? Infinity, after?.start ?? Infinity)
}
