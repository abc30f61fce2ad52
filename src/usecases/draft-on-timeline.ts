import type { DraftCells } from '../core/plans/intent.ts'
import { type Clash, rebase } from '../core/plans/rebase.ts'
import { cellKey } from '../core/rota/assignment.ts'
import type { District } from '../core/rota/district.ts'
import type { Draft } from '../core/rota/draft.ts'
import type { Need } from '../core/rota/need.ts'
import type { DistrictId } from '../core/rota/person.ts'
import { findDistrict } from '../data/district-store.ts'
import { findDraft, type StoredDraft } from '../data/draft-store.ts'
import { loadTimeline, type Timeline } from '../data/rota-store.ts'
import type { Context } from './context.ts'
import { type Period, withContext } from './plan-dates.ts'
import { draftNeeds } from './rota-reading.ts'

/** A draft over the timeline as it is now. */
export interface DraftOnTimeline {
  readonly district: District
  readonly draft: StoredDraft
  /** Over `context`. */
  readonly timeline: Timeline
  readonly context: Period
  readonly needs: readonly Need[]
  readonly cells: DraftCells
  readonly clashes: readonly Clash[]
}

/** Reads a draft and rebases it; undefined when the district or the draft is not there. */
export async function readDraftOnTimeline(
  ctx: Pick<Context, 'db' | 'now'>,
  districtId: DistrictId,
  draftId: string,
): Promise<DraftOnTimeline | undefined> {
  const [district, found] = await Promise.all([
    findDistrict(ctx.db, districtId),
    findDraft(ctx.db, districtId, draftId),
  ])
  if (!district || !found) return undefined
  const { draft } = found
  const context = withContext(draft)
  const timeline = await loadTimeline(ctx.db, districtId, context.from, context.to)
  const needs = draftNeeds(district, draft, timeline, ctx.now)
  const published = new Map(timeline.needs.map((need) => [need.id, need]))
  const rebased = isOpenDraft(draft)
    ? rebase({ stored: found.cells, timeline: timeline.assignments, published, needs })
    : { cells: new Map(found.cells.map((cell) => [cellKey(cell), cell])), clashes: [] }
  return { district, draft, timeline, context, needs, ...rebased }
}

/** Whether it can still be edited and published; a closed draft stays as it was. */
export function isOpenDraft({ status }: Pick<Draft, 'status'>): boolean {
  return status === 'draft' || status === 'circulated'
}
