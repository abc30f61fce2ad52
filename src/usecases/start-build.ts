import type { DistrictId } from '../core/rota/person.ts'
import type { Context } from './context.ts'
import { type Result, refused } from './refusal.ts'

export interface StartBuildInput {
  readonly districtId: DistrictId
  readonly draftId: string
  /** The same seed gives the same rota; null = 1. */
  readonly seed: number | null
  /** Null = by the size of the draft. */
  readonly iterations: number | null
}

/** Stores a build of the draft's unlocked places and wakes the job; one build of a draft runs at a time. */
export async function startBuild(
  _ctx: Context,
  _input: StartBuildInput,
): Promise<Result<{ readonly buildId: string }>> {
  return refused({ kind: 'not-found' })
}
