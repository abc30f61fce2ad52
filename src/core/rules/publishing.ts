import { parameterOn } from '../rota/agreement.ts'
import { publishDeadline } from '../rota/plan-period.ts'
import { daysBetween } from '../time/local-date.ts'
import { dayInterval } from '../time/oslo.ts'
import type { Rule } from './rule.ts'
import { type Violation, violation } from './violation.ts'

/**
 * A plan is published by the day agreed for its first date, after it was discussed with the union representatives (P29; policy,
 * with the Working Environment Act §10-3 as a preset). Speaks only while a plan is about to be published: amendments and boards
 * never hear it. Publishing on the last day is in time.
 */
export const publishing: Rule = {
  id: 'publishing',
  rows: ['P29'],
  subject: 'district',
  source: 'working-environment-10-3',
  kinds: ['published-late', 'not-discussed'],
  parameters: ['publishDaysBefore', 'planPeriods'],
  check: ({ rota }) => {
    const { district, from, to, publishing: told } = rota
    if (!told || to <= from) return []
    const { agreement } = district
    const isAgreed =
      parameterOn(agreement, 'planPeriods', from) !== undefined ||
      parameterOn(agreement, 'publishDaysBefore', from) !== undefined
    if (!isAgreed) return []
    const span = { start: dayInterval(from).start, end: dayInterval(to).start }
    const facts = { rule: 'publishing', personId: null, needIds: [], span } as const
    const found: Violation[] = []
    const deadline = publishDeadline(agreement, from)
    if (deadline !== null && told.on > deadline) {
      const days = { measured: daysBetween(told.on, from), limit: daysBetween(deadline, from) }
      found.push(violation({ ...facts, ...days, unit: 'days' }, { kind: 'published-late' }))
    }
    if (told.discussedOn === null)
      found.push(violation({ ...facts, measured: 0, limit: 1, unit: 'times' }, { kind: 'not-discussed' }))
    return found
  },
}
