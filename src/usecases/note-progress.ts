import { buildProgressWrites, findBuild } from '../data/build-store.ts'
import { writeAll } from '../data/database.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { done, type Result, refused } from './refusal.ts'

export interface NoteProgressInput {
  readonly buildId: string
  /** Iterations done so far. */
  readonly done: number
  readonly status: 'running' | 'failed'
}

/** Tells how far a build has come, or that it was given up. One that is over stays as it ended. */
export async function noteProgress(
  ctx: Context,
  { buildId, done: iterations, status }: NoteProgressInput,
): Promise<Result<null>> {
  const isRefused = gate(ctx, 'run-builds', { kind: 'installation' })
  if (isRefused) return isRefused
  const build = await findBuild(ctx.db, buildId)
  if (!build || build.status === 'done' || build.status === 'failed') return refused({ kind: 'not-found' })
  const progress = { ...build, done: iterations, status, touchedAt: ctx.now }
  await writeAll(ctx.db, buildProgressWrites(buildId, progress))
  return done(null)
}
