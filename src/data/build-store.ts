import { sql } from 'kysely'
import type { DistrictId } from '../core/rota/person.ts'
import { fromUtcText, type Minute, toUtcText } from '../core/time/minute.ts'
import { buildOrderRemovals } from './build-order-store.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import { fromJson, guardWrite, toJson } from './rows.ts'
import type { Schema } from './schema.ts'
import type { BuildStatus } from './schema-rota.ts'

/** How far a build of a draft has come. What `score`, `openDuties` and `evenness` hold is the builder's own. */
export interface StoredBuild extends BuildProgress {
  readonly id: string
  readonly districtId: DistrictId
  readonly draftId: string
  readonly seed: number
  readonly iterations: number
  /** What the build leaves as it stands: all that is held, or only what is locked or sliced by hand. */
  readonly keep: 'filled' | 'locked'
  /** Whether what is built anew may change freely, or as little as it can. */
  readonly change: 'free' | 'few'
  /** Where the search runs: in a job of the server, or in the browser of whoever asked for it. */
  readonly place: 'server' | 'browser'
  /** What somebody asked it to do instead of going on. */
  readonly stop: 'keep' | 'discard' | null
  /** The number of the draft's latest edit when the build read it. */
  readonly baseEdit: number
  readonly requestedBy: string
  readonly requestedAt: Minute
}

export interface BuildProgress {
  readonly done: number
  readonly status: BuildStatus
  readonly score: unknown
  readonly openDuties: readonly unknown[]
  readonly keptCells: number
  /** Of the best rota so far; null before there is one. */
  readonly openNow: number | null
  readonly costNow: number | null
  /** Points that no full rota can be below, as far as is proven; null = nothing is. */
  readonly bound: number | null
  readonly evenness: unknown
  readonly touchedAt: Minute
}

/** Of a build that nothing has been done for yet. */
export const NOTHING_DONE: Omit<BuildProgress, 'touchedAt'> = {
  done: 0,
  status: 'waiting',
  score: null,
  openDuties: [],
  keptCells: 0,
  openNow: null,
  costNow: null,
  bound: null,
  evenness: null,
}

/** One of a district's. */
export async function findDistrictBuild(
  db: Database,
  districtId: DistrictId,
  id: string,
): Promise<StoredBuild | undefined> {
  const query = compiler.selectFrom('build').selectAll().where('district_id', '=', districtId)
  const [rows] = await readAll(db, [query.where('id', '=', id)])
  return rows.map(toBuild)[0]
}

/** By id alone: a job knows nothing else. */
export async function findBuild(db: Database, id: string): Promise<StoredBuild | undefined> {
  const [rows] = await readAll(db, [compiler.selectFrom('build').selectAll().where('id', '=', id)])
  return rows.map(toBuild)[0]
}

