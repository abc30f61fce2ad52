import type { Holding, ImportedTimeline } from '../core/plans/imported-timeline.ts'
import type { Assignment } from '../core/rota/assignment.ts'
import type { DistrictId } from '../core/rota/person.ts'
import { FIRST_CLOCK_DATE, LAST_CLOCK_DATE } from '../core/time/oslo.ts'
import { findDistrict } from '../data/district-store.ts'
import { loadTimeline, type Timeline } from '../data/rota-store.ts'
import { writeDistrictFile } from '../exchange/district-file.ts'
import type { Context } from './context.ts'
import { gateFresh } from './gate.ts'
import { limitExports } from './limit-exports.ts'
import { done, type Result, refused } from './refusal.ts'

export interface ExportDistrictInput {
  readonly districtId: DistrictId
}

/** The district file with everything a rota is planned by and the published rota, without the ground of any exemption. */
export async function exportDistrict(
  ctx: Context,
  { districtId }: ExportDistrictInput,
): Promise<Result<{ readonly fileName: string; readonly text: string }>> {
  const scope = { kind: 'district', id: districtId } as const
  const isRefused = gateFresh(ctx, 'export-district', scope) ?? (await limitExports(ctx))
  if (isRefused) return isRefused
  const [district, published] = await Promise.all([
    findDistrict(ctx.db, districtId),
    loadTimeline(ctx.db, districtId, FIRST_CLOCK_DATE, LAST_CLOCK_DATE),
  ])
  if (!district) return refused({ kind: 'not-found' })
  const text = writeDistrictFile({ version: 1, district, timeline: toFileTimeline(published) })
  return done({ fileName: `${districtId}.json`, text })
}

function toFileTimeline({ needs, assignments }: Timeline): ImportedTimeline | null {
  if (needs.length === 0) return null
  return { needs, holdings: assignments.map(toHolding) }
}

function toHolding(row: Assignment): Holding {
  const { needId, seat, start, end, personId, positionId, origin, shadowing, note } = row
  return { needId, seat, start, end, personId, positionId, origin, shadowing, note }
}
