import { overlapping, sumWithin } from '../ledger/tally.ts'
import { valueAt } from './dated-values.ts'
import { hoursOf } from './person-hours.ts'
import type { Rule } from './rule.ts'
import { dutiesNear } from './view.ts'
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
    const caps = view.background.values('weeklyTotalMinutes')
    const hours = caps.length > 0 ? hoursOf(view, personId, 'total') : undefined
    if (!hours) return []
    return view.weeks.flatMap(({ week, dayNumber, span }) => {
      const limit = valueAt(caps, span.start)
      // What has no fixed time is whole minutes a week, and only spread over it.
      const measured = sumWithin(hours.united, span) + Math.round(sumWithin(hours.spread, span))
      if (limit === undefined || measured <= limit || overlapping(hours.unknown, span).length > 0) return []
      const needIds = needIdsIn(dutiesNear(view, personId, dayNumber), span)
      const floor = () => view.floorOf(week, 'total').byPerson.get(personId) ?? null
      return [
        violation(
          { rule: 'weekly-total', personId, needIds, span, measured, limit, unit: 'minutes', floor },
          { kind: 'weekly-total' },
        ),
      ]
    })
  },
}
