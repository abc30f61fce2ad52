import type { DistrictId } from '../core/rota/person.ts'
import type { Context } from './context.ts'
import { type Result, refused } from './refusal.ts'

export interface ExportDistrictInput {
  readonly districtId: DistrictId
}

/** The district file, without the ground of any exemption. */
export async function exportDistrict(
  _ctx: Context,
  _input: ExportDistrictInput,
): Promise<Result<{ readonly fileName: string; readonly text: string }>> {
  return refused({ kind: 'not-found' })
}
