import { MINUTES_PER_DAY } from '../core/time/minute.ts'
import { abandonedBuildWrites } from '../data/build-store.ts'
import { forgetChallengesWrites } from '../data/challenge-store.ts'
import { writeAll } from '../data/database.ts'
import { forgetBodyWrites } from '../data/feed-body-store.ts'
import { expiredHeldFormRemovals } from '../data/held-form-store.ts'
import { forgetMessageWrites } from '../data/outbox-store.ts'
import { forgetTriesWrites } from '../data/rate-store.ts'
import { expiredSessionRemovals } from '../data/session-store.ts'
import { feedWindow } from '../feeds/feed-window.ts'
import { HELD_MINUTES } from '../identity/session.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { done, type Result } from './refusal.ts'

/** Minutes without a word after which nobody works on a build any more. */
const ABANDONED_AFTER = 24 * 60
const DAYS_SENT_KEPT = 90
const DAYS_DEAD_KEPT = 365

/** Each night: forgets what has run out for good. */
export async function sweep(ctx: Context, _input: Record<never, never>): Promise<Result<null>> {
  const isRefused = gate(ctx, 'sweep', { kind: 'installation' })
  if (isRefused) return isRefused
  await writeAll(ctx.db, [
    ...expiredSessionRemovals(ctx.now - HELD_MINUTES),
    ...expiredHeldFormRemovals(ctx.now),
    ...forgetChallengesWrites(ctx.now),
    ...abandonedBuildWrites(ctx.now - ABANDONED_AFTER),
    ...forgetMessageWrites({
      sent: ctx.now - DAYS_SENT_KEPT * MINUTES_PER_DAY,
      dead: ctx.now - DAYS_DEAD_KEPT * MINUTES_PER_DAY,
    }),
    ...forgetTriesWrites(ctx.now - MINUTES_PER_DAY),
    // Calendars are told with their week, so that none from before it is told again.
    ...forgetBodyWrites(feedWindow(ctx.now).monday),
  ])
  return done(null)
}
