import type { District } from '../core/rota/district.ts'
import type { PersonId } from '../core/rota/person.ts'
import { MINUTES_PER_DAY, type Minute } from '../core/time/minute.ts'
import { findDistrict } from '../data/district-store.ts'
import { invitationId, listOpenInvitations, type StoredInvitation } from '../data/invitation-store.ts'
import { listEndedMemberships, listHolders, listMembers, type StoredMember } from '../data/member-store.ts'
import { may, type Role } from '../identity/policy.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { GIVEN_BACK_DAYS } from './give-back-role.ts'
import { INSTALLATION, type MemberScope, nameOfScope, ROLES_OF, storedScope } from './member-scope.ts'
import { done, type Result } from './refusal.ts'
import { actorId } from './save.ts'

/** Who somebody is, as far as their place in the scope shows it. */
export interface MemberName {
  /** Of a person of the district; null for others. */
  readonly name: string | null
  readonly email: string | null
}

/** Who gave a role or an invitation: a member, the installation's administrator, or somebody who is told no more. */
export type Giver =
  | { readonly kind: 'member'; readonly who: MemberName }
  | { readonly kind: 'administrator' }
  | { readonly kind: 'unknown' }

export interface HeldRole {
  readonly role: Role
  readonly since: Minute
  readonly by: Giver
  /** A doctor who has left: the role is of no use any more. */
  readonly hasLeft: boolean
}

export type WayIn = 'passkey' | 'provider' | 'mail'

export interface Member extends MemberName {
  readonly accountId: string
  readonly isSelf: boolean
  readonly isActive: boolean
  readonly roles: readonly HeldRole[]
  readonly signedInAt: Minute | null
  /** None: nothing lets them in before they accept a new invitation. */
  readonly ways: readonly WayIn[]
  readonly isSignedIn: boolean
}

export interface OpenInvitation extends MemberName {
  readonly id: string
  readonly role: Role
  readonly by: Giver
  readonly createdAt: Minute
  readonly expiresAt: Minute
  /** For somebody who has the role already, and whose ways in were reset. */
  readonly isReopening: boolean
}

export interface TakenRole extends MemberName {
  readonly accountId: string
  readonly role: Role
  readonly at: Minute
  readonly by: Giver
}

export interface MembersValue {
  readonly scope: MemberScope
  /** '' for the installation. */
  readonly scopeName: string
  readonly members: readonly Member[]
  readonly invitations: readonly OpenInvitation[]
  /** Roles that can be given back. */
  readonly taken: readonly TakenRole[]
  /** What one may invite to. */
  readonly roles: readonly Role[]
  readonly mayManage: boolean
}

/** Who has which role in a district, a municipality or the installation, who is invited, and what was taken away lately. */
export async function showMembers(
  ctx: Context,
  { scope }: { readonly scope: MemberScope },
): Promise<Result<MembersValue>> {
  const isRefused = gate(ctx, 'read-members', scope)
  if (isRefused) return isRefused
  const stored = storedScope(scope)
  const since = ctx.now - GIVEN_BACK_DAYS * MINUTES_PER_DAY
  const [name, district, members, invitations, taken, administrators] = await Promise.all([
    nameOfScope(ctx, scope),
    scope.kind === 'district' ? findDistrict(ctx.db, scope.id) : undefined,
    listMembers(ctx.db, stored, ctx.now),
    listOpenInvitations(ctx.db, stored, ctx.now),
    listEndedMemberships(ctx.db, stored, since),
    listHolders(ctx.db, { ...storedScope(INSTALLATION), role: 'installation-administrator' }),
  ])
  if (name.kind === 'refused') return name
  const nameOf = namesIn(district?.persons ?? [])
  const known = new Map(members.map((own) => [own.accountId, { ...nameOf(own.personId), email: own.email }]))
  const ids = new Set(administrators.map(({ accountId }) => accountId))
  const giver = (id: string): Giver => {
    const who = known.get(id)
    if (who) return { kind: 'member', who }
    return ids.has(id) ? { kind: 'administrator' } : { kind: 'unknown' }
  }
  return done({
    scope,
    scopeName: name.value,
    members: toMembers(ctx, members, nameOf, giver),
    invitations: invitations.map((own) => toInvitation(own, nameOf, known, giver)),
    taken: taken.map(({ accountId, personId, email, role, endedAt, endedBy }) => {
      return { accountId, ...nameOf(personId), email, role, at: endedAt, by: giver(endedBy) }
    }),
    roles: ROLES_OF[scope.kind],
    mayManage: may(ctx.actor, 'manage-members', scope),
  })
}

type NameOf = (personId: PersonId | null) => { readonly name: string | null }
type GiverOf = (accountId: string) => Giver

/** Names as the district has them; of a person whom it does not name, nothing. */
function namesIn(persons: District['persons']): NameOf {
  const names = new Map(persons.map(({ id, name }) => [id, name]))
  return (personId) => ({ name: (personId === null ? undefined : names.get(personId)) ?? null })
}

function toMembers(
  ctx: Context,
  members: readonly StoredMember[],
  nameOf: NameOf,
  giver: GiverOf,
): readonly Member[] {
  const byAccount = Map.groupBy(members, ({ accountId }) => accountId)
  return [...byAccount.values()].flatMap((held) => {
    const [first] = held
    if (!first) return []
    const { accountId, personId, email, isActive, signedInAt } = first
    return [
      {
        accountId,
        ...nameOf(personId),
        email,
        isSelf: accountId === actorId(ctx),
        isActive,
        roles: held.map(({ role, grantedAt, grantedBy, hasLeft }) => {
          return { role, since: grantedAt, by: giver(grantedBy), hasLeft }
        }),
        signedInAt,
        ways: waysOf(first),
        isSignedIn: first.sessions > 0,
      },
    ]
  })
}

function waysOf({ passkeys, identities, hasEmail }: StoredMember): WayIn[] {
  return [
    ...(passkeys > 0 ? (['passkey'] as const) : []),
    ...(identities > 0 ? (['provider'] as const) : []),
    ...(hasEmail ? (['mail'] as const) : []),
  ]
}

function toInvitation(
  invitation: StoredInvitation,
  nameOf: NameOf,
  known: ReadonlyMap<string, MemberName>,
  giver: GiverOf,
): OpenInvitation {
  const { personId, accountId, email, membership, invitedBy, createdAt, expiresAt } = invitation
  const ofAccount = accountId === null ? undefined : known.get(accountId)
  return {
    id: invitationId(invitation),
    ...(ofAccount ?? { ...nameOf(personId), email }),
    role: membership.role,
    by: giver(invitedBy),
    createdAt,
    expiresAt,
    isReopening: accountId !== null,
  }
}
