import type { Minute } from '../core/time/minute.ts'
import type { StoredBuild } from '../data/build-store.ts'
import type { OpenDuty } from '../solver/build.ts'
import type { Score } from '../solver/score/score.ts'
import type { Evenness } from './build-evenness.ts'

/** `lost` is one under way that nobody has worked on for a while. */
export type BuildStatus = 'waiting' | 'running' | 'done' | 'failed' | 'discarded' | 'lost'

export interface BuildView {
  readonly id: string
  readonly draftId: string
  readonly status: BuildStatus
  readonly place: StoredBuild['place']
  readonly seed: number
  /** Iterations done of `iterations`. */
  readonly done: number
  readonly iterations: number
  /** Whether it filled only what was open, or built anew all that was not locked. */
  readonly keep: 'filled' | 'locked'
  readonly change: 'free' | 'few'
  /** Whether somebody stopped it before its time and kept what it had. */
  readonly isCutShort: boolean
  /** Whether somebody has asked it to end with what it has, and it has not got to it yet. */
  readonly isStopping: boolean
  /** Of the best rota that was found so far; null before there is one. */
  readonly openNow: number | null
  readonly costNow: number | null
  /** Points that no full rota can be below; null = nothing is proven. */
  readonly bound: number | null
  /** Known when the build is done, like the score. */
  readonly evenness: Evenness | null
  /** Of what stands in the draft when the build is done. */
  readonly score: Score | null
  /** Whether the draft's own rota was better than what was found, so that it stands and nothing was written. */
  readonly isFormerKept: boolean
  readonly open: readonly OpenDuty[]
  /** Places that somebody edited while the build ran: their hands won. */
  readonly keptCells: number
  readonly requestedBy: string
}

/** Minutes after which a build that nobody has touched has lost what worked on it: a job, or a browser that was closed. */
const LOST_AFTER: Readonly<Record<StoredBuild['place'], number>> = { server: 15, browser: 3 }

export function isUnderWay({ status }: Pick<StoredBuild, 'status'>): boolean {
  return status === 'waiting' || status === 'running'
}

export function isLost(build: StoredBuild, now: Minute): boolean {
  return isUnderWay(build) && now - build.touchedAt >= LOST_AFTER[build.place]
}

/** Score, open duties and evenness were stored when the build ended and at no other time, so that their shape is known. */
export function toBuildView(build: StoredBuild, now: Minute): BuildView {
  const { id, draftId, place, seed, done, iterations, keep, change, openNow, costNow, bound } = build
  const { keptCells, requestedBy } = build
  return {
    ...{ id, draftId, place, seed, done, iterations, keep, change, openNow, costNow, bound },
    ...{ keptCells, requestedBy },
    status: statusOf(build, now),
    isStopping: isUnderWay(build) && build.stop === 'keep',
    isCutShort: build.status === 'done' && build.done < build.iterations,
    evenness: build.evenness as Evenness | null,
    score: build.score as Score | null,
    isFormerKept: isFormerKept(build),
    open: build.openDuties as readonly OpenDuty[],
  }
}

/** The score is of what stands, the points beside it of what was found; where the latter was taken they are one. */
function isFormerKept({ score, costNow }: StoredBuild): boolean {
  return score !== null && costNow !== null && (score as Score).total < costNow
}

function statusOf(build: StoredBuild, now: Minute): BuildStatus {
  if (build.stop === 'discard') return 'discarded'
  return isLost(build, now) ? 'lost' : build.status
}
