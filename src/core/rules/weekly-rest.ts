import { firstEndingAfter, overlapping } from '../ledger/tally.ts'
import type { AgreementParameters } from '../rota/agreement.ts'
import type { Doctor } from '../rota/doctor.ts'
import type { NeedId } from '../rota/need.ts'
import type { Duty } from '../rota/rota.ts'
import { type Interval, mergeIntervals } from '../time/interval.ts'
import { valueAt } from './dated-values.ts'
import type { Rule } from './rule.ts'
import { dutiesNear, elsewhereOf, type RotaView } from './view.ts'
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
    return view.weeks.flatMap((week) => {
      const line = valueAt(lines, week.span.start)
      return line ? judge(view, doctor, week, line) : []
    })
  },
}

function judge(
  view: RotaView,
  doctor: Doctor,
  { dayNumber, span }: ViewWeek,
  line: AgreementParameters['weeklyRest'],
): Violation[] {
  const { personId } = doctor
  const pieces = breaking(dutiesNear(view, personId, dayNumber), span, line.forms)
  if (pieces.length === 0) return []
  const { surgery, undeclared } = view.background.otherWorkOf(doctor)
  if (overlapping(undeclared, span).length > 0) return []
  const measured = longestRest(surgery, mergeIntervals([...pieces, ...elsewhereOf(view, personId)]), span)
  if (measured >= line.minutes) return []
  const needIds = [...new Set(pieces.map((piece) => piece.needId))]
  return [
    violation(
      { rule: 'weekly-rest', personId, needIds, span, measured, limit: line.minutes, unit: 'minutes' },
      { kind: 'weekly-rest' },
    ),
  ]
}

/** Minutes of the span's longest part that neither list breaks; each is sorted and disjoint. */
function longestRest(a: readonly Interval[], b: readonly Interval[], { start, end }: Interval): number {
  let longest = 0
  let free = start
  let [i, j] = [firstEndingAfter(a, start), firstEndingAfter(b, start)]
  for (;;) {
    const next = (a[i]?.start ?? end) <= (b[j]?.start ?? end) ? a[i++] : b[j++]
    if (next === undefined || next.start >= end) return Math.max(longest, end - free)
    longest = Math.max(longest, next.start - free)
    free = Math.max(free, next.end)
  }
}

interface BreakingPiece extends Interval {
  readonly needId: NeedId
}

function breaking(duties: readonly Duty[], week: Interval, forms: readonly string[]): BreakingPiece[] {
  const found: BreakingPiece[] = []
  for (const { needId, pieces } of duties)
    for (const { start, end, form } of pieces)
      if (start < week.end && end > week.start && forms.includes(form)) found.push({ start, end, needId })
  return found
}