export async function findLatestBuild(
  db: Database,
  districtId: DistrictId,
  draftId: string,
): Promise<StoredBuild | undefined> {
  const query = compiler
    .selectFrom('build')
    .selectAll()
    .where('district_id', '=', districtId)
    .where('draft_id', '=', draftId)
    .orderBy('requested_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
  const [rows] = await readAll(db, [query])
  return rows.map(toBuild)[0]
}

/** Those that wait or run anywhere, the longest untouched first. */
export async function listBuildsUnderWay(db: Database): Promise<StoredBuild[]> {
  const [rows] = await readAll(db, [
    compiler
      .selectFrom('build')
      .selectAll()
      .where(sql<boolean>`status in ('waiting', 'running')`)
      .orderBy('touched_at'),
  ])
  return rows.map(toBuild)
}

/** A new build; refused as `build-running` while the draft has one that waits or runs. */
export function buildWrites(build: StoredBuild): Write[] {
  const row = {
    id: build.id,
    district_id: build.districtId,
    draft_id: build.draftId,
    seed: build.seed,
    iterations: build.iterations,
    keep: build.keep,
    change: build.change,
    place: build.place,
    stop: build.stop,
    base_edit: build.baseEdit,
    requested_by: build.requestedBy,
    requested_at: toUtcText(build.requestedAt),
    ...progressColumns(build),
  }
  return [compiler.insertInto('build').values(row).compile()]
}

/** One that is over stays as it ended, and one that runs elsewhere by now as it goes there. With its end, what it worked on is forgotten. */
export function buildProgressWrites(
  id: string,
  place: StoredBuild['place'],
  progress: BuildProgress,
): Write[] {
  const update = underWay(id).where('place', '=', place).set(progressColumns(progress)).compile()
  const isOver = progress.status === 'done' || progress.status === 'failed'
  return isOver ? [update, ...buildOrderRemovals(id)] : [update]
}

/** Asks a build to stop. One that is to be discarded is over at once. */
export function buildStopWrites(id: string, stop: 'keep' | 'discard', touchedAt: Minute): Write[] {
  if (stop === 'keep') return [underWay(id).set({ stop }).compile()]
  const ended = { stop, status: 'failed', touched_at: toUtcText(touchedAt) } as const
  return [underWay(id).set(ended).compile(), ...buildOrderRemovals(id)]
}

/** From a browser to a job of the server. */
export function buildMoveWrites(id: string, touchedAt: Minute): Write[] {
  return [
    underWay(id)
      .set({ place: 'server', touched_at: toUtcText(touchedAt) })
      .compile(),
  ]
}

/** Gives up what nobody has touched since `before`, and forgets what builds that are over have worked on. */
export function abandonedBuildWrites(before: Minute): Write[] {
  const isOver = sql<boolean>`build_id in (select id from build where status in ('done', 'failed'))`
  return [
    compiler
      .updateTable('build')
      .set({ status: 'failed' })
      .where(sql<boolean>`status in ('waiting', 'running')`)
      .where('touched_at', '<', toUtcText(before))
      .compile(),
    compiler.deleteFrom('build_order').where(isOver).compile(),
    compiler.deleteFrom('build_state').where(isOver).compile(),
  ]
}

/** The seed that gave the rota, where several were tried. */
export function buildSeedWrites(id: string, seed: number): Write[] {
  return [underWay(id).set({ seed }).compile()]
}

/** Refuses the batch as `stale-revision` when the build is over, or runs elsewhere by now: what was built here is then nobody's wish. */
export function buildGuard(id: string, place: StoredBuild['place']): Write {
  return guardWrite(
    'stale-revision',
    sql`exists (select 1 from build where id = ${id} and place = ${place} and status in ('waiting', 'running'))`,
  )
}

function underWay(id: string) {
  return compiler
    .updateTable('build')
    .where('id', '=', id)
    .where(sql<boolean>`status in ('waiting', 'running')`)
}

function progressColumns(progress: BuildProgress) {
  const { done, status, score, openDuties, keptCells, openNow, costNow, bound, evenness, touchedAt } =
    progress
  return {
    done,
    status,
    score: score === null ? null : toJson(score),
    open_duties: toJson(openDuties),
    kept_cells: keptCells,
    open_now: openNow,
    cost_now: costNow,
    bound,
    evenness: evenness === null ? null : toJson(evenness),
    touched_at: toUtcText(touchedAt),
  }
}

function toBuild(row: Schema['build']): StoredBuild {
  return {
    id: row.id,
    districtId: row.district_id,
    draftId: row.draft_id,
    seed: row.seed,
    iterations: row.iterations,
    keep: row.keep,
    change: row.change,
    place: row.place,
    stop: row.stop,
    done: row.done,
    status: row.status,
    score: row.score === null ? null : fromJson(row.score),
    openDuties: fromJson(row.open_duties),
    keptCells: row.kept_cells,
    openNow: row.open_now,
    costNow: row.cost_now,
    bound: row.bound,
    evenness: row.evenness === null ? null : fromJson(row.evenness),
    baseEdit: row.base_edit,
    requestedBy: row.requested_by,
    requestedAt: fromUtcText(row.requested_at),
    touchedAt: fromUtcText(row.touched_at),
  }
}
