import { isNight } from '../ledger/count.ts'
import { type Agreement, parameterOn } from '../rota/agreement.ts'
import type { Duty } from '../rota/rota.ts'
import { mergeIntervals } from '../time/interval.ts'
import type { LocalDate } from '../time/local-date.ts'
import type { Rule } from './rule.ts'
import type { RotaView } from './view.ts'
import { type Violation, violation } from './violation.ts'
import { type WorkPeriod, workPeriodsOf } from './work-period.ts'

/**
 * Rest between two work periods (P21; SFS 2305 §7.4: "as a main rule at least 8 hours", as read in 2021). After an on-site
 * night it blocks; after other periods by the forms in them, and before a night, it warns. Exactly the limit is enough.
 */
export const rest: Rule = {
  id: 'rest',
  subject: 'person',
  source: 'sfs-2305-7-4',
  check: (view, personId) => {
    const periods = workPeriodsOf(view, personId)
    return periods.slice(1).flatMap((after, index) => {
      const found = judge(view, periods[index] as WorkPeriod, after)
      return found ? [found] : []
    })
  },
}

function judge(view: RotaView, before: WorkPeriod, after: WorkPeriod): Violation | undefined {
  const { agreement } = view.rota.district
  const restMinutes = after.start - before.end
  const isAfterNight = holdsOnSiteNight(agreement, before)
  const nightLimit = isAfterNight ? afterOnSiteNight(agreement, before) : 0
  if (restMinutes < nightLimit) return breach(before, after, nightLimit, 'rest-after-on-site-night')
  const afterLimit = isAfterNight ? 0 : afterForms(agreement, before)
  const limit = Math.max(afterLimit, beforeNight(agreement, after))
  return restMinutes < limit ? breach(before, after, limit, 'rest-short') : undefined
}

function holdsOnSiteNight(agreement: Agreement, period: WorkPeriod): boolean {
  const onSite = period.duties.flatMap((duty) => duty.pieces.filter((piece) => piece.form === 'on-site'))
  if (onSite.length === 0) return false
  const night = parameterOn(agreement, 'night', dateOf(period))
  return mergeIntervals(onSite).some((piece) => isNight(piece, night))
}

function afterOnSiteNight(agreement: Agreement, period: WorkPeriod): number {
  return parameterOn(agreement, 'restAfterOnSiteNightMinutes', dateOf(period))
}

/** The longest rest that any form in the period asks for; 0 when the forms are not judged or not known. */
function afterForms(agreement: Agreement, period: WorkPeriod): number {
  if (period.duties.length === 0) return 0
  const minutes = parameterOn(agreement, 'restAfterMinutes', dateOf(period))
  const forms = period.duties.flatMap((duty) => duty.pieces.map((piece) => piece.form))
  return forms.reduce((longest, form) => Math.max(longest, minutes[form] ?? 0), 0)
}

function beforeNight(agreement: Agreement, period: WorkPeriod): number {
  const first = period.duties[0]
  const limit = first && parameterOn(agreement, 'restBeforeNightMinutes', first.date)
  if (limit === undefined) return 0
  const holdsNight = period.duties.some((duty) => isNight(duty, parameterOn(agreement, 'night', duty.date)))
  return holdsNight ? limit : 0
}

/** Values are those of the date on which the period's last duty starts. */
function dateOf(period: WorkPeriod): LocalDate {
  return (period.duties.at(-1) as Duty).date
}

function breach(
  before: WorkPeriod,
  after: WorkPeriod,
  limit: number,
  kind: 'rest-after-on-site-night' | 'rest-short',
): Violation {
  const last = before.duties.filter((duty) => duty.end === before.end)
  const next = after.duties.filter((duty) => duty.start === after.start)
  const personId = (before.duties[0] ?? (after.duties[0] as Duty)).personId
  return violation(
    {
      rule: 'rest',
      personId,
      needIds: [...last, ...next].map((duty) => duty.needId),
      span: { start: before.end, end: after.start },
      measured: after.start - before.end,
      limit,
      unit: 'minutes',
    },
    { kind },
  )
}
