import { countTry } from '../data/rate-store.ts'
import type { Context } from './context.ts'
import { type Refused, refused } from './refusal.ts'

export interface Limited {
  /** What is limited and for whom, such as `export:<account>`; stored as a hash. */
  readonly key: string
  /** Inclusive. */
  readonly most: number
  /** Length of a window, from the first try in it; at most a day, which is how long counts are kept. */
  readonly perMinutes: number
}

/** Counts this try. Refused as `too-many` past the limit until its window ends; a refused try moves no window. */
export async function limit(
  ctx: Pick<Context, 'db' | 'hash' | 'now'>,
  { key, most, perMinutes }: Limited,
): Promise<Refused | undefined> {
  const { now } = ctx
  const { count, windowStart } = await countTry(ctx.db, { key: await ctx.hash(key), perMinutes, now })
  if (count <= most) return undefined
  return refused({ kind: 'too-many', retryAfterMinutes: Math.max(1, windowStart + perMinutes - now) })
}
