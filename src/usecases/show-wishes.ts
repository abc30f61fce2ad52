import type { District } from '../core/rota/district.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import type { Wish } from '../core/rota/wish.ts'
import type { Context } from './context.ts'
import { type Result, refused } from './refusal.ts'

export interface ShowWishesInput {
  readonly districtId: DistrictId
}

export interface WishesValue {
  readonly district: District
  /** All of them for the coordinator; a doctor's own for a doctor. */
  readonly wishes: readonly Wish[]
  /** Whose wishes the actor may enter. */
  readonly mayEnterFor: readonly PersonId[]
}

/** The wishes of a district as far as the actor may see them. */
export async function showWishes(_ctx: Context, _input: ShowWishesInput): Promise<Result<WishesValue>> {
  return refused({ kind: 'not-found' })
}
