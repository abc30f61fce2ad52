import type { DistrictId } from '../core/rota/person.ts'
import { fromUtcText, type Minute, toUtcText } from '../core/time/minute.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import { fromJson, toJson } from './rows.ts'
import type { Schema } from './schema.ts'
import type { BuildStatus } from './schema-rota.ts'

/** How far a build of a draft has come. What `score` and `openDuties` hold is the builder's own. */
export interface StoredBuild {
  readonly id: string
  readonly districtId: DistrictId
  readonly draftId: string
  readonly seed: number
  readonly iterations: number
  /** What the build leaves as it stands: all that is held, or only what is locked or sliced by hand. */
  readonly keep: 'filled' | 'locked'
  readonly done: number
  readonly status: BuildStatus
  readonly score: unknown
  readonly openDuties: readonly unknown[]
  readonly keptCells: number
  /** The number of the draft's latest edit when the build read it. */
  readonly baseEdit: number
  readonly requestedBy: string
  readonly requestedAt: Minute
  readonly touchedAt: Minute
}

export type BuildProgress = Pick<
  StoredBuild,
  'done' | 'status' | 'score' | 'openDuties' | 'keptCells' | 'touchedAt'
>

/** By id alone: the job knows nothing else. A page checks the district. */
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

/** A new build; refused as `build-running` while the draft has one that waits or runs. */
export function buildWrites(build: StoredBuild): Write[] {
  const row = {
    id: build.id,
    district_id: build.districtId,
    draft_id: build.draftId,
    seed: build.seed,
    iterations: build.iterations,
    keep: build.keep,
    base_edit: build.baseEdit,
    requested_by: build.requestedBy,
    requested_at: toUtcText(build.requestedAt),
    ...progressColumns(build),
  }
  return [compiler.insertInto('build').values(row).compile()]
}

export function buildProgressWrites(id: string, progress: BuildProgress): Write[] {
  return [compiler.updateTable('build').set(progressColumns(progress)).where('id', '=', id).compile()]
}

function progressColumns({ done, status, score, openDuties, keptCells, touchedAt }: BuildProgress) {
  return {
    done,
    status,
    score: score === null ? null : toJson(score),
    open_duties: toJson(openDuties),
    kept_cells: keptCells,
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
    done: row.done,
    status: row.status,
    score: row.score === null ? null : fromJson(row.score),
    openDuties: fromJson(row.open_duties),
    keptCells: row.kept_cells,
    baseEdit: row.base_edit,
    requestedBy: row.requested_by,
    requestedAt: fromUtcText(row.requested_at),
    touchedAt: fromUtcText(row.touched_at),
  }
}
