import { type Agreement, parameterOn } from '../rota/agreement.ts'
import { planPeriodOn } from '../rota/plan-period.ts'
import { addDays, type LocalDate } from '../time/local-date.ts'

/**
 * The last day on which duties from `from` on are published in time (P29): the earlier of the year wheel's day and of the
 * agreed number of days before; null while neither is adopted.
 */
export function publishDeadline(agreement: Agreement, from: LocalDate): LocalDate | null {
  const daysBefore = parameterOn(agreement, 'publishDaysBefore', from)
  const byDays = daysBefore === undefined ? null : addDays(from, -daysBefore)
  const byWheel = planPeriodOn(parameterOn(agreement, 'planPeriods', from) ?? [], from)?.publishBy ?? null
  if (byDays === null || byWheel === null) return byDays ?? byWheel
  return byDays < byWheel ? byDays : byWheel
}
