import { parameterOn } from '../rota/agreement.ts'
import type { NeedId } from '../rota/need.ts'
import type { Duty } from '../rota/rota.ts'
import { clip, type Interval, overlaps, unionMinutes } from '../time/interval.ts'
import type { Rule } from './rule.ts'
import { dutiesNear, elsewhereOf } from './view.ts'
import { violation } from './violation.ts'

/** Duty hours in an ISO week, other districts included, against the cap the district has adopted (P15; policy). */
export const weeklyDuty: Rule = {
  id: 'weekly-duty',
  rows: ['P15'],
  subject: 'person',
  source: 'district-decision',
  kinds: ['weekly-duty'],
  parameters: ['weeklyDutyMinutes'],
  check: (view, personId) => {
    const { agreement } = view.rota.district
    const elsewhere = elsewhereOf(view, personId)
    return view.weeks.flatMap(({ week, monday, span }) => {
      const limit = parameterOn(agreement, 'weeklyDutyMinutes', monday)
      if (limit === undefined) return []
      const duties = dutiesNear(view, personId, week)
      const measured = unionMinutes(clip([...duties, ...elsewhere], span))
      if (measured <= limit) return []
      const needIds = needIdsIn(duties, span)
      const floor = view.floorOf(week, 'duty').byPerson.get(personId) ?? null
      return [
        violation(
          {
            rule: 'weekly-duty',
            personId,
            needIds,
            span,
            measured,
            limit,
            unit: 'minutes',
            floor,
          },
          { kind: 'weekly-duty' },
        ),
      ]
    })
  },
}

/** The needs whose duties reach into a span, each once. */
export function needIdsIn(duties: readonly Duty[], span: Interval): NeedId[] {
  return [...new Set(duties.filter((duty) => overlaps(duty, span)).map((duty) => duty.needId))]
}
