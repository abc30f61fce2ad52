import { MINUTES_PER_DAY } from '../time/minute.ts'
import { hoursOf } from './person-hours.ts'
import type { Rule } from './rule.ts'
import { dutiesHeldBy } from './view.ts'
import { violation } from './violation.ts'
import { needIdsIn } from './weekly-duty.ts'
import { startsOf, worstWindows } from './worst-windows.ts'

const SEVEN_DAYS = 7 * MINUTES_PER_DAY

/**
 * The union of surgery, other tasks and duty in any 168 elapsed hours against the cap the district has adopted (P14; policy):
 * warns. The worst seven days are named, then the worst that share no minute with them; those over a change of the cap are
 * held to the more lenient. Tasks and duty elsewhere without a fixed time count by their part of the week. Surgery not
 * declared in a window gives no total and no flag.
 */
export const rollingTotal: Rule = {
  id: 'rolling-total',
  rows: ['P14'],
  subject: 'person',
  source: 'district-decision',
  kinds: ['rolling-total'],
  parameters: ['rollingTotalMinutes'],
  check: (view, personId) => {
    const caps = view.background.values('rollingTotalMinutes')
    if (caps.length === 0) return []
    const hours = hoursOf(view, personId, 'total')
    if (!hours) return []
    const duties = dutiesHeldBy(view, personId)
    const starts = startsOf(view, personId, hours, SEVEN_DAYS, caps)
    return worstWindows(hours, SEVEN_DAYS, starts).map(({ start, end, measured, limit }) =>
      violation(
        {
          rule: 'rolling-total',
          personId,
          needIds: needIdsIn(duties, { start, end }),
          span: { start, end },
          measured,
          limit,
          unit: 'minutes',
          floor: () => view.background.floorOver(personId, { start, end }, 'total'),
        },
        { kind: 'rolling-total' },
      ),
    )
  },
}
