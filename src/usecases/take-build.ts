import { buildProgressWrites, findBuild } from '../data/build-store.ts'
import { writeAll } from '../data/database.ts'
import { type BuildOrder, toOrderText } from '../solver/order.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { readDraft } from './read-source.ts'
import { done, type Result, refused } from './refusal.ts'

export interface TakeBuildInput {
  readonly buildId: string
}

/** Freezes what a waiting build works on, as text that the job keeps. A build that is over is `not-found`. */
export async function takeBuild(
  ctx: Context,
  { buildId }: TakeBuildInput,
): Promise<Result<{ readonly orderText: string }>> {
  const isRefused = gate(ctx, 'run-builds', { kind: 'installation' })
  if (isRefused) return isRefused
  const build = await findBuild(ctx.db, buildId)
  if (!build || build.status === 'done' || build.status === 'failed') return refused({ kind: 'not-found' })
  const { districtId, draftId, seed, iterations, keep } = build
  const reading = await readDraft(ctx, districtId, draftId)
  if (!reading) return refused({ kind: 'not-found' })
  const { rota, draft, cells } = reading
  const baselines = Object.fromEntries(
    [...cells].flatMap(([key, { base }]) => (base ? [[key, base] as const] : [])),
  )
  // What is edited after this reading wins over the build.
  const order: BuildOrder = {
    buildId,
    districtId,
    draftId,
    seed,
    iterations,
    keep,
    lineIds: draft.lineIds,
    rota,
    baselines,
    baseEdit: draft.edits,
  }
  await writeAll(ctx.db, buildProgressWrites(buildId, { ...build, status: 'running', touchedAt: ctx.now }))
  return done({ orderText: toOrderText(order) })
}
