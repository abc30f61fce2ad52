import type { PastLine } from '../core/plans/past-lines.ts'
import type { Text } from '../text/text.ts'

/** '7 uker over streken ved 60 t, som ikke er vedtatt.' */
export function lineSentence(
  { kind, limit, unit, times }: PastLine,
  { format, ledger, violations }: Text,
): string {
  const line = unit === 'minutes' ? format.hours(limit) : format.decimal(limit)
  if (kind === 'weekly-total' || kind === 'weekly-duty') return ledger.lines.weeks(times, line)
  return ledger.lines.times(times, violations.findings[kind], line)
}
