import { ROUNDING } from '../ledger/rounding.ts'
import { MINUTES_PER_DAY } from '../time/minute.ts'
import { valueAt } from './dated-values.ts'
import { hoursOf, type PersonHours, workedWithin } from './person-hours.ts'
import type { Rule } from './rule.ts'
import { dutiesHeldBy, type RotaView } from './view.ts'
import { type Violation, violation } from './violation.ts'
import { needIdsIn } from './weekly-duty.ts'
import { startsOf, worstWindows } from './worst-windows.ts'

/**
 * Hours under the Working Environment Act in an ISO week, and in any 24 elapsed hours, past the act's outer lines (P17;
 * §10-6(9)): only shown. Counted as for the mean under the act; weeks and days with undeclared surgery that would count are
 * left out. The line is that of the week's Monday; 24 hours over a change of it are held to the more lenient.
 */
export const longHours: Rule = {
  id: 'long-hours',
  rows: ['P17'],
  subject: 'person',
  source: 'working-environment-10-6',
  kinds: ['long-week', 'long-day'],
  parameters: ['longUnderAct', 'hourWeights'],
  check: (view, personId) => {
    const hours = hoursOf(view, personId, 'act')
    return hours ? [...longWeeks(view, personId, hours), ...longDays(view, personId, hours)] : []
  },
}

function longWeeks(view: RotaView, personId: string, hours: PersonHours): Violation[] {
  const lines = view.background.values('longUnderAct')
  return view.weeks.flatMap(({ span }) => {
    const limit = valueAt(lines, span.start)?.weekMinutes
    const minutes = limit === undefined ? null : workedWithin(hours, span)
    if (limit === undefined || minutes === null || minutes <= limit + ROUNDING) return []
    const needIds = needIdsIn(dutiesHeldBy(view, personId), span)
    const measured = Math.ceil(minutes - ROUNDING)
    const floor = () => view.background.floorOver(personId, span, 'act')
    return [
      violation(
        { rule: 'long-hours', personId, needIds, span, measured, limit, unit: 'minutes', floor },
        { kind: 'long-week' },
      ),
    ]
  })
}

function longDays(view: RotaView, personId: string, hours: PersonHours): Violation[] {
  const lines = view.background
    .values('longUnderAct')
    .map(({ start, end, value }) => ({ start, end, value: value.dayMinutes }))
  const starts = startsOf(view, personId, hours, MINUTES_PER_DAY, lines)
  return worstWindows(hours, MINUTES_PER_DAY, starts).map(({ start, end, measured, limit }) =>
    violation(
      {
        rule: 'long-hours',
        personId,
        needIds: needIdsIn(dutiesHeldBy(view, personId), { start, end }),
        span: { start, end },
        measured,
        limit,
        unit: 'minutes',
      },
      { kind: 'long-day' },
    ),
  )
}
