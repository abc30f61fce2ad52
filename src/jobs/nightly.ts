import type { Context } from '../usecases/context.ts'
import { sweep } from '../usecases/sweep.ts'

/** What the night's trigger starts. */
export async function runNightly(ctx: Context): Promise<void> {
  await sweep(ctx, {})
}
