import type { DistrictId } from '../core/rota/person.ts'
import { placesOf, type Rota } from '../core/rota/rota.ts'
import { buildOrderWrites } from '../data/build-order-store.ts'
import {
  buildProgressWrites,
  buildWrites,
  findLatestBuild,
  NOTHING_DONE,
  type StoredBuild,
} from '../data/build-store.ts'
import type { Write } from '../data/database.ts'
import { faultsOf } from '../solver/build-fault.ts'
import { toOrderText } from '../solver/order.ts'
import { isLost } from './build-view.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { type DraftRota, readDraft } from './read-source.ts'
import { done, invalid, type Result, refused } from './refusal.ts'
import { isOwnNeed } from './rota-reading.ts'
import { actorId, save } from './save.ts'
import { type TriedWeights, weightFaults, withTried } from './tried-weights.ts'

/** How much is tried: enough to see how it goes, as a rule, or until little is left to win, with an exact solver at the end in a browser. */
export type BuildEffort = 'short' | 'normal' | 'long'

export interface StartBuildInput {
  readonly districtId: DistrictId
  readonly draftId: string
  /** The same seed gives the same rota; null = 1. */
  readonly seed: number | null
  /** Null = by the effort and the size of the draft. */
  readonly iterations: number | null
  /** Left out = normal. */
  readonly effort?: BuildEffort
  /** `filled` fills only what is open; `locked` also builds anew what is held, unless it is locked or sliced by hand. */
  readonly keep: 'filled' | 'locked'
  /** `few` changes as little as it can of what is held; left out = free. */
  readonly change?: 'free' | 'few'
  /** Tried in this build alone, in place of the agreed ones. */
  readonly weights?: TriedWeights
  /** Where the search runs; left out = in a job of the server. */
  readonly place?: 'server' | 'browser'
}

const ITERATIONS_PER_PLACE: Readonly<Record<BuildEffort, number>> = { short: 300, normal: 1000, long: 10_000 }
const MOST_ITERATIONS = 100_000_000
const MOST_SEED = 2 ** 31 - 1

/**
 * Stores a build of the draft's open or unlocked places with what it works on, and wakes the job unless a browser does it. One
 * build of a draft runs at a time.
 */
export async function startBuild(
  ctx: Context,
  input: StartBuildInput,
): Promise<Result<{ readonly buildId: string }>> {
  const { districtId, draftId, seed } = input
  const isRefused = gate(ctx, 'build-rota', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  if (!isCount(seed, 0, MOST_SEED)) return invalid('seed', 'out-of-range', String(seed))
  if (!isCount(input.iterations, 1, MOST_ITERATIONS))
    return invalid('iterations', 'out-of-range', String(input.iterations))
  const { weights = {} } = input
  const problems = weightFaults(weights)
  if (problems.length > 0) return refused({ kind: 'invalid', problems })
  const [reading, latest] = await Promise.all([
    readDraft(ctx, districtId, draftId),
    findLatestBuild(ctx.db, districtId, draftId),
  ])
  if (!reading) return refused({ kind: 'not-found' })
  const { draft } = reading
  const rota = weighed(reading.rota, weights)
  if (draft.status !== 'draft' && draft.status !== 'circulated') return refused({ kind: 'stale-revision' })
  const build = newBuild(ctx, input, reading)
  const { lineIds } = draft
  const fault = faultsOf({ rota, lineIds, locked: new Set(), iterations: build.iterations })
  if (fault) return refused({ kind: 'cannot-build', fault })
  const change = { districtId, action: 'start-build', subjectKind: 'build', subjectId: build.id }
  const { iterations, keep, place } = build
  const after = { draftId, seed: build.seed, iterations, keep, change: build.change, place, weights }
  const writes = [
    ...lostWrites(latest, ctx.now),
    ...buildWrites(build),
    ...buildOrderWrites(build.id, orderTextOf(build, { ...reading, rota }, input.effort === 'long')),
  ]
  const failed = await save(ctx, { ...change, after }, writes)
  if (failed) return failed
  if (place === 'server') await ctx.startBuild(build.id)
  return done({ buildId: build.id })
}

function weighed(rota: Rota, weights: TriedWeights): Rota {
  if (Object.keys(weights).length === 0) return rota
  const { district } = rota
  return {
    ...rota,
    district: { ...district, agreement: withTried(district.agreement, weights, rota.from) },
  }
}

function newBuild(ctx: Context, input: StartBuildInput, { rota, draft }: DraftRota): StoredBuild {
  const { districtId, draftId, keep, change = 'free', place = 'server', effort = 'normal' } = input
  const places = placesOf(rota.needs.filter((need) => isOwnNeed(draft, need))).length
  const byEffort = Math.min(MOST_ITERATIONS, Math.max(1, places) * ITERATIONS_PER_PLACE[effort])
  return {
    ...NOTHING_DONE,
    id: ctx.newId(),
    districtId,
    draftId,
    seed: input.seed ?? 1,
    iterations: input.iterations ?? byEffort,
    keep,
    change,
    place,
    stop: null,
    baseEdit: draft.edits,
    requestedBy: actorId(ctx),
    requestedAt: ctx.now,
    touchedAt: ctx.now,
  }
}

/** What is edited after this wins over the build. */
function orderTextOf(build: StoredBuild, { rota, draft, cells }: DraftRota, polish: boolean): string {
  const { id: buildId, districtId, draftId, seed, iterations, keep, change, baseEdit } = build
  const baselines = Object.fromEntries(
    [...cells].flatMap(([key, { base }]) => (base ? [[key, base] as const] : [])),
  )
  const { lineIds } = draft
  const search = { seed, iterations, keep, change, polish, lineIds, rota }
  return toOrderText({ buildId, districtId, draftId, ...search, baselines, baseEdit })
}

/** Gives up a build that nobody works on any more, so that it doesn't stand in the way of the next. */
function lostWrites(latest: StoredBuild | undefined, now: number): Write[] {
  if (!latest || !isLost(latest, now)) return []
  return buildProgressWrites(latest.id, latest.place, { ...latest, status: 'failed', touchedAt: now })
}

function isCount(value: number | null, least: number, most: number): boolean {
  return value === null || (Number.isInteger(value) && value >= least && value <= most)
}
