import { INSTALLATION_CHAIN } from '../data/audit-store.ts'
import { invitationId, listOpenInvitations, withdrawInvitationWrites } from '../data/invitation-store.ts'
import type { Context } from './context.ts'
import { type MemberScope, rightToInvite, storedScope } from './member-scope.ts'
import { done, type Result, refused } from './refusal.ts'
import { save } from './save.ts'

export interface WithdrawInvitationInput {
  readonly scope: MemberScope
  /** As `showMembers` names it. */
  readonly invitationId: string
}

/** Takes back an invitation that nobody has accepted: its link opens nothing from then on. The administrator only what is theirs. */
export async function withdrawInvitation(
  ctx: Context,
  { scope, invitationId: id }: WithdrawInvitationInput,
): Promise<Result<null>> {
  const right = rightToInvite(ctx, scope, false)
  if (right.kind === 'refused') return right
  const open = await listOpenInvitations(ctx.db, storedScope(scope), ctx.now)
  const found = open.find((own) => invitationId(own) === id)
  if (!found || (right.value === 'installation' && !found.isByInstallation))
    return refused({ kind: 'not-found' })
  const change = {
    districtId: scope.kind === 'district' ? scope.id : INSTALLATION_CHAIN,
    action: 'withdraw-invitation',
    subjectKind: 'role',
    subjectId: found.membership.role,
    before: { invitation: id },
  }
  const failed = await save(ctx, change, withdrawInvitationWrites(found.hash))
  return failed ?? done(null)
}
