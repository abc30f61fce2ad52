import type { Context } from '../usecases/context.ts'
import { listInterruptedBuilds } from '../usecases/list-interrupted-builds.ts'

/** Starts again what the process before this one left in the middle; a fault is told, since nobody waits for it. */
export async function takeUpBuilds(ctx: Context): Promise<void> {
  try {
    const interrupted = await listInterruptedBuilds(ctx, {})
    if (interrupted.kind === 'refused') throw new Error(`refused as ${interrupted.refusal.kind}`)
    for (const buildId of interrupted.value.buildIds) await ctx.startBuild(buildId)
  } catch (fault) {
    console.error('interrupted builds could not be taken up', fault)
  }
}
