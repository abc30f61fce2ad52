import type { DistrictId } from '../core/rota/person.ts'
import { buildMoveWrites, findDistrictBuild } from '../data/build-store.ts'
import { isUnderWay } from './build-view.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { done, type Result, refused } from './refusal.ts'
import { save } from './save.ts'

export interface MoveBuildInput {
  readonly districtId: DistrictId
  readonly buildId: string
}

/** Lets a job of the server do, from the beginning, what a browser was to do and can't; the browser's result is then refused. */
export async function moveBuild(
  ctx: Context,
  { districtId, buildId }: MoveBuildInput,
): Promise<Result<null>> {
  const isRefused = gate(ctx, 'build-rota', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const build = await findDistrictBuild(ctx.db, districtId, buildId)
  if (!build || !isUnderWay(build) || build.place !== 'browser') return refused({ kind: 'not-found' })
  const change = { districtId, action: 'move-build', subjectKind: 'build', subjectId: buildId }
  const failed = await save(ctx, change, buildMoveWrites(buildId, ctx.now))
  if (failed) return failed
  await ctx.startBuild(buildId)
  return done(null)
}
