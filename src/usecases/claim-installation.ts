import type { Minute } from '../core/time/minute.ts'
import { INSTALLATION_CHAIN } from '../data/audit-store.ts'
import { findClaim, TERMINAL } from '../data/installation-store.ts'
import { invitationId, invitationWrites, type StoredInvitation } from '../data/invitation-store.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { INSTALLATION, storedScope } from './member-scope.ts'
import { done, type Result } from './refusal.ts'
import { save } from './save.ts'

/** Minutes that an installation may stand without an administrator, from its beginning or its last administrator link. */
export const UNCLAIMED_MINUTES = 60
const LINK_MINUTES = 15

/**
 * Whether somebody looks after the installation: `claimed` by an administrator who can sign in; `open` while it is new, or while an
 * administrator link was just made; `shut` after that, when whoever came first could have come long ago.
 */
export type ClaimState = 'claimed' | 'open' | 'shut'

/** In production, what must not run unless it is claimed or just begun. */
export async function checkClaim({ db, now, mode }: Context): Promise<ClaimState> {
  const { beganAt, isClaimed, lastLinkAt } = await findClaim(db)
  if (isClaimed) return 'claimed'
  const isLate = now - Math.max(beganAt, lastLinkAt ?? beganAt) >= UNCLAIMED_MINUTES
  return isLate && mode === 'production' ? 'shut' : 'open'
}

export interface AdminLink {
  /** '/sign-in/<token>', told this once. */
  readonly path: string
  readonly expiresAt: Minute
}

/**
 * A link for whoever reads the terminal of the installation, and so has all of it: once, within 15 minutes, it makes an
 * administrator, or lets one in again who has no way in. Only its hash is stored.
 */
export async function makeAdminLink(ctx: Context): Promise<Result<AdminLink>> {
  const isRefused = gate(ctx, 'claim-installation', INSTALLATION)
  if (isRefused) return isRefused
  const token = ctx.newSecret()
  const { waitingAccountId } = await findClaim(ctx.db)
  const expiresAt = ctx.now + LINK_MINUTES
  const invitation: StoredInvitation = {
    hash: await ctx.hash(token),
    email: null,
    personId: null,
    accountId: waitingAccountId,
    isByInstallation: true,
    membership: { ...storedScope(INSTALLATION), role: 'installation-administrator' },
    invitedBy: TERMINAL,
    createdAt: ctx.now,
    expiresAt,
    acceptedBy: null,
    acceptedAt: null,
  }
  const change = {
    districtId: INSTALLATION_CHAIN,
    action: 'print-administrator-link',
    subjectKind: 'role',
    subjectId: 'installation-administrator',
    after: { invitation: invitationId(invitation) },
  }
  const failed = await save(ctx, change, invitationWrites(invitation))
  return failed ?? done({ path: `/sign-in/${token}`, expiresAt })
}
