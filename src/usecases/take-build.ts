import { findBuildOrder, findBuildState } from '../data/build-order-store.ts'
import { buildProgressWrites, findBuild } from '../data/build-store.ts'
import { writeAll } from '../data/database.ts'
import { isUnderWay } from './build-view.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { done, type Result, refused } from './refusal.ts'

export interface TakeBuildInput {
  readonly buildId: string
}

export interface TakenBuild {
  readonly orderText: string
  /** Where its search stood when that was last saved; null = nowhere yet. */
  readonly state: Uint8Array | null
}

/** What a job is to work on: the order as it was frozen, and how far it had come. A build that is over is `not-found`. */
export async function takeBuild(ctx: Context, { buildId }: TakeBuildInput): Promise<Result<TakenBuild>> {
  const isRefused = gate(ctx, 'run-builds', { kind: 'installation' })
  if (isRefused) return isRefused
  const [build, orderText, state] = await Promise.all([
    findBuild(ctx.db, buildId),
    findBuildOrder(ctx.db, buildId),
    findBuildState(ctx.db, buildId),
  ])
  if (!build || !isUnderWay(build) || build.place !== 'server') return refused({ kind: 'not-found' })
  if (orderText === undefined) throw new Error(`build ${buildId} has no order`)
  await writeAll(
    ctx.db,
    buildProgressWrites(buildId, 'server', { ...build, status: 'running', touchedAt: ctx.now }),
  )
  return done({ orderText, state: state ?? null })
}
