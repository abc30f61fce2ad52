import type { LedgerRow } from '../core/ledger/hours.ts'
import { cellKey, type Slice } from '../core/rota/assignment.ts'
import type { Need } from '../core/rota/need.ts'
import { isInPeriod, type Rota } from '../core/rota/rota.ts'
import type { FindingKind, Violation } from '../core/rules/violation.ts'
import type { Interval } from '../core/time/interval.ts'
import { toOffsetText } from '../core/time/oslo.ts'
import { toJsonText } from './json-text.ts'

/** Figures by name, as the builder scores them. */
export interface ScoreParts {
  readonly [part: string]: number | ScoreParts
}

export interface BuiltRota {
  readonly rota: Rota
  readonly seed: number
  readonly iterations: number
  readonly score: ScoreParts
  readonly hours: readonly LedgerRow[]
  readonly violations: readonly Violation[]
  readonly open: readonly {
    readonly needId: string
    readonly seat: number
    readonly reasons: readonly { readonly kind: FindingKind; readonly doctors: number }[]
  }[]
}

/** The rota file (docs/formats.md): every duty of the period with its holders, hours per person and week, and what is broken. */
export function writeRotaFile(built: BuiltRota): string {
  const { rota, seed, iterations, score, hours, violations, open } = built
  return toJsonText({
    version: 1,
    district: { id: rota.district.id, name: rota.district.name },
    from: rota.from,
    to: rota.to,
    built: { seed, iterations, score },
    needs: rota.needs.filter((need) => isInPeriod(rota, need)).map((need) => toNeed(rota, need)),
    hours,
    violations: violations.map(toViolation),
    open,
  })
}

function toNeed(rota: Rota, need: Need) {
  return {
    id: need.id,
    lineId: need.lineId,
    name: need.name,
    date: need.date,
    number: need.number,
    ...toSpan(need),
    pieces: need.pieces.map((piece) => ({ form: piece.form, ...toSpan(piece) })),
    paid: toSpan(need.paid),
    blockId: need.blockId,
    assignments: Array.from({ length: need.number }, (_, seat) =>
      (rota.cells.get(cellKey({ needId: need.id, seat }))?.slices ?? []).map((slice) =>
        toAssignment(slice, seat),
      ),
    ).flat(),
  }
}

function toAssignment(slice: Slice, seat: number) {
  const { personId, positionId, origin, shadowing } = slice
  return { seat, ...toSpan(slice), personId, positionId, origin, shadowing }
}

function toViolation(found: Violation) {
  const { rule, grade, kind, personId, lineId, needIds, span, measured, limit, unit, floor } = found
  return { rule, kind, grade, personId, lineId, needIds, ...toSpan(span), measured, limit, unit, floor }
}

function toSpan({ start, end }: Interval) {
  return { start: toOffsetText(start), end: toOffsetText(end) }
}
