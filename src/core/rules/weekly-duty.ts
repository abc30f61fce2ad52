import { sumWithin } from '../ledger/tally.ts'
import type { NeedId } from '../rota/need.ts'
import type { Duty } from '../rota/rota.ts'
import { type Interval, overlaps } from '../time/interval.ts'
import { valueAt } from './dated-values.ts'
import { hoursOf } from './person-hours.ts'
import type { Rule } from './rule.ts'
import { dutiesNear } from './view.ts'
import { violation } from './violation.ts'

/**
 * Duty hours in an ISO week against the cap the district has adopted (P15; policy): those in other districts count, and those
 * a locum has declared elsewhere (P34).
 */
export const weeklyDuty: Rule = {
  id: 'weekly-duty',
  rows: ['P15'],
  subject: 'person',
  source: 'district-decision',
  kinds: ['weekly-duty'],
  parameters: ['weeklyDutyMinutes'],
  check: (view, personId) => {
    const caps = view.background.values('weeklyDutyMinutes')
    const hours = caps.length > 0 ? hoursOf(view, personId, 'duty') : undefined
    if (!hours) return []
    return view.weeks.flatMap(({ week, dayNumber, span }) => {
      const limit = valueAt(caps, span.start)
      // What is declared has no fixed time: whole minutes a week, and only spread over it.
      const measured = sumWithin(hours.united, span) + Math.round(sumWithin(hours.spread, span))
      if (limit === undefined || measured <= limit) return []
      const needIds = needIdsIn(dutiesNear(view, personId, dayNumber), span)
      const floor = () => view.floorOf(week, 'duty').byPerson.get(personId) ?? null
      return [
        violation(
          { rule: 'weekly-duty', personId, needIds, span, measured, limit, unit: 'minutes', floor },
          { kind: 'weekly-duty' },
        ),
      ]
    })
  },
}

/** The needs whose duties reach into a span, each once; duties come by start. */
export function needIdsIn(duties: readonly Duty[], span: Interval): NeedId[] {
  const needIds: NeedId[] = []
  for (const duty of duties) {
    if (duty.start >= span.end) break
    if (overlaps(duty, span) && !needIds.includes(duty.needId)) needIds.push(duty.needId)
  }
  return needIds
}
