import type { DistrictId } from '../core/rota/person.ts'
import { type Action, belongsTo, may, mayWhenStrong, RIGHTS, type Scope } from '../identity/policy.ts'
import { isFresh } from '../identity/session.ts'
import type { Context } from './context.ts'
import { type Refused, refused } from './refusal.ts'

/** Undefined when the actor may; else the refusal. Somebody without a place in the scope gets the answer for an unknown id. */
export function gate(ctx: Context, action: Action, scope: Scope): Refused | undefined {
  if (may(ctx.actor, action, scope)) return undefined
  if (ctx.actor.kind === 'nobody') return refused({ kind: 'not-signed-in' })
  if (mayWhenStrong(ctx.actor, action, scope)) return refused({ kind: 'needs-strong-sign-in' })
  return refused({ kind: belongsTo(ctx.actor, scope) ? 'not-allowed' : 'not-found' })
}

/** As `gate`, and who somebody is must have been shown in the last ten minutes: for what can do most harm in another's hands. */
export function gateFresh(ctx: Context, action: Action, scope: Scope): Refused | undefined {
  return gate(ctx, action, scope) ?? demandFresh(ctx)
}

/** For what is one's own and asks no policy. */
export function demandFresh(ctx: Context): Refused | undefined {
  if (ctx.actor.kind === 'nobody') return refused({ kind: 'not-signed-in' })
  if (ctx.actor.kind === 'job' || isFresh(ctx.actor, ctx.now)) return undefined
  return refused({ kind: 'confirm-again' })
}

/** Everything the actor may do in a district: which links and buttons a page shows. */
export function actionsIn(ctx: Context, districtId: DistrictId): readonly Action[] {
  const actions = RIGHTS.coordinator.actions.concat(RIGHTS.doctor.actions)
  return [...new Set(actions)].filter((action) =>
    may(ctx.actor, action, { kind: 'district', id: districtId }),
  )
}
