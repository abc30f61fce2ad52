import type { DraftCells } from '../core/plans/intent.ts'
import { type Clash, rebase } from '../core/plans/rebase.ts'
import type { Agreement } from '../core/rota/agreement.ts'
import { cellKey } from '../core/rota/assignment.ts'
import type { District } from '../core/rota/district.ts'
import type { Draft, DraftCell } from '../core/rota/draft.ts'
import type { Need } from '../core/rota/need.ts'
import type { DistrictId } from '../core/rota/person.ts'
import { findDistrict } from '../data/district-store.ts'
import { findDraft, type StoredDraft } from '../data/draft-store.ts'
import { loadTimeline, type Timeline } from '../data/rota-store.ts'
import type { Context } from './context.ts'
import { type Brought, loadJudgedTimeline } from './judged-timeline.ts'
import { type Period, withContext } from './plan-dates.ts'
import { draftNeeds } from './rota-reading.ts'

/** A draft over the timeline as it is now. */
export interface DraftOnTimeline {
  readonly district: District
  readonly draft: StoredDraft
  /** Over `context`, or from further back. */
  readonly timeline: Timeline
  readonly context: Period
  readonly needs: readonly Need[]
  readonly cells: DraftCells
  readonly clashes: readonly Clash[]
}

/** A draft over everything that it is judged by. */
export interface JudgedDraft extends DraftOnTimeline {
  readonly brought: Brought
}

/** Reads a draft and rebases it, to be edited; undefined when the district or the draft is not there. */
export async function readDraftOnTimeline(
  ctx: Pick<Context, 'db' | 'now'>,
  districtId: DistrictId,
  draftId: string,
): Promise<DraftOnTimeline | undefined> {
  const found = await findParts(ctx, districtId, draftId)
  if (!found) return undefined
  const context = withContext(found.draft)
  const timeline = await loadTimeline(ctx.db, districtId, context.from, context.to)
  return rebased(ctx, found, { timeline, context })
}

/** The same, to be judged: with the timeline as far back as the rules look; by another agreement where one is given. */
export async function readJudgedDraft(
  ctx: Pick<Context, 'db' | 'now'>,
  districtId: DistrictId,
  draftId: string,
  agreement?: Agreement,
): Promise<JudgedDraft | undefined> {
  const stored = await findParts(ctx, districtId, draftId)
  if (!stored) return undefined
  const found = agreement ? { ...stored, district: { ...stored.district, agreement } } : stored
  const { timeline, context, brought } = await loadJudgedTimeline(ctx.db, found.district, found.draft)
  return { ...rebased(ctx, found, { timeline, context }), brought }
}

interface Parts {
  readonly district: District
  readonly draft: StoredDraft
  readonly stored: readonly DraftCell[]
}

async function findParts(
  { db }: Pick<Context, 'db'>,
  districtId: DistrictId,
  draftId: string,
): Promise<Parts | undefined> {
  const [district, found] = await Promise.all([
    findDistrict(db, districtId),
    findDraft(db, districtId, draftId),
  ])
  return district && found ? { district, draft: found.draft, stored: found.cells } : undefined
}

function rebased(
  { now }: Pick<Context, 'now'>,
  { district, draft, stored }: Parts,
  { timeline, context }: Pick<DraftOnTimeline, 'timeline' | 'context'>,
): DraftOnTimeline {
  const needs = draftNeeds(district, draft, timeline, now)
  const published = new Map(timeline.needs.map((need) => [need.id, need]))
  const standing = isOpenDraft(draft)
    ? rebase({ stored, timeline: timeline.assignments, published, needs })
    : { cells: new Map(stored.map((cell) => [cellKey(cell), cell])), clashes: [] }
  return { district, draft, timeline, context, needs, ...standing }
}

/** Whether it can still be edited and published; a closed draft stays as it was. */
export function isOpenDraft({ status }: Pick<Draft, 'status'>): boolean {
  return status === 'draft' || status === 'circulated'
}
