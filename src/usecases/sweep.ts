import { abandonedBuildWrites } from '../data/build-store.ts'
import { writeAll } from '../data/database.ts'
import { forgetBodyWrites } from '../data/feed-body-store.ts'
import { forgetLinkMessagesWrites } from '../data/link-message-store.ts'
import { feedWindow } from '../feeds/feed-window.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { done, type Result } from './refusal.ts'
import { retentionWrites } from './retention.ts'

/** Minutes without a word after which nobody works on a build any more. */
const ABANDONED_AFTER = 24 * 60

/** Each night: forgets what has run out for good. */
export async function sweep(ctx: Context, _input: Record<never, never>): Promise<Result<null>> {
  const isRefused = gate(ctx, 'sweep', { kind: 'installation' })
  if (isRefused) return isRefused
  await writeAll(ctx.db, [
    ...forgetLinkMessagesWrites(ctx.now),
    ...retentionWrites(ctx),
    ...abandonedBuildWrites(ctx.now - ABANDONED_AFTER),
    // Calendars are told with their week, so that none from before it is told again.
    ...forgetBodyWrites(feedWindow(ctx.now).monday),
  ])
  return done(null)
}
