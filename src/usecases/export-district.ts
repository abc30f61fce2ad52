import type { DistrictId } from '../core/rota/person.ts'
import { findDistrict } from '../data/district-store.ts'
import { writeDistrictFile } from '../exchange/district-file.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { done, type Result, refused } from './refusal.ts'

export interface ExportDistrictInput {
  readonly districtId: DistrictId
}

/** The district file with everything a rota is planned by, without the ground of any exemption. */
export async function exportDistrict(
  ctx: Context,
  { districtId }: ExportDistrictInput,
): Promise<Result<{ readonly fileName: string; readonly text: string }>> {
  const isRefused = gate(ctx, 'export-district', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const district = await findDistrict(ctx.db, districtId)
  if (!district) return refused({ kind: 'not-found' })
  const text = writeDistrictFile({ version: 1, district, timeline: null })
  return done({ fileName: `${districtId}.json`, text })
}
