import { type BuildWork, boundIn, resultOf } from '../solver/order.ts'
import { betterFormer } from './better-former.ts'
import { evennessOf } from './build-evenness.ts'
import { saveBuilt } from './built-edit.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import type { Result } from './refusal.ts'

export interface FinishBuildInput {
  readonly work: BuildWork
}

/** Writes what a job has built into the draft: see `saveBuilt`. */
export async function finishBuild(
  ctx: Context,
  { work }: FinishBuildInput,
): Promise<Result<{ readonly keptCells: number }>> {
  const isRefused = gate(ctx, 'run-builds', { kind: 'installation' })
  if (isRefused) return isRefused
  const { order, encoding } = work
  const result = resultOf(work)
  const former = betterFormer(encoding, result)
  const evenness = evennessOf(encoding.problem, former ?? result, true)
  const bound = boundIn(work)
  return saveBuilt(ctx, { order, place: 'server', result, former, seed: order.seed, bound, evenness })
}
