import type { DistrictId } from '../core/rota/person.ts'
import type { Wish } from '../core/rota/wish.ts'
import type { Context } from './context.ts'
import { type Result, refused } from './refusal.ts'

export interface AddWishInput extends Omit<Wish, 'id'> {
  readonly districtId: DistrictId
}

/** A wish entered by the person, or by the coordinator on their behalf. */
export async function addWish(
  _ctx: Context,
  _input: AddWishInput,
): Promise<Result<{ readonly wishId: string }>> {
  return refused({ kind: 'not-found' })
}
