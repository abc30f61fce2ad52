import { buildStateWrites } from '../data/build-order-store.ts'
import { buildProgressWrites, findBuild } from '../data/build-store.ts'
import { writeAll } from '../data/database.ts'
import { isUnderWay } from './build-view.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { done, type Result, refused } from './refusal.ts'

export interface NoteProgressInput {
  readonly buildId: string
  /** Iterations done so far. */
  readonly done: number
  /** Of the best rota so far; left out = as told before. */
  readonly openNow?: number | null
  readonly costNow?: number | null
  readonly bound?: number | null
  readonly status: 'running' | 'failed'
  /** What the search needs to go on after the process has ended; left out where it is kept elsewhere. */
  readonly state?: Uint8Array
}

/** Tells how far a build has come, or that it was given up, and learns whether it is to stop. One that is over stays as it ended. */
export async function noteProgress(
  ctx: Context,
  { buildId, state, ...progress }: NoteProgressInput,
): Promise<Result<{ readonly isToStop: boolean }>> {
  const isRefused = gate(ctx, 'run-builds', { kind: 'installation' })
  if (isRefused) return isRefused
  const build = await findBuild(ctx.db, buildId)
  if (!build || !isUnderWay(build)) return refused({ kind: 'not-found' })
  const noted = { ...build, ...progress, touchedAt: ctx.now }
  const isKept = state !== undefined && progress.status === 'running'
  await writeAll(ctx.db, [
    ...buildProgressWrites(buildId, build.place, noted),
    ...(isKept ? buildStateWrites(buildId, state) : []),
  ])
  return done({ isToStop: build.stop === 'keep' })
}
