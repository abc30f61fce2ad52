import type { DistrictId } from '../core/rota/person.ts'
import type { Rota } from '../core/rota/rota.ts'
import type { Database } from '../data/database.ts'
import { findDistrict } from '../data/district-store.ts'
import { findDraft, type StoredDraft } from '../data/draft-store.ts'
import { findPlan } from '../data/plan-store.ts'
import { loadTimeline } from '../data/rota-store.ts'
import { hull, type Period, withContext } from './plan-dates.ts'
import { draftRota, timelineRota } from './rota-reading.ts'
import type { BoardSource } from './show-board.ts'

export interface SourceReading {
  /** Over the whole draft, or the published plan that the days belong to: counts of a plan period need all of it. */
  readonly rota: Rota
  readonly draft: StoredDraft | null
  readonly revision: number
}

/** The rota that some days belong to; undefined when the district or the draft is not there. */
export async function readSource(
  db: Database,
  districtId: DistrictId,
  source: BoardSource,
  days: Period,
): Promise<SourceReading | undefined> {
  return source.kind === 'draft'
    ? readDraft(db, districtId, source.draftId)
    : readTimeline(db, districtId, days)
}

export async function readDraft(
  db: Database,
  districtId: DistrictId,
  draftId: string,
): Promise<(SourceReading & { readonly draft: StoredDraft }) | undefined> {
  const [district, found] = await Promise.all([
    findDistrict(db, districtId),
    findDraft(db, districtId, draftId),
  ])
  if (!district || !found) return undefined
  const context = withContext(found.draft)
  const timeline = await loadTimeline(db, districtId, context.from, context.to)
  const rota = draftRota(district, timeline, found, context)
  return { rota, draft: found.draft, revision: timeline.revision }
}

async function readTimeline(
  db: Database,
  districtId: DistrictId,
  days: Period,
): Promise<SourceReading | undefined> {
  const [district, plan] = await Promise.all([
    findDistrict(db, districtId),
    findPlan(db, districtId, days.from),
  ])
  if (!district) return undefined
  const period = plan ? hull(plan, days) : days
  const context = withContext(period)
  const timeline = await loadTimeline(db, districtId, context.from, context.to)
  const rota = timelineRota(district, timeline, period, context)
  return { rota, draft: null, revision: timeline.revision }
}
