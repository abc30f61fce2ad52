import type { DistrictId } from '../core/rota/person.ts'
import type { OpenDuty } from '../solver/build.ts'
import type { Score } from '../solver/score.ts'
import type { Context } from './context.ts'
import { type Result, refused } from './refusal.ts'

export type BuildStatus = 'waiting' | 'running' | 'done' | 'failed'

export interface BuildView {
  readonly id: string
  readonly draftId: string
  readonly status: BuildStatus
  readonly seed: number
  /** Iterations done of `iterations`. */
  readonly done: number
  readonly iterations: number
  readonly score: Score | null
  /** Known when the build is done. */
  readonly open: readonly OpenDuty[]
  /** Places that somebody edited while the build ran: their hands won. */
  readonly keptCells: number
}

export interface ShowBuildInput {
  readonly districtId: DistrictId
  readonly buildId: string
}

/** How far a build has come. */
export async function showBuild(_ctx: Context, _input: ShowBuildInput): Promise<Result<BuildView>> {
  return refused({ kind: 'not-found' })
}
