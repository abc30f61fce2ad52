import type { DistrictId } from '../core/rota/person.ts'
import { placesOf } from '../core/rota/rota.ts'
import { buildProgressWrites, buildWrites, findLatestBuild, type StoredBuild } from '../data/build-store.ts'
import { findDistrict } from '../data/district-store.ts'
import { findDraft } from '../data/draft-store.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { done, invalid, type Result, refused } from './refusal.ts'
import { templateNeeds } from './rota-reading.ts'
import { actorId, save } from './save.ts'

export interface StartBuildInput {
  readonly districtId: DistrictId
  readonly draftId: string
  /** The same seed gives the same rota; null = 1. */
  readonly seed: number | null
  /** Null = by the size of the draft. */
  readonly iterations: number | null
  /** `filled` fills only what is open; `locked` also builds anew what is held, unless it is locked or sliced by hand. */
  readonly keep: 'filled' | 'locked'
}

const ITERATIONS_PER_PLACE = 1000
const MOST_ITERATIONS = 100_000_000
const MOST_SEED = 2 ** 31 - 1
/** A build that nobody has touched for this many minutes has lost its job. */
const LOST_AFTER = 15

/** Stores a build of the draft's open or unlocked places and wakes the job; one build of a draft runs at a time. */
export async function startBuild(
  ctx: Context,
  input: StartBuildInput,
): Promise<Result<{ readonly buildId: string }>> {
  const { districtId, draftId, seed, keep } = input
  const isRefused = gate(ctx, 'build-rota', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  if (!isCount(seed, 0, MOST_SEED)) return invalid('seed', 'out-of-range', String(seed))
  if (!isCount(input.iterations, 1, MOST_ITERATIONS))
    return invalid('iterations', 'out-of-range', String(input.iterations))
  const [district, found, latest] = await Promise.all([
    findDistrict(ctx.db, districtId),
    findDraft(ctx.db, districtId, draftId),
    findLatestBuild(ctx.db, districtId, draftId),
  ])
  if (!district || !found) return refused({ kind: 'not-found' })
  const { draft } = found
  if (draft.status !== 'draft' && draft.status !== 'circulated') return refused({ kind: 'stale-revision' })
  const places = placesOf(templateNeeds(district, draft)).length
  const build: StoredBuild = {
    id: ctx.newId(),
    districtId,
    draftId,
    seed: seed ?? 1,
    iterations: input.iterations ?? Math.max(1, places) * ITERATIONS_PER_PLACE,
    keep,
    done: 0,
    status: 'waiting',
    score: null,
    openDuties: [],
    keptCells: 0,
    baseEdit: draft.edits,
    requestedBy: actorId(ctx),
    requestedAt: ctx.now,
    touchedAt: ctx.now,
  }
  const change = { districtId, action: 'start-build', subjectKind: 'build', subjectId: build.id }
  const after = { draftId, seed: build.seed, iterations: build.iterations, keep }
  const writes = [...lostWrites(latest, ctx.now), ...buildWrites(build)]
  const failed = await save(ctx, { ...change, after }, writes)
  if (failed) return failed
  await ctx.startBuild(build.id)
  return done({ buildId: build.id })
}

/** Gives up a build whose job is gone, so that it doesn't stand in the way of the next. */
function lostWrites(latest: StoredBuild | undefined, now: number) {
  const isUnderWay = latest?.status === 'waiting' || latest?.status === 'running'
  if (!latest || !isUnderWay || now - latest.touchedAt < LOST_AFTER) return []
  return buildProgressWrites(latest.id, { ...latest, status: 'failed', touchedAt: now })
}

function isCount(value: number | null, least: number, most: number): boolean {
  return value === null || (Number.isInteger(value) && value >= least && value <= most)
}
