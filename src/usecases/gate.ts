import type { DistrictId } from '../core/rota/person.ts'
import { type Action, belongsTo, may, RIGHTS, type Scope } from '../identity/policy.ts'
import type { Context } from './context.ts'
import { type Refused, refused } from './refusal.ts'

/** Undefined when the actor may; else the refusal. Somebody without a place in the scope gets the answer for an unknown id. */
export function gate(ctx: Context, action: Action, scope: Scope): Refused | undefined {
  if (may(ctx.actor, action, scope)) return undefined
  if (ctx.actor.kind === 'nobody') return refused({ kind: 'not-signed-in' })
  return refused({ kind: belongsTo(ctx.actor, scope) ? 'not-allowed' : 'not-found' })
}

/** Everything the actor may do in a district: which links and buttons a page shows. */
export function actionsIn(ctx: Context, districtId: DistrictId): readonly Action[] {
  const actions = RIGHTS.coordinator.actions.concat(RIGHTS.doctor.actions)
  return [...new Set(actions)].filter((action) =>
    may(ctx.actor, action, { kind: 'district', id: districtId }),
  )
}
