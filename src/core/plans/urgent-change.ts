import type { DutyChange } from '../rota/duty-change.ts'
import type { Minute } from '../time/minute.ts'
import { URGENT_MINUTES } from './notices.ts'

type Changed = Pick<DutyChange, 'at' | 'before' | 'after'>

/** The times within 48 hours of being changed at which the duty, as it was or as it is, begins, or ends if it had begun; by time. */
export function urgentMoments({ at, before, after }: Changed): Minute[] {
  const moments = [before, after].flatMap((held) => (held ? [held.start > at ? held.start : held.end] : []))
  return moments.filter((moment) => moment > at && moment <= at + URGENT_MINUTES).sort((a, b) => a - b)
}

/** Whether the duty, as it was or as it is, begins within 48 hours of being changed; of one that had begun, whether it ends by then. */
export function isUrgentChange(change: Changed): boolean {
  return urgentMoments(change).length > 0
}

/** Of changes not confirmed, those that still wait for it: urgent ones of which some such time is after `now`, what comes first going first. */
export function changesToConfirm<C extends Changed>(changes: readonly C[], now: Minute): C[] {
  return changes
    .flatMap((change) => {
      const next = urgentMoments(change).find((moment) => moment > now)
      return next === undefined ? [] : [{ change, next }]
    })
    .sort((a, b) => a.next - b.next)
    .map(({ change }) => change)
}
