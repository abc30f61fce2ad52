import type { District } from '../core/rota/district.ts'
import type { Need } from '../core/rota/need.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import type { Wish } from '../core/rota/wish.ts'
import { findDistrict } from '../data/district-store.ts'
import { may } from '../identity/policy.ts'
import { districtForColleague } from './colleague-view.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { heldDuties } from './held-duties.ts'
import { done, type Result, refused } from './refusal.ts'
import { ownPersonId } from './wish-rights.ts'

export interface ShowWishesInput {
  readonly districtId: DistrictId
}

export interface WishesValue {
  readonly district: District
  /** All of them for the coordinator; a doctor's own for a doctor. */
  readonly wishes: readonly Wish[]
  /** Whose wishes the actor may enter. */
  readonly mayEnterFor: readonly PersonId[]
  /** True for whoever may paste the wishes of others. */
  readonly mayPaste: boolean
  /** Published duties on days when the doctor cannot, by the wish's id: such a wish moves no duty by itself. */
  readonly held: Readonly<Record<string, readonly Need[]>>
}

/** The wishes of a district as far as the actor may see them. */
export async function showWishes(
  ctx: Context,
  { districtId }: ShowWishesInput,
): Promise<Result<WishesValue>> {
  const scope = { kind: 'district', id: districtId } as const
  const seesAll = may(ctx.actor, 'read-wishes', scope)
  const isRefused = seesAll ? undefined : gate(ctx, 'enter-own-wishes', scope)
  if (isRefused) return isRefused
  const whole = await findDistrict(ctx.db, districtId)
  if (!whole) return refused({ kind: 'not-found' })
  const own = ownPersonId(ctx)
  const district = seesAll ? whole : districtForColleague(whole, own)
  const mayEnterFor = district.doctors
    .map(({ personId }) => personId)
    .filter((personId) => seesAll || personId === own)
  const held = Object.fromEntries(await heldDuties(ctx, districtId, district.wishes))
  const mayPaste = may(ctx.actor, 'enter-wishes', scope)
  return done({ district, wishes: district.wishes, mayEnterFor, mayPaste, held })
}
