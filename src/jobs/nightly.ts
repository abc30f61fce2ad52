import type { Context } from '../usecases/context.ts'
import { queueLogHeads } from '../usecases/queue-log-heads.ts'
import { queueQuarterReports } from '../usecases/queue-quarter-reports.ts'
import type { Result } from '../usecases/refusal.ts'
import { sealGrounds } from '../usecases/seal-grounds.ts'
import { sweep } from '../usecases/sweep.ts'

type Job = (ctx: Context) => Promise<unknown>

/** In this order; none waits for another to have gone well. */
const JOBS: Readonly<Record<string, Job>> = {
  'forgetting what has run out': async (ctx) => demandDone(await sweep(ctx, {})),
  'sealing grounds': sealStoredGrounds,
  'mailing where the log ends': async (ctx) => demandDone(await queueLogHeads(ctx, {})),
  'telling of the quarter’s reports': async (ctx) => {
    demandDone(await queueQuarterReports(ctx, {}))
  },
}

/** What the night's trigger starts. @throws at the end, of all that stopped in the middle; the rest is done. */
export async function runNightly(ctx: Context, jobs: Readonly<Record<string, Job>> = JOBS): Promise<void> {
  const faults: Error[] = []
  for (const [name, job] of Object.entries(jobs)) {
    try {
      await job(ctx)
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : String(cause)
      faults.push(new Error(`${name}: ${message}`, { cause }))
    }
  }
  if (faults.length > 0)
    throw new AggregateError(
      faults,
      `of the night's work stopped ${faults.map(({ message }) => message).join('; ')}`,
    )
}

/** Brings every ground under the newest key, and tells of keys that are missing. */
export async function sealStoredGrounds(ctx: Context): Promise<void> {
  const { lost } = demandDone(await sealGrounds(ctx, {}))
  if (lost > 0) console.warn(`${lost} grounds of exemptions are sealed with a key that GROUND_KEYS lacks`)
}

function demandDone<T>(result: Result<T>): T {
  if (result.kind === 'done') return result.value
  throw new Error(`refused as ${result.refusal.kind}`)
}
