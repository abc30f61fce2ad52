import type { PastLine } from '../core/plans/past-lines.ts'
import type { Text } from '../text/text.ts'

/** '7 uker over den vanlige grensen på 60 t' */
export function lineSentence(
  { kind, limit, unit, times }: PastLine,
  { format, ledger, violations }: Text,
): string {
  const line = unit === 'minutes' ? format.hours(limit) : format.decimal(limit)
  if (kind === 'weekly-total' || kind === 'weekly-duty') return ledger.lines.weeks(times, line)
  return ledger.lines.times(times, violations.findings[kind], line)
}
