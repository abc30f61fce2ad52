import type { DutyChange } from '../rota/duty-change.ts'
import { URGENT_MINUTES } from './notices.ts'

/** Whether the duty, as it was or as it is, begins within 48 hours of being changed; of one that had begun, whether it ends by then. */
export function isUrgentChange({ at, before, after }: Pick<DutyChange, 'at' | 'before' | 'after'>): boolean {
  const moments = [before, after].flatMap((held) => (held ? [held.start > at ? held.start : held.end] : []))
  return moments.some((moment) => moment > at && moment <= at + URGENT_MINUTES)
}
