import { isSameSlices, planEdit } from '../core/plans/edit.ts'
import type { DraftCells, WantedContent } from '../core/plans/intent.ts'
import { type Cell, cellKey } from '../core/rota/assignment.ts'
import type { DraftEdit } from '../core/rota/draft.ts'
import { toUtcText } from '../core/time/minute.ts'
import { buildProgressWrites, findBuild, type StoredBuild } from '../data/build-store.ts'
import { editWrites } from '../data/draft-store.ts'
import { type BuildWork, resultOf } from '../solver/order.ts'
import type { Context } from './context.ts'
import { readDraftOnTimeline } from './draft-on-timeline.ts'
import { gate } from './gate.ts'
import { done, type Result, refused } from './refusal.ts'
import { save } from './save.ts'

export interface FinishBuildInput {
  readonly work: BuildWork
}

/** Tries to write while people edit the same draft. */
const MOST_TRIES = 10

/**
 * Writes the build's rota into the draft as one edit by whoever asked for it. A place that somebody touched or locked after
 * the build began is left as they put it, and counted.
 */
export async function finishBuild(
  ctx: Context,
  { work }: FinishBuildInput,
): Promise<Result<{ readonly keptCells: number }>> {
  const isRefused = gate(ctx, 'run-builds', { kind: 'installation' })
  if (isRefused) return isRefused
  const { score, open, cells } = resultOf(work)
  const { buildId } = work.order
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const build = await findBuild(ctx.db, buildId)
    if (!build || build.status === 'done' || build.status === 'failed') return refused({ kind: 'not-found' })
    const planned = await planBuildEdit(ctx, work, build, cells)
    if (!planned) return refused({ kind: 'not-found' })
    const { writes, keptCells } = planned
    const progress = {
      done: work.state.iteration,
      status: 'done',
      score,
      openDuties: open,
      keptCells,
      touchedAt: ctx.now,
    } as const
    const { districtId, draftId } = build
    const change = { districtId, action: 'finish-build', subjectKind: 'build', subjectId: buildId }
    const failed = await save(ctx, { ...change, after: { draftId, keptCells, open: open.length } }, [
      ...writes,
      ...buildProgressWrites(buildId, progress),
    ])
    if (!failed) return done({ keptCells })
    // Somebody edited between reading and writing: their cell is kept in the next try.
    if (failed.refusal.kind !== 'cell-changed') return failed
  }
  throw new Error(`build ${buildId}: the draft was edited ${MOST_TRIES} times while the build was written`)
}

async function planBuildEdit(
  ctx: Context,
  { order }: BuildWork,
  build: StoredBuild,
  built: readonly Cell[],
): Promise<{ writes: ReturnType<typeof editWrites>; keptCells: number } | undefined> {
  const { districtId, draftId } = order
  const reading = await readDraftOnTimeline(ctx, districtId, draftId)
  if (!reading) return undefined
  const { draft, cells } = reading
  const needs = new Map(reading.needs.map((need) => [need.id, need]))
  const placed = built.filter(({ needId }) => needs.has(needId))
  const isKept = (cell: Cell) => (cells.get(cellKey(cell))?.edit ?? 0) > order.baseEdit
  const planned = planEdit({
    kind: 'build',
    wanted: placed.filter((cell) => !isKept(cell)).map((cell) => toWanted(cell, cells, order.baselines)),
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
  baselines: BuildWork['order']['baselines'],
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
