import { isSameSlices, planEdit } from '../core/plans/edit.ts'
import type { DraftCells, WantedContent } from '../core/plans/intent.ts'
import { type Cell, cellKey } from '../core/rota/assignment.ts'
import type { DraftEdit } from '../core/rota/draft.ts'
import { toUtcText } from '../core/time/minute.ts'
import {
  buildGuard,
  buildProgressWrites,
  buildSeedWrites,
  findBuild,
  type StoredBuild,
} from '../data/build-store.ts'
import { editWrites } from '../data/draft-store.ts'
import type { BuildResult } from '../solver/build.ts'
import type { BuildOrder } from '../solver/order.ts'
import type { Evenness } from './build-evenness.ts'
import { isUnderWay } from './build-view.ts'
import type { Context } from './context.ts'
import { readDraftOnTimeline } from './draft-on-timeline.ts'
import { done, type Result, refused } from './refusal.ts'
import { save } from './save.ts'

/** What a search came to, whoever did it. */
export interface Built {
  readonly order: BuildOrder
  /** Where the search ran. */
  readonly place: StoredBuild['place']
  readonly result: BuildResult
  /** The draft's own rota where it was better: it stands, and nothing is written. */
  readonly former?: BuildResult | null
  /** The seed that gave it. */
  readonly seed: number
  readonly bound: number | null
  readonly evenness: Evenness
}

/** Tries to write while people edit the same draft. */
const MOST_TRIES = 10

/**
 * Writes a built rota into the draft as one edit by whoever asked for it, and ends the build. A place that somebody touched or
 * locked after the build began is left as they put it, and counted. `not-found` when the build is over or was moved elsewhere,
 * or the draft is gone.
 */
export async function saveBuilt(ctx: Context, built: Built): Promise<Result<{ readonly keptCells: number }>> {
  const { buildId } = built.order
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const build = await findBuild(ctx.db, buildId)
    if (!build || !isUnderWay(build) || build.place !== built.place) return refused({ kind: 'not-found' })
    const planned = await planBuildEdit(ctx, built.order, build, built.former ? [] : built.result.cells)
    if (!planned) return refused({ kind: 'not-found' })
    const failed = await saveEdit(ctx, built, build, planned)
    if (!failed) return done({ keptCells: planned.keptCells })
    // Somebody edited between reading and writing: their cell is kept in the next try.
    if (failed.refusal.kind !== 'cell-changed') return failed
  }
  throw new Error(`build ${buildId}: the draft was edited ${MOST_TRIES} times while the build was written`)
}

interface PlannedEdit {
  readonly writes: ReturnType<typeof editWrites>
  readonly keptCells: number
}

function saveEdit(ctx: Context, built: Built, build: StoredBuild, { writes, keptCells }: PlannedEdit) {
  const { result: found, former, bound, evenness, seed, place } = built
  const { score, open, iterations } = former ?? found
  const { id, districtId, draftId } = build
  const result = { score, openDuties: open, keptCells, bound, evenness }
  const best = { openNow: found.open.length, costNow: found.score.total }
  const progress = { done: iterations, status: 'done', ...best } as const
  const change = { districtId, action: 'finish-build', subjectKind: 'build', subjectId: id }
  return save(ctx, { ...change, after: { draftId, keptCells, open: open.length, seed } }, [
    buildGuard(id, place),
    ...writes,
    ...buildSeedWrites(id, seed),
    ...buildProgressWrites(id, place, { ...progress, ...result, touchedAt: ctx.now }),
  ])
}

async function planBuildEdit(
  ctx: Context,
  { districtId, draftId, baseEdit, baselines }: BuildOrder,
  build: StoredBuild,
  built: readonly Cell[],
): Promise<PlannedEdit | undefined> {
  const reading = await readDraftOnTimeline(ctx, districtId, draftId)
  if (!reading) return undefined
  const { draft, cells } = reading
  const needs = new Map(reading.needs.map((need) => [need.id, need]))
  const placed = built.filter(({ needId }) => needs.has(needId))
  const isKept = (cell: Cell) => (cells.get(cellKey(cell))?.edit ?? 0) > baseEdit
  const planned = planEdit({
    kind: 'build',
    wanted: placed.filter((cell) => !isKept(cell)).map((cell) => toWanted(cell, cells, baselines)),
    cells,
    needs,
    seen: new Map(),
    number: draft.edits + 1,
    by: build.requestedBy,
    at: toUtcText(ctx.now),
  })
  const keptCells = placed.filter((cell) => isKept(cell) && isElsewise(cell, cells)).length
  if (planned.kind === 'planned')
    return { writes: editWrites(districtId, draftId, planned.edit, seenIn(planned.edit, cells)), keptCells }
  if (planned.refusal.kind === 'nothing-changed') return { writes: [], keptCells }
  throw new Error(`build ${build.id} of draft ${draftId} does not fit it: ${JSON.stringify(planned.refusal)}`)
}

/** Holders as the build has them; note and lock as they stand. It took into account what the timeline held when it began. */
function toWanted(
  { needId, seat, slices }: Cell,
  cells: DraftCells,
  baselines: BuildOrder['baselines'],
): WantedContent {
  const key = cellKey({ needId, seat })
  const { note, locked } = cells.get(key) ?? { note: '', locked: false }
  const base = baselines[key]
  return { needId, seat, after: { slices, locked, note, ...(base ? { base } : {}) } }
}

function isElsewise(cell: Cell, cells: DraftCells): boolean {
  return !isSameSlices(cells.get(cellKey(cell))?.slices ?? [], cell.slices)
}

function seenIn(edit: DraftEdit, cells: DraftCells): ReadonlyMap<string, number> {
  return new Map(edit.changes.map((change) => [cellKey(change), cells.get(cellKey(change))?.edit ?? 0]))
}
