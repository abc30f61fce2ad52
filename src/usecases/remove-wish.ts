import type { DistrictId } from '../core/rota/person.ts'
import type { Context } from './context.ts'
import { type Result, refused } from './refusal.ts'

export interface RemoveWishInput {
  readonly districtId: DistrictId
  readonly wishId: string
}

/** Takes a wish back. */
export async function removeWish(_ctx: Context, _input: RemoveWishInput): Promise<Result<null>> {
  return refused({ kind: 'not-found' })
}
