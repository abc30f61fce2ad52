import { MINUTES_PER_DAY } from '../core/time/minute.ts'
import { countTry } from '../data/rate-store.ts'
import type { Context } from './context.ts'
import { limit } from './limit.ts'

/** Attempts of strangers that the log takes in a minute, from everywhere together. */
const MOST_NOTED = 60

/**
 * Whether one more attempt of a stranger may have its line in the log. The installation has one chain, which each line waits for:
 * limits of single networks would let many of them together keep everybody else from signing in.
 */
export async function hasRoomToNote(ctx: Context): Promise<boolean> {
  return (await limit(ctx, { key: 'strangers-noted', most: MOST_NOTED, perMinutes: 1 })) === undefined
}

/** One more attempt that got no line: a count in its place, and as many trips to the database as for an address that is known. */
export async function countUnnoted(ctx: Context): Promise<void> {
  await countTry(ctx.db, {
    key: await ctx.hash('strangers-not-noted'),
    perMinutes: MINUTES_PER_DAY,
    now: ctx.now,
  })
}
