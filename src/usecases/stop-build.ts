import type { DistrictId } from '../core/rota/person.ts'
import { buildStopWrites, findDistrictBuild } from '../data/build-store.ts'
import { isUnderWay } from './build-view.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { done, type Result, refused } from './refusal.ts'
import { save } from './save.ts'

export interface StopBuildInput {
  readonly districtId: DistrictId
  readonly buildId: string
  /** Whether the best rota so far is to enter the draft; else the draft stays as it was, and the build is over at once. */
  readonly keep: boolean
}

/** Stops a build before its time. Whoever may build may stop it, since one build of a draft runs at a time. */
export async function stopBuild(
  ctx: Context,
  { districtId, buildId, keep }: StopBuildInput,
): Promise<Result<null>> {
  const isRefused = gate(ctx, 'build-rota', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const build = await findDistrictBuild(ctx.db, districtId, buildId)
  if (!build || !isUnderWay(build)) return refused({ kind: 'not-found' })
  const change = { districtId, action: 'stop-build', subjectKind: 'build', subjectId: buildId }
  const { draftId } = build
  const writes = buildStopWrites(buildId, keep ? 'keep' : 'discard', ctx.now)
  return (await save(ctx, { ...change, after: { draftId, keep } }, writes)) ?? done(null)
}
