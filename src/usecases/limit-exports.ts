import type { Context } from './context.ts'
import { limit } from './limit.ts'
import type { Refused } from './refusal.ts'

/** Whole districts and tables that one account takes out in an hour: more than work asks, and soon past for who empties a house. */
const MOST_AN_HOUR = 10

/** Counts what an account takes out, once it may. */
export async function limitExports(ctx: Context): Promise<Refused | undefined> {
  const { actor } = ctx
  if (actor.kind !== 'account') return undefined
  return limit(ctx, { key: `exports-of:${actor.accountId}`, most: MOST_AN_HOUR, perMinutes: 60 })
}
