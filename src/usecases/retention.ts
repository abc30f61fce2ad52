import { RETENTION } from '../core/plans/retention.ts'
import type { Write } from '../data/database.ts'
import { forgetWrites, type RetentionClock } from '../data/retention-store.ts'
import { HELD_MINUTES } from '../identity/session.ts'
import type { Context } from './context.ts'

/** What the night's sweep forgets by the rules of retention. */
export function retentionWrites(ctx: Pick<Context, 'now'>): Write[] {
  return forgetWrites(RETENTION, retentionClock(ctx))
}

export const retentionClock = ({ now }: Pick<Context, 'now'>): RetentionClock => ({
  now,
  heldMinutes: HELD_MINUTES,
})
