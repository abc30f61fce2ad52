import { invitationId, listOpenInvitations, withdrawInvitationWrites } from '../data/invitation-store.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { chainOf } from './member-of.ts'
import { type MemberScope, storedScope } from './member-scope.ts'
import { done, type Result, refused } from './refusal.ts'
import { save } from './save.ts'

export interface WithdrawInvitationInput {
  readonly scope: MemberScope
  /** As `showMembers` names it. */
  readonly invitationId: string
}

/** Takes back an invitation that nobody has accepted: its link opens nothing from then on. */
export async function withdrawInvitation(
  ctx: Context,
  { scope, invitationId: id }: WithdrawInvitationInput,
): Promise<Result<null>> {
  const isRefused = gate(ctx, 'invite-people', scope)
  if (isRefused) return isRefused
  const open = await listOpenInvitations(ctx.db, storedScope(scope), ctx.now)
  const found = open.find((own) => invitationId(own) === id)
  if (!found) return refused({ kind: 'not-found' })
  const change = {
    districtId: chainOf(scope),
    action: 'withdraw-invitation',
    subjectKind: 'role',
    subjectId: found.membership.role,
    before: { invitation: id },
  }
  const failed = await save(ctx, change, withdrawInvitationWrites(found.hash))
  return failed ?? done(null)
}
