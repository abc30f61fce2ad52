import type { DistrictId } from '../core/rota/person.ts'
import { findBuildOrder } from '../data/build-order-store.ts'
import { findDistrictBuild } from '../data/build-store.ts'
import { toSentText } from '../solver/order.ts'
import { isUnderWay } from './build-view.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { done, type Result, refused } from './refusal.ts'
import { actorId } from './save.ts'

export interface ShowBuildOrderInput {
  readonly districtId: DistrictId
  readonly buildId: string
}

/** What a browser is to work on, for whoever asked for the build; `not-found` for anybody else, and once it is over. */
export async function showBuildOrder(
  ctx: Context,
  { districtId, buildId }: ShowBuildOrderInput,
): Promise<Result<{ readonly orderText: string }>> {
  const isRefused = gate(ctx, 'build-rota', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const [build, orderText] = await Promise.all([
    findDistrictBuild(ctx.db, districtId, buildId),
    findBuildOrder(ctx.db, buildId),
  ])
  const isTheirs = build?.requestedBy === actorId(ctx)
  if (!isTheirs || build.place !== 'browser' || !isUnderWay(build) || orderText === undefined)
    return refused({ kind: 'not-found' })
  return done({ orderText: toSentText(orderText) })
}
