import { weekTotal } from '../ledger/hours.ts'
import { parameterOn } from '../rota/agreement.ts'
import { toDayNumber } from '../time/local-date.ts'
import type { Rule } from './rule.ts'
import { dutiesNear, elsewhereOf } from './view.ts'
import { violation } from './violation.ts'
import { needIdsIn } from './weekly-duty.ts'

/**
 * The union of surgery, other tasks and duty in an ISO week against the cap the district has adopted (P14; policy, not law:
 * SFS 2305 §3.2–3.3 sets the hours of the Working Environment Act aside). Surgery not declared gives no total and no flag.
 */
export const weeklyTotal: Rule = {
  id: 'weekly-total',
  rows: ['P14'],
  subject: 'person',
  source: 'district-decision',
  kinds: ['weekly-total'],
  parameters: ['weeklyTotalMinutes'],
  check: (view, personId) => {
    const { agreement } = view.rota.district
    const doctor = view.doctors.get(personId)
    if (!doctor) return []
    const elsewhere = elsewhereOf(view, personId)
    return view.weeks.flatMap(({ week, monday, span }) => {
      const limit = parameterOn(agreement, 'weeklyTotalMinutes', monday)
      if (limit === undefined) return []
      const duties = dutiesNear(view, personId, week)
      const measured = weekTotal(doctor, toDayNumber(monday), span, duties, elsewhere)
      if (measured === null || measured <= limit) return []
      const needIds = needIdsIn(duties, span)
      const floor = view.floorOf(week, 'total').byPerson.get(personId) ?? null
      return [
        violation(
          { rule: 'weekly-total', personId, needIds, span, measured, limit, unit: 'minutes', floor },
          { kind: 'weekly-total' },
        ),
      ]
    })
  },
}
