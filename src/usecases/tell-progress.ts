import type { DistrictId } from '../core/rota/person.ts'
import { buildProgressWrites, findDistrictBuild } from '../data/build-store.ts'
import { writeAll } from '../data/database.ts'
import { parseProgress } from '../exchange/built-rota.ts'
import { isUnderWay } from './build-view.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { done, type Result, refused } from './refusal.ts'
import { actorId } from './save.ts'

export interface TellProgressInput {
  readonly districtId: DistrictId
  readonly buildId: string
  /** JSON as `parseProgress` reads it. */
  readonly text: string
}

/** How far the browser that builds has come, for others to see; it learns whether it is to stop. */
export async function tellProgress(
  ctx: Context,
  { districtId, buildId, text }: TellProgressInput,
): Promise<Result<{ readonly isToStop: boolean }>> {
  const isRefused = gate(ctx, 'build-rota', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const parsed = parseProgress(text)
  if (parsed.kind === 'refused') return refused({ kind: 'file-refused', problems: parsed.problems })
  const build = await findDistrictBuild(ctx.db, districtId, buildId)
  const isTheirs = build?.requestedBy === actorId(ctx)
  if (!isTheirs || build.place !== 'browser' || !isUnderWay(build)) return refused({ kind: 'not-found' })
  const { done: iterations, open, cost } = parsed.value
  const told = { done: Math.min(iterations, build.iterations), openNow: open, costNow: cost }
  await writeAll(
    ctx.db,
    buildProgressWrites(buildId, 'browser', { ...build, ...told, status: 'running', touchedAt: ctx.now }),
  )
  return done({ isToStop: build.stop === 'keep' })
}
