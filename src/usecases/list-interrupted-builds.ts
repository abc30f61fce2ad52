import { listBuildsUnderWay } from '../data/build-store.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { done, type Result } from './refusal.ts'

/** Builds of a server's jobs that were under way when its process ended, for the next process to take up. */
export async function listInterruptedBuilds(
  ctx: Context,
  _input: Record<never, never>,
): Promise<Result<{ readonly buildIds: readonly string[] }>> {
  const isRefused = gate(ctx, 'run-builds', { kind: 'installation' })
  if (isRefused) return isRefused
  const builds = await listBuildsUnderWay(ctx.db)
  return done({ buildIds: builds.filter(({ place }) => place === 'server').map(({ id }) => id) })
}
