import type { DistrictId } from '../core/rota/person.ts'
import { findDistrictBuild } from '../data/build-store.ts'
import { type BuildView, toBuildView } from './build-view.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { type PlanQuality, qualityOf } from './plan-quality.ts'
import { readDraft } from './read-source.ts'
import { done, type Result, refused } from './refusal.ts'
import { actorId } from './save.ts'

export type { BuildStatus, BuildView } from './build-view.ts'

export interface ShowBuildInput {
  readonly districtId: DistrictId
  readonly buildId: string
}

export interface BuildValue extends BuildView {
  /** Of the draft as it stands now; null until the build is done. */
  readonly quality: PlanQuality | null
  /** Whether somebody held a duty of the draft before, that the build left as it was. */
  readonly leftHeld: boolean
  /** Whether whoever looks is the one whose browser is to do it. */
  readonly isOwn: boolean
}

/** How far a build has come, and how good the draft is once it is done. */
export async function showBuild(
  ctx: Context,
  { districtId, buildId }: ShowBuildInput,
): Promise<Result<BuildValue>> {
  const isRefused = gate(ctx, 'read-drafts', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const build = await findDistrictBuild(ctx.db, districtId, buildId)
  if (!build) return refused({ kind: 'not-found' })
  const view = toBuildView(build, ctx.now)
  const reading = view.status === 'done' ? await readDraft(ctx, districtId, view.draftId) : undefined
  const quality = reading ? qualityOf(reading.rota) : null
  const leftHeld = [...(reading?.cells.values() ?? [])].some(
    ({ slices, edit }) => slices.length > 0 && edit <= build.baseEdit,
  )
  return done({ ...view, quality, leftHeld, isOwn: view.requestedBy === actorId(ctx) })
}
