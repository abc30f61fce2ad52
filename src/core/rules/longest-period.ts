import { minutesOf } from '../time/interval.ts'
import { valueAt } from './dated-values.ts'
import type { Rule } from './rule.ts'
import { violation } from './violation.ts'
import { workPeriodsOf } from './work-period.ts'

/**
 * The longest unbroken period of duty, touching duties and duty elsewhere as one, against the cap the district has adopted
 * (P25; policy): warns. The cap is that of the period's start.
 */
export const longestPeriod: Rule = {
  id: 'longest-period',
  rows: ['P25'],
  subject: 'person',
  source: 'district-decision',
  kinds: ['longest-period'],
  parameters: ['longestPeriodMinutes'],
  check: (view, personId) => {
    const caps = view.background.values('longestPeriodMinutes')
    if (caps.length === 0) return []
    return workPeriodsOf(view, personId).flatMap((period) => {
      const limit = valueAt(caps, period.start)
      const measured = minutesOf(period)
      if (limit === undefined || measured <= limit || period.duties.length === 0) return []
      const needIds = [...new Set(period.duties.map((duty) => duty.needId))]
      const span = { start: period.start, end: period.end }
      return [
        violation(
          { rule: 'longest-period', personId, needIds, span, measured, limit, unit: 'minutes' },
          { kind: 'longest-period' },
        ),
      ]
    })
  },
}
