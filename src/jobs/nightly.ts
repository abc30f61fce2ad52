import type { Context } from '../usecases/context.ts'
import { queueLogHeads } from '../usecases/queue-log-heads.ts'
import { sealGrounds } from '../usecases/seal-grounds.ts'
import { sweep } from '../usecases/sweep.ts'

/** What the night's trigger starts. */
export async function runNightly(ctx: Context): Promise<void> {
  await sweep(ctx, {})
  await sealStoredGrounds(ctx)
  await queueLogHeads(ctx, {})
}

/** At night, and where a process has a start also then: brings every ground under the newest key, and tells of keys that are missing. */
export async function sealStoredGrounds(ctx: Context): Promise<void> {
  const sealed = await sealGrounds(ctx, {})
  if (sealed.kind === 'done' && sealed.value.lost > 0)
    console.warn(`${sealed.value.lost} grounds of exemptions are sealed with a key that GROUND_KEYS lacks`)
}
