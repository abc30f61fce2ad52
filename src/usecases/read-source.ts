import { planOn } from '../core/ledger/period.ts'
import type { DraftCells } from '../core/plans/intent.ts'
import type { Clash } from '../core/plans/rebase.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { Rota } from '../core/rota/rota.ts'
import type { Dates } from '../core/time/local-date.ts'
import { findDistrict } from '../data/district-store.ts'
import type { StoredDraft } from '../data/draft-rows.ts'
import { findPlan } from '../data/plan-store.ts'
import type { Context } from './context.ts'
import { judgedRota, readJudgedDraft } from './draft-on-timeline.ts'
import { loadJudgedTimeline } from './judged-timeline.ts'
import { hull } from './plan-dates.ts'
import { timelineRota } from './rota-reading.ts'
import type { BoardSource } from './show-board.ts'

export interface SourceReading {
  /** Over the whole draft, or the plan that the days belong to: counts of a plan period need all of it. */
  readonly rota: Rota
  readonly draft: StoredDraft | null
  readonly revision: number
}

export interface DraftRota extends SourceReading {
  readonly draft: StoredDraft
  readonly cells: DraftCells
  /** Places that must be settled before they are published. */
  readonly clashes: readonly Clash[]
}

/** The rota that some days belong to; undefined when the district or the draft is not there. */
export async function readSource(
  ctx: Pick<Context, 'db' | 'now'>,
  districtId: DistrictId,
  source: BoardSource,
  days: Dates,
): Promise<SourceReading | undefined> {
  return source.kind === 'draft'
    ? readDraft(ctx, districtId, source.draftId)
    : readTimeline(ctx, districtId, days)
}

/** A draft as it would stand if it were published. */
export async function readDraft(
  ctx: Pick<Context, 'db' | 'now'>,
  districtId: DistrictId,
  draftId: string,
): Promise<DraftRota | undefined> {
  const reading = await readJudgedDraft(ctx, districtId, draftId)
  if (!reading) return undefined
  const { draft, timeline, cells, clashes } = reading
  return { rota: judgedRota(reading), draft, revision: timeline.revision, cells, clashes }
}

async function readTimeline(
  { db }: Pick<Context, 'db'>,
  districtId: DistrictId,
  days: Dates,
): Promise<SourceReading | undefined> {
  const [district, published] = await Promise.all([
    findDistrict(db, districtId),
    findPlan(db, districtId, days.from),
  ])
  if (!district) return undefined
  const found = planOn(district.agreement, published, days.from)
  const plan = found && { from: found.from, to: found.to }
  const period = plan ? hull(plan, days) : days
  const { timeline, context, brought } = await loadJudgedTimeline(db, district, period)
  const rota = { ...timelineRota(district, timeline, period, context), ...brought, plan: plan ?? null }
  return { rota, draft: null, revision: timeline.revision }
}
