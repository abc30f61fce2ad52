import type { Rule } from './rule.ts'
import { violation } from './violation.ts'
import { heavyWeeks } from './weekly-means.ts'

/**
 * Duty a week, other districts and what a locum has declared elsewhere included, as a mean over the number of weeks the
 * district has adopted (P18; policy): only shown. Clock minutes in full, whatever their form.
 */
export const averageDuty: Rule = {
  id: 'average-duty',
  rows: ['P18'],
  subject: 'person',
  source: 'district-decision',
  kinds: ['average-duty'],
  parameters: ['averageDuty'],
  check: (view, personId) => {
    const adopted = view.background.values('averageDuty')
    if (adopted.length === 0) return []
    const means = adopted.map((dated) => ({ ...dated, value: [dated.value] }))
    return heavyWeeks(view, personId, 'duty', means).map(
      ({ start, end, weeks, needIds, measured, limit, floor }) =>
        violation(
          {
            rule: 'average-duty',
            personId,
            needIds,
            span: { start, end },
            measured,
            limit,
            unit: 'minutes',
            floor,
          },
          { kind: 'average-duty', weeks },
        ),
    )
  },
}
