import type { Language } from '../core/rota/district.ts'
import type { PersonId } from '../core/rota/person.ts'
import type { Minute } from '../core/time/minute.ts'
import type { Write } from '../data/database.ts'
import { invitationId, invitationWrites, type StoredInvitation } from '../data/invitation-store.ts'
import { outboxWrites } from '../data/outbox-store.ts'
import type { Membership } from '../identity/policy.ts'
import { INVITATION_MINUTES } from '../identity/sign-in.ts'
import type { Context } from './context.ts'
import { limit } from './limit.ts'
import { INVITATION } from './member-mail.ts'
import type { MemberScope } from './member-scope.ts'
import { storedScope } from './member-scope.ts'
import type { Refused } from './refusal.ts'
import { actorId } from './save.ts'
import { sendsMail } from './sends-mail.ts'

export interface Invitation {
  /** '/sign-in/<token>', told this once; '' when it went by mail alone. */
  readonly path: string
  readonly expiresAt: Minute
  /** Where it was mailed to; null when it must be handed over. */
  readonly mailedTo: string | null
}

export interface NewInvitation {
  readonly membership: Membership
  readonly email: string | null
  readonly personId?: PersonId | null
  /** See `StoredInvitation`. */
  readonly accountId?: string | null
  readonly isByInstallation?: boolean
  /** What the district or municipality is called; '' for the installation. */
  readonly scopeName: string
  /** Of the mail. */
  readonly language?: Language
}

/** Invitations to one scope in a day, whoever makes them (trust and abuse: a mail service is paid by the piece). */
const MOST_A_DAY = 50
const DAY = 24 * 60

/** Counts an invitation to a scope. */
export function limitInvitations(ctx: Context, scope: MemberScope): Promise<Refused | undefined> {
  const { scopeKind, scopeId } = storedScope(scope)
  return limit(ctx, { key: `invite:${scopeKind}:${scopeId}`, most: MOST_A_DAY, perMinutes: DAY })
}

/**
 * A one-time link, good for seven days, and the mail that takes it there. It is shown only where no mail can bring it: to the
 * one who invites it would be a way in as somebody else.
 */
export async function newInvitation(
  ctx: Context,
  asked: NewInvitation,
): Promise<{
  readonly invitation: Invitation
  readonly id: string
  readonly writes: readonly Write[]
}> {
  const { membership, email, personId = null, accountId = null, isByInstallation = false } = asked
  const token = ctx.newSecret()
  const expiresAt = ctx.now + INVITATION_MINUTES
  const stored: StoredInvitation = {
    hash: await ctx.hash(token),
    email,
    personId,
    accountId,
    isByInstallation,
    membership,
    invitedBy: actorId(ctx),
    createdAt: ctx.now,
    expiresAt,
    acceptedBy: null,
    acceptedAt: null,
  }
  const path = `/sign-in/${token}`
  const isMailed = email !== null && sendsMail(ctx)
  return {
    invitation: {
      // A development server's mail stays on the machine, where whoever tries things out may as well have it at once.
      path: isMailed && ctx.mode === 'production' ? '' : path,
      expiresAt,
      mailedTo: isMailed ? email : null,
    },
    id: invitationId(stored),
    writes: [
      ...invitationWrites(stored),
      ...(isMailed ? mailWrites(ctx, asked, email, stored.hash, path) : []),
    ],
  }
}

function mailWrites(ctx: Context, asked: NewInvitation, email: string, hash: string, path: string): Write[] {
  const { membership, scopeName, language, accountId = null } = asked
  const message = {
    id: ctx.newId(),
    dedupKey: `invitation:${hash}`,
    districtId: membership.scopeKind === 'district' ? membership.scopeId : null,
    kind: INVITATION,
    personId: null,
    accountId: null,
    payload: {
      email,
      url: `${ctx.origin}${path}`,
      role: membership.role,
      scope: scopeName,
      language: language ?? ctx.language,
      isAnew: accountId !== null,
    },
    createdAt: ctx.now,
    dueAt: ctx.now,
  }
  return outboxWrites([message])
}
