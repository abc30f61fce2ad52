import { overlapping } from '../ledger/tally.ts'
import type { AgreementParameters } from '../rota/agreement.ts'
import type { Doctor } from '../rota/doctor.ts'
import type { Duty } from '../rota/rota.ts'
import { type Interval, overlaps, subtractIntervals } from '../time/interval.ts'
import { valueAt } from './dated-values.ts'
import type { Rule } from './rule.ts'
import { dutiesHeldBy, elsewhereOf, type RotaView } from './view.ts'
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
    return view.weeks.flatMap(({ span }) => {
      const line = valueAt(lines, span.start)
      return line ? judge(view, doctor, span, line) : []
    })
  },
}

function judge(
  view: RotaView,
  doctor: Doctor,
  week: Interval,
  line: AgreementParameters['weeklyRest'],
): Violation[] {
  const { personId } = doctor
  const pieces = dutiesHeldBy(view, personId).flatMap((duty) => breaking(duty, week, line.forms))
  if (pieces.length === 0) return []
  const { surgery, undeclared } = view.background.otherWorkOf(doctor)
  if (overlapping(undeclared, week).length > 0) return []
  const busy = [...pieces, ...elsewhereOf(view, personId), ...overlapping(surgery, week)]
  const rests = subtractIntervals([week], busy).map(({ start, end }) => end - start)
  const measured = Math.max(0, ...rests)
  if (measured >= line.minutes) return []
  const needIds = [...new Set(pieces.map((piece) => piece.needId))]
  return [
    violation(
      { rule: 'weekly-rest', personId, needIds, span: week, measured, limit: line.minutes, unit: 'minutes' },
      { kind: 'weekly-rest' },
    ),
  ]
}

function breaking({ needId, pieces, ...duty }: Duty, week: Interval, forms: readonly string[]) {
  if (!overlaps(duty, week)) return []
  return pieces
    .filter((piece) => forms.includes(piece.form) && overlaps(piece, week))
    .map(({ start, end }) => ({ start, end, needId }))
}
