import { INSTALLATION_CHAIN } from '../data/audit-store.ts'
import {
  invitationId,
  listInstallationInvitations,
  withdrawInvitationWrites,
} from '../data/invitation-store.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { chainOf } from './member-of.ts'
import { INSTALLATION, scopeOf } from './member-scope.ts'
import { done, type Result, refused } from './refusal.ts'
import { saveInChains } from './save.ts'

export interface WithdrawLeaderInvitationInput {
  /** As `showInstallation` names it. */
  readonly invitationId: string
}

/** Takes back what the administrator has offered to somebody who was to lead: a mistyped address gives nobody seven days. */
export async function withdrawLeaderInvitation(
  ctx: Context,
  { invitationId: id }: WithdrawLeaderInvitationInput,
): Promise<Result<null>> {
  const isRefused = gate(ctx, 'invite-people', INSTALLATION)
  if (isRefused) return isRefused
  const open = await listInstallationInvitations(ctx.db, ctx.now)
  const found = open.find((own) => invitationId(own) === id)
  if (!found) return refused({ kind: 'not-found' })
  const change = {
    action: 'withdraw-invitation',
    subjectKind: 'role',
    subjectId: found.membership.role,
    before: { invitation: id, by: 'installation' },
  }
  const chains = [...new Set([chainOf(scopeOf(found.membership)), INSTALLATION_CHAIN])]
  const changes = chains.map((districtId) => ({ districtId, ...change }))
  return (await saveInChains(ctx, changes, withdrawInvitationWrites(found.hash))) ?? done(null)
}
