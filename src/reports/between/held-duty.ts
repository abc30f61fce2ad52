import type { CountedDuty } from '../../core/ledger/figures.ts'
import type { Worked } from '../../core/ledger/outcome.ts'
import type { DutyForm } from '../../core/rota/line.ts'
import type { FormPiece } from '../../core/rota/need.ts'
import { type Interval, intersection, minutesOf, subtractIntervals } from '../../core/time/interval.ts'
import { type Dates, holdsOn } from '../../core/time/local-date.ts'
import { dayInterval } from '../../core/time/oslo.ts'

/** What one duty is of a doctor's figures over some dates. */
export interface HeldDuty {
  readonly duty: Worked<CountedDuty>
  /** The parts within the dates that no earlier duty of the same form holds already: two at once are counted once. */
  readonly held: readonly FormPiece[]
  /** Its part of a whole duty where it begins on the dates, else 0. */
  readonly count: number
}

/** From midnight to midnight, local time. */
export function spanOf({ from, to }: Dates): Interval {
  return { start: dayInterval(from).start, end: dayInterval(to).start }
}

/** One doctor's duties, which are given by start, as parts that add up to the ledger's minutes and duties of the dates. */
export function heldDuties(duties: readonly Worked<CountedDuty>[], dates: Dates): HeldDuty[] {
  const span = spanOf(dates)
  const taken: Record<DutyForm, Interval[]> = { home: [], 'on-site': [], backup: [] }
  return duties.flatMap((duty) => {
    const count = holdsOn(dates, duty.date) ? duty.part : 0
    if (duty.end <= span.start || duty.start >= span.end)
      return count === 0 ? [] : [{ duty, held: [], count }]
    const held = duty.pieces.flatMap((piece) => {
      const part = intersection(piece, span)
      if (!part) return []
      const before = taken[piece.form]
      if (before.every((own) => own.end <= duty.start)) before.length = 0
      const parts = before.length === 0 ? [part] : subtractIntervals([part], before)
      before.push(...parts)
      return parts.map((own) => ({ form: piece.form, ...own }))
    })
    return held.length === 0 && count === 0 ? [] : [{ duty, held, count }]
  })
}

export const NO_MINUTES: Readonly<Record<DutyForm, number>> = { home: 0, 'on-site': 0, backup: 0 }

export function minutesByForm(pieces: readonly FormPiece[]): Record<DutyForm, number> {
  const sum = { ...NO_MINUTES }
  for (const piece of pieces) sum[piece.form] += minutesOf(piece)
  return sum
}

export function addForms(
  a: Readonly<Record<DutyForm, number>>,
  b: Readonly<Record<DutyForm, number>>,
): Record<DutyForm, number> {
  return { home: a.home + b.home, 'on-site': a['on-site'] + b['on-site'], backup: a.backup + b.backup }
}
