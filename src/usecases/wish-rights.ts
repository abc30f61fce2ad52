import type { DistrictId, PersonId } from '../core/rota/person.ts'
import { may } from '../identity/policy.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import type { Refused } from './refusal.ts'

/** A doctor enters their own wishes, a coordinator anybody's. */
export function wishGate(ctx: Context, districtId: DistrictId, personId: PersonId): Refused | undefined {
  const district = { kind: 'district', id: districtId } as const
  const isOwn = ownPersonId(ctx) === personId
  if (isOwn && may(ctx.actor, 'enter-own-wishes', district)) return undefined
  return gate(ctx, 'enter-wishes', district)
}

/** The person behind the account, if it stands for one. */
export function ownPersonId(ctx: Context): PersonId | null {
  return ctx.actor.kind === 'account' ? ctx.actor.personId : null
}
