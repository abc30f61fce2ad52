import type { Context } from './context.ts'

/** One read from the database. @throws when it does not answer. */
export async function checkHealth(ctx: Context): Promise<void> {
  await ctx.db.d1.prepare('SELECT 1').first()
}
