import { DUTY_FORMS, type DutyForm } from '../rota/line.ts'
import type { Duty } from '../rota/rota.ts'
import { type Interval, mergeIntervals, minutesOf } from '../time/interval.ts'

/** What one doctor's duties hold in each form, within a span where one is given: disjoint, by start; two at once in one form are one. */
export function heldByForm(
  duties: readonly Pick<Duty, 'pieces'>[],
  span: Interval = ALWAYS,
): Readonly<Record<DutyForm, readonly Interval[]>> {
  const held: Record<DutyForm, Interval[]> = { home: [], 'on-site': [], backup: [] }
  for (const { pieces } of duties) {
    for (const piece of pieces) {
      if (piece.end <= span.start || piece.start >= span.end) continue
      const isInside = piece.start >= span.start && piece.end <= span.end
      held[piece.form].push(
        isInside ? piece : { start: Math.max(piece.start, span.start), end: Math.min(piece.end, span.end) },
      )
    }
  }
  for (const form of DUTY_FORMS) if (held[form].length > 1) held[form] = mergeIntervals(held[form])
  return held
}

const ALWAYS: Interval = { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY }

/** Elapsed minutes of each form. */
export function formMinutes(held: Readonly<Record<DutyForm, readonly Interval[]>>): Record<DutyForm, number> {
  const sum = (form: DutyForm) => held[form].reduce((minutes, span) => minutes + minutesOf(span), 0)
  return { home: sum('home'), 'on-site': sum('on-site'), backup: sum('backup') }
}
