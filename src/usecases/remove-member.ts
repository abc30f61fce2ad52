import { membershipRemovals } from '../data/account-store.ts'
import { withdrawOffersWrites, withdrawReopeningWrites } from '../data/invitation-store.ts'
import { anotherGuard, endedMembershipWrites, hasAnother } from '../data/member-store.ts'
import { LEADING_ROLE } from '../identity/invitation.ts'
import type { Role } from '../identity/policy.ts'
import type { Context } from './context.ts'
import { gateFresh } from './gate.ts'
import { chainOf, loadMember } from './member-of.ts'
import type { MemberScope } from './member-scope.ts'
import { done, type Result, refused } from './refusal.ts'
import { actorId, save } from './save.ts'

export interface RemoveMemberInput {
  readonly scope: MemberScope
  readonly accountId: string
  readonly role: Role
}

/**
 * Takes a role away, at once in every session, and with the last one in a district the calendars of it. Refused (`last-member`) when
 * nobody else who can sign in would lead the scope. With a leading role goes what they have offered there and nobody accepted. It can
 * be given back (`give-back-role`); calendars and offers that ended stay ended.
 */
export async function removeMember(
  ctx: Context,
  { scope, accountId, role }: RemoveMemberInput,
): Promise<Result<null>> {
  const isRefused = gateFresh(ctx, 'manage-members', scope)
  if (isRefused) return isRefused
  const member = await loadMember(ctx, scope, accountId)
  if (member.kind === 'refused') return member
  const membership = member.value.held.find((own) => own.role === role)
  if (!membership) return refused({ kind: 'not-found' })
  const leads = role === LEADING_ROLE[scope.kind]
  if (leads && !(await hasAnother(ctx.db, membership, accountId, ctx.now)))
    return refused({ kind: 'last-member' })
  const writes = [
    ...(leads ? [anotherGuard(membership, accountId, ctx.now)] : []),
    // An administrator's offers are of every scope.
    ...(leads ? withdrawOffersWrites(accountId, scope.kind === 'installation' ? null : membership) : []),
    ...endedMembershipWrites(accountId, membership, actorId(ctx), ctx.now),
    ...membershipRemovals(accountId, membership, ctx.now),
    ...withdrawReopeningWrites(accountId),
  ]
  const change = { action: 'remove-member', subjectKind: 'account', subjectId: accountId, before: { role } }
  const failed = await save(ctx, { districtId: chainOf(scope), ...change }, writes)
  // Two who take each other's role away at once: one of them stays.
  if (failed?.refusal.kind === 'stale-revision') return refused({ kind: 'last-member' })
  return failed ?? done(null)
}
