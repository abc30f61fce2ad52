import type { DistrictId } from '../core/rota/person.ts'
import type { Context } from './context.ts'
import { type Result, refused } from './refusal.ts'

export interface ImportDistrictInput {
  /** The whole district file as text. */
  readonly text: string
}

/** Stores a district file: a new district for an administrator, one's own district anew for its coordinator. */
export async function importDistrict(
  _ctx: Context,
  _input: ImportDistrictInput,
): Promise<Result<{ readonly districtId: DistrictId; readonly isNew: boolean }>> {
  return refused({ kind: 'not-found' })
}
