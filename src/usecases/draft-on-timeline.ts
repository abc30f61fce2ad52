import type { DraftCells } from '../core/plans/intent.ts'
import { type Clash, rebase } from '../core/plans/rebase.ts'
import { cellKey } from '../core/rota/assignment.ts'
import type { District } from '../core/rota/district.ts'
import type { Draft, DraftCell } from '../core/rota/draft.ts'
import type { Need } from '../core/rota/need.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { Rota } from '../core/rota/rota.ts'
import type { Dates } from '../core/time/local-date.ts'
import { findDistrict } from '../data/district-store.ts'
import type { StoredDraft } from '../data/draft-rows.ts'
import { findDraft } from '../data/draft-store.ts'
import { loadTimeline, type Timeline } from '../data/rota-store.ts'
import type { Context } from './context.ts'
import { type Brought, type JudgedTimeline, loadJudgedTimeline } from './judged-timeline.ts'
import { withContext } from './plan-dates.ts'
import { draftNeeds, draftRota } from './rota-reading.ts'

/** A draft over the timeline as it is now. */
export interface DraftOnTimeline {
  readonly district: District
  readonly draft: StoredDraft
  /** Over `context`, or from further back. */
  readonly timeline: Timeline
  readonly context: Dates
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

/** The same, to be judged: with the timeline as far back as the rules look. */
export async function readJudgedDraft(
  ctx: Pick<Context, 'db' | 'now'>,
  districtId: DistrictId,
  draftId: string,
): Promise<JudgedDraft | undefined> {
  const found = await findParts(ctx, districtId, draftId)
  if (!found) return undefined
  return judged(ctx, found, await loadJudgedTimeline(ctx.db, found.district, found.draft))
}

/** The same of a draft whose district and dates are known, by what that district says: in one trip. */
export async function readKnownDraft(
  ctx: Pick<Context, 'db' | 'now'>,
  district: District,
  known: Pick<Draft, 'id' | 'from' | 'to'>,
): Promise<JudgedDraft | undefined> {
  const [found, timeline] = await Promise.all([
    findDraft(ctx.db, district.id, known.id),
    loadJudgedTimeline(ctx.db, district, known),
  ])
  return found && judged(ctx, { district, draft: found.draft, stored: found.cells }, timeline)
}

/** The draft as it would stand if it were published. */
export function judgedRota(reading: JudgedDraft): Rota {
  const { district, timeline, context, brought } = reading
  return { ...draftRota(district, timeline, reading, context), ...brought }
}

function judged(
  ctx: Pick<Context, 'now'>,
  found: Parts,
  { timeline, context, brought }: JudgedTimeline,
): JudgedDraft {
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
