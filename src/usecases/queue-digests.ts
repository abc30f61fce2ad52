import { type IsoWeek, isoWeekOf, isoWeekStart } from '../core/time/iso-week.ts'
import { weekdayOf } from '../core/time/local-date.ts'
import { MINUTES_PER_HOUR, type Minute } from '../core/time/minute.ts'
import { fromWall, toWall } from '../core/time/oslo.ts'
import { writeAll } from '../data/database.ts'
import { type DigestReader, listDigestReaders } from '../data/message-choice-store.ts'
import { type OutboxMessage, outboxWrites } from '../data/outbox-store.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { done, type Result } from './refusal.ts'

/** Local, of Mondays. */
const DIGEST_MINUTE = 6 * MINUTES_PER_HOUR
const MONDAY = 1
/** Stored in one turn; the rest a turn later. */
const MOST_AT_ONCE = 500

/** When the overview of the week that `at` lies in is due: its Monday at 06:00, local time. */
export function digestDue(at: Minute): Minute {
  return fromWall(isoWeekStart(isoWeekOf(toWall(at).date)), DIGEST_MINUTE)
}

/**
 * From Monday 06:00 till the day is over, stores the week's overview for whoever has asked for it: one for each account and
 * week, however often and late this runs. Whoever asks on a later day gets the first on the next Monday.
 */
export async function queueDigests(
  ctx: Context,
  _input: Record<never, never>,
): Promise<Result<{ readonly queued: number }>> {
  const isRefused = gate(ctx, 'deliver-messages', { kind: 'installation' })
  if (isRefused) return isRefused
  const { date } = toWall(ctx.now)
  if (weekdayOf(date) !== MONDAY || ctx.now < digestDue(ctx.now)) return done({ queued: 0 })
  const week = isoWeekOf(date)
  const readers = await listDigestReaders(ctx.db, week, MOST_AT_ONCE)
  await writeAll(ctx.db, outboxWrites(readers.map((reader) => digestOf(ctx, reader, week))))
  return done({ queued: readers.length })
}

function digestOf(ctx: Context, { accountId, personId, email }: DigestReader, week: IsoWeek): OutboxMessage {
  return {
    id: ctx.newId(),
    dedupKey: `digest:${accountId}:${week}`,
    districtId: null,
    kind: 'weekly-digest',
    personId,
    accountId,
    payload: { email, week },
    createdAt: ctx.now,
    dueAt: ctx.now,
  }
}
