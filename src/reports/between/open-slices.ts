import type { Cell } from '../../core/rota/assignment.ts'
import type { FormPiece, Need } from '../../core/rota/need.ts'
import type { PositionId } from '../../core/rota/position.ts'
import { clipPieces, keyedNeeds, openPartsIn, type Rota } from '../../core/rota/rota.ts'
import { type Interval, minutesOf } from '../../core/time/interval.ts'
import { type Dates, holdsOn, type LocalDate } from '../../core/time/local-date.ts'
import { spanOf } from './held-duty.ts'

/** Part of a duty that is in nobody's ledger. */
export interface NobodysSlice {
  readonly slice: Interval & {
    readonly need: Need
    readonly seat: number
    readonly date: LocalDate
    readonly positionId: PositionId | null
  }
  /** Within the dates. */
  readonly held: readonly FormPiece[]
  /** Of a duty that begins on the dates; a part as that part. */
  readonly count: number
}

/** What nobody holds, as planned. A conditional backup is demanded only where it is held, so it is never open. */
export function openSlices(rota: Rota, dates: Dates): NobodysSlice[] {
  const conditional = new Set(rota.district.lines.filter((line) => line.conditional).map((line) => line.id))
  return slicesOf(rota, dates, (need, cell) =>
    conditional.has(need.lineId)
      ? []
      : openPartsIn(need, cell).map((part) => ({ ...part, positionId: null })),
  )
}

/** What a position holds while its locum is still to be named. */
export function unnamedSlices(rota: Rota, dates: Dates): NobodysSlice[] {
  return slicesOf(rota, dates, (_need, cell) =>
    (cell?.slices ?? []).filter(({ personId, shadowing }) => personId === null && !shadowing),
  )
}

type Part = Interval & { readonly positionId: PositionId | null }

function slicesOf(
  rota: Rota,
  dates: Dates,
  partsOf: (need: Need, cell: Cell | undefined) => readonly Part[],
): NobodysSlice[] {
  const span = spanOf(dates)
  const found: NobodysSlice[] = []
  for (const { need, keys } of keyedNeeds(rota.needs)) {
    for (const [seat, key] of keys.entries()) {
      for (const { start, end, positionId } of partsOf(need, rota.cells.get(key))) {
        const from = Math.max(start, span.start)
        const to = Math.min(end, span.end)
        const held = from < to ? clipPieces(need.pieces, from, to) : []
        const count = holdsOn(dates, need.date) ? (end - start) / minutesOf(need) : 0
        if (held.length > 0 || count > 0)
          found.push({ slice: { start, end, need, seat, date: need.date, positionId }, held, count })
      }
    }
  }
  return found
}
