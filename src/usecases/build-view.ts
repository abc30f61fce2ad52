import type { StoredBuild } from '../data/build-store.ts'
import type { OpenDuty } from '../solver/build.ts'
import type { Score } from '../solver/score/score.ts'

export type BuildStatus = 'waiting' | 'running' | 'done' | 'failed'

export interface BuildView {
  readonly id: string
  readonly draftId: string
  readonly status: BuildStatus
  readonly seed: number
  /** Iterations done of `iterations`. */
  readonly done: number
  readonly iterations: number
  /** Whether it filled only what was open, or built anew all that was not locked. */
  readonly keep: 'filled' | 'locked'
  /** Known when the build is done. */
  readonly score: Score | null
  readonly open: readonly OpenDuty[]
  /** Places that somebody edited while the build ran: their hands won. */
  readonly keptCells: number
}

/** Score and open duties were stored by `finish-build` and nobody else, so that their shape is known. */
export function toBuildView(build: StoredBuild): BuildView {
  const { id, draftId, status, seed, done, iterations, keep, keptCells } = build
  const score = build.score as Score | null
  const open = build.openDuties as readonly OpenDuty[]
  return { id, draftId, status, seed, done, iterations, keep, score, open, keptCells }
}
