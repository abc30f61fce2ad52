import type { DistrictId } from '../core/rota/person.ts'
import { findBuild } from '../data/build-store.ts'
import { type BuildView, toBuildView } from './build-view.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { done, type Result, refused } from './refusal.ts'

export type { BuildStatus, BuildView } from './build-view.ts'

export interface ShowBuildInput {
  readonly districtId: DistrictId
  readonly buildId: string
}

/** How far a build has come. */
export async function showBuild(
  ctx: Context,
  { districtId, buildId }: ShowBuildInput,
): Promise<Result<BuildView>> {
  const isRefused = gate(ctx, 'read-drafts', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const build = await findBuild(ctx.db, buildId)
  if (build?.districtId !== districtId) return refused({ kind: 'not-found' })
  return done(toBuildView(build))
}
