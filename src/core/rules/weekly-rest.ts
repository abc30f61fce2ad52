import { firstEndingAfter, overlapping } from '../ledger/tally.ts'
import type { AgreementParameters } from '../rota/agreement.ts'
import type { Doctor } from '../rota/doctor.ts'
import type { DutyForm } from '../rota/line.ts'
import type { PersonId } from '../rota/person.ts'
import type { Duty } from '../rota/rota.ts'
import { type Interval, mergeIntervals, overlaps } from '../time/interval.ts'
import type { Rule } from './rule.ts'
import { dutiesHeldBy, dutiesNear, elsewhereOf, type RotaView } from './view.ts'
import type { ViewWeek } from './view-week.ts'
import { type Violation, violation } from './violation.ts'

/**
 * The longest unbroken rest inside an ISO week against the line of the Working Environment Act (P23; §10-8(2)): only shown.
 * Surgery, duty of the forms named and duty elsewhere, whose form is not known, break it; what lies in the weeks beside does
 * not count. A week with no such duty here, or with surgery not declared, is not judged.
 */
export const weeklyRest: Rule = {
  id: 'weekly-rest',
  rows: ['P23'],
  subject: 'person',
  source: 'working-environment-10-8',
  kinds: ['weekly-rest'],
  parameters: ['weeklyRest'],
  check: (view, personId) => {
    const doctor = view.doctors.get(personId)
    const lines = view.background.values('weeklyRest')
    if (!doctor || lines.length === 0) return []
    const found: Violation[] = []
    for (const line of lines) {
      const breaks = breaksOf(view, personId, line.value)
      for (const week of view.weeks)
        if (week.span.start >= line.start && week.span.start < line.end)
          addBreach(found, view, doctor, week, line.value, breaks)
    }
    return found
  },
}

type RestLine = AgreementParameters['weeklyRest']

function addBreach(
  found: Violation[],
  view: RotaView,
  doctor: Doctor,
  { dayNumber, span }: ViewWeek,
  { forms, minutes }: RestLine,
  breaks: readonly Interval[],
): void {
  const { personId } = doctor
  const duties = dutiesNear(view, personId, dayNumber)
  if (!isBroken(duties, span, forms)) return
  const { surgery, undeclared } = view.background.otherWorkOf(doctor)
  if (undeclared.length > 0 && overlapping(undeclared, span).length > 0) return
  const measured = longestRest(surgery, breaks, span)
  if (measured >= minutes) return
  const held = duties.filter((duty) => breaksWeek(duty, span, forms))
  const needIds = [...new Set(held.map((duty) => duty.needId))]
  found.push(
    violation(
      { rule: 'weekly-rest', personId, needIds, span, measured, limit: minutes, unit: 'minutes' },
      { kind: 'weekly-rest' },
    ),
  )
}

/** Duty here of the forms named, and all duty elsewhere. */
function breaksOf(view: RotaView, personId: PersonId, { forms }: RestLine): Interval[] {
  const pieces = dutiesHeldBy(view, personId).flatMap((duty) =>
    duty.pieces.filter((piece) => forms.includes(piece.form)),
  )
  return mergeIntervals([...pieces, ...elsewhereOf(view, personId)])
}

function isBroken(duties: readonly Duty[], week: Interval, forms: readonly DutyForm[]): boolean {
  for (const duty of duties) if (breaksWeek(duty, week, forms)) return true
  return false
}

function breaksWeek({ pieces }: Duty, week: Interval, forms: readonly DutyForm[]): boolean {
  for (const piece of pieces) if (overlaps(piece, week) && forms.includes(piece.form)) return true
  return false
}

/** Minutes of the span's longest part that neither list breaks; each is sorted and disjoint. */
function longestRest(a: readonly Interval[], b: readonly Interval[], { start, end }: Interval): number {
  let longest = 0
  let free = start
  let i = firstEndingAfter(a, start)
  let j = firstEndingAfter(b, start)
  for (;;) {
    const next = (a[i]?.start ?? end) <= (b[j]?.start ?? end) ? a[i++] : b[j++]
    if (next === undefined || next.start >= end) return Math.max(longest, end - free)
    longest = Math.max(longest, next.start - free)
    free = Math.max(free, next.end)
  }
}
