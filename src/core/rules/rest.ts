import { agreedOn } from '../ledger/agreed-week.ts'
import { isNight } from '../ledger/count.ts'
import {
  type Agreement,
  type AgreementParameters,
  DEFAULT_PARAMETERS,
  parameterOn,
} from '../rota/agreement.ts'
import type { Duty } from '../rota/rota.ts'
import { ofRota } from './facts.ts'
import type { Rule } from './rule.ts'
import type { RotaView } from './view.ts'
import { type Violation, violation } from './violation.ts'
import { type WorkPeriod, workPeriodsOf } from './work-period.ts'

/**
 * Rest between two work periods (P21; SFS 2305 §7.4: "as a main rule at least 8 hours", as read in 2021). After an on-site
 * night it blocks; after other periods by the forms in them, and before a period with a night, it warns. Where neither is
 * broken, the second line is shown (Working Environment Act §10-8(1): 11 hours). Exactly the limit is enough. Values are those
 * of the date on which the duty starts.
 */
export const rest: Rule = {
  id: 'rest',
  rows: ['P21'],
  subject: 'person',
  source: 'sfs-2305-7-4',
  kinds: ['rest-after-on-site-night', 'rest-short', 'rest-second-line'],
  parameters: [
    'restAfterOnSiteNightMinutes',
    'restAfterMinutes',
    'restBeforeNightMinutes',
    'secondRestMinutes',
    'night',
  ],
  check: (view, personId) => {
    const periods = workPeriodsOf(view, personId)
    const enough = longestAsked(view)
    return periods.slice(1).flatMap((after, index) => {
      const before = periods[index] as WorkPeriod
      const found = after.start - before.end < enough ? judge(view, before, after) : undefined
      return found ? [found] : []
    })
  },
}

/** No value in sight asks for more: nearly every rest is longer, and needs no judging. */
const longestAsked = ofRota(({ rota }) => {
  const asked = rota.district.agreement.flatMap((entry) => {
    if (entry.parameter === 'restAfterMinutes' || entry.parameter === 'secondRestMinutes')
      return Object.values(entry.value)
    const isOne =
      entry.parameter === 'restAfterOnSiteNightMinutes' || entry.parameter === 'restBeforeNightMinutes'
    return isOne ? [entry.value] : []
  })
  const { restAfterOnSiteNightMinutes, restAfterMinutes, secondRestMinutes } = DEFAULT_PARAMETERS
  return Math.max(
    restAfterOnSiteNightMinutes,
    ...Object.values(restAfterMinutes),
    ...Object.values(secondRestMinutes),
    ...asked,
  )
})

function judge(view: RotaView, before: WorkPeriod, after: WorkPeriod): Violation | undefined {
  const { agreement } = view.rota.district
  const restMinutes = after.start - before.end
  const nightLimit = longest(before, (duty) => afterOnSiteNight(agreement, duty))
  if (restMinutes < nightLimit) return breach(before, after, nightLimit, 'rest-after-on-site-night')
  const afterLimit =
    nightLimit > 0
      ? 0
      : longest(before, (duty) => byForms(duty, parameterOn(agreement, 'restAfterMinutes', duty.date)))
  const limit = Math.max(
    afterLimit,
    longest(after, (duty) => beforeNight(agreement, duty)),
  )
  if (restMinutes < limit) return breach(before, after, limit, 'rest-short')
  const second = longest(before, (duty) =>
    byForms(duty, parameterOn(agreement, 'secondRestMinutes', duty.date)),
  )
  return restMinutes < second ? breach(before, after, second, 'rest-second-line') : undefined
}

/** A period asks for what the most demanding duty in it asks for; 0 when it is all in another district, where forms are not known. */
function longest(period: WorkPeriod, minutesFor: (duty: Duty) => number): number {
  return period.duties.reduce((most, duty) => Math.max(most, minutesFor(duty)), 0)
}

function afterOnSiteNight(agreement: Agreement, duty: Duty): number {
  const onSite = duty.pieces.filter((piece) => piece.form === 'on-site')
  if (onSite.length === 0) return 0
  const { night } = agreedOn(agreement, duty.date)
  if (!onSite.some((piece) => isNight(piece, night))) return 0
  return parameterOn(agreement, 'restAfterOnSiteNightMinutes', duty.date)
}

/** The longest rest that any form in the duty asks for; a form the agreement leaves out is not judged. */
function byForms(duty: Duty, minutes: AgreementParameters['restAfterMinutes']): number {
  return Math.max(0, ...duty.pieces.map((piece) => minutes[piece.form] ?? 0))
}

function beforeNight(agreement: Agreement, duty: Duty): number {
  const limit = parameterOn(agreement, 'restBeforeNightMinutes', duty.date)
  if (limit === undefined) return 0
  return isNight(duty, agreedOn(agreement, duty.date).night) ? limit : 0
}

function breach(
  before: WorkPeriod,
  after: WorkPeriod,
  limit: number,
  kind: 'rest-after-on-site-night' | 'rest-short' | 'rest-second-line',
): Violation {
  // All of them: the night that asks for the rest may lie deep in its period, and the edges in another district.
  const duties = [...before.duties, ...after.duties]
  const personId = (before.duties[0] ?? (after.duties[0] as Duty)).personId
  return violation(
    {
      rule: 'rest',
      personId,
      needIds: [...new Set(duties.map((duty) => duty.needId))],
      span: { start: before.end, end: after.start },
      measured: after.start - before.end,
      limit,
      unit: 'minutes',
    },
    { kind },
  )
}
