import { MINUTES_PER_DAY } from '../core/time/minute.ts'
import { membershipWrites } from '../data/account-store.ts'
import { findDistrict } from '../data/district-store.ts'
import { givenBackWrites, listEndedMemberships } from '../data/member-store.ts'
import type { Context } from './context.ts'
import { gateFresh } from './gate.ts'
import { chainOf } from './member-of.ts'
import { storedScope } from './member-scope.ts'
import { done, type Result, refused } from './refusal.ts'
import type { RemoveMemberInput } from './remove-member.ts'
import { actorId, save } from './save.ts'

/** Days in which a role that was taken away can be given back; later it takes an invitation. */
export const GIVEN_BACK_DAYS = 30

/**
 * Gives a role back that was taken away in the last 30 days. Refused (`not-found`) for any other, for an account that is shut, and
 * for a doctor whom the district has no more.
 */
export async function giveBackRole(
  ctx: Context,
  { scope, accountId, role }: RemoveMemberInput,
): Promise<Result<null>> {
  const isRefused = gateFresh(ctx, 'manage-members', scope)
  if (isRefused) return isRefused
  const since = ctx.now - GIVEN_BACK_DAYS * MINUTES_PER_DAY
  const ended = await listEndedMemberships(ctx.db, storedScope(scope), since)
  const found = ended.find((own) => own.accountId === accountId && own.role === role)
  if (!found) return refused({ kind: 'not-found' })
  if (role === 'doctor' && scope.kind === 'district') {
    const district = await findDistrict(ctx.db, scope.id)
    const isDoctor = district?.doctors.some(({ personId }) => personId === found.personId)
    if (!isDoctor) return refused({ kind: 'not-found' })
  }
  const { scopeKind, scopeId } = found
  const membership = { scopeKind, scopeId, role }
  const change = { action: 'give-back-role', subjectKind: 'account', subjectId: accountId, after: { role } }
  const failed = await save(ctx, { districtId: chainOf(scope), ...change }, [
    ...givenBackWrites(accountId, membership),
    ...membershipWrites(accountId, membership, actorId(ctx), ctx.now),
  ])
  return failed ?? done(null)
}
