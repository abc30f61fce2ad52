import type { Language } from '../core/rota/district.ts'
import { toEmail } from '../core/rota/email.ts'
import { type Account, findAccountByEmail, listMemberships } from '../data/account-store.ts'
import { INSTALLATION_CHAIN } from '../data/audit-store.ts'
import type { Write } from '../data/database.ts'
import { findDistrict } from '../data/district-store.ts'
import { replaceInstallationInvitationWrites, replaceInvitationWrites } from '../data/invitation-store.ts'
import { hasAnother, listHolders } from '../data/member-store.ts'
import { outboxWrites } from '../data/outbox-store.ts'
import { LEADING_ROLE } from '../identity/invitation.ts'
import type { Membership, Role } from '../identity/policy.ts'
import type { Context } from './context.ts'
import { gateFresh } from './gate.ts'
import { type Invitation, limitInvitations, newInvitation } from './invitation.ts'
import { LET_IN } from './member-mail.ts'
import { chainOf } from './member-of.ts'
import { INSTALLATION, type MemberScope, nameOfScope, ROLES_OF, storedScope } from './member-scope.ts'
import { done, type FieldProblem, invalid, type Refused, type Result, refused } from './refusal.ts'
import { type Change, saveInChains } from './save.ts'

export interface InviteMemberInput {
  readonly scope: MemberScope
  readonly role: Role
  /** Where the invitation goes, and sign-in links later on; '' = the link is handed over by whoever invites. */
  readonly email: string
  /** Of the mail. */
  readonly language?: Language
  /** By the right of the installation's administrator, not of one who leads the scope. */
  readonly isByInstallation?: boolean
}

/**
 * A one-time link, good for seven days, by which somebody gets a role. Whoever leads a district, a municipality or the installation
 * invites to it; the installation's administrator invites the first who leads a district or municipality, and another only while
 * nobody who can sign in does (`led-already`), and each time its log and its coordinators are told. Whether an address has an
 * account is told to nobody.
 */
export async function inviteMember(ctx: Context, input: InviteMemberInput): Promise<Result<Invitation>> {
  const { scope, role, isByInstallation = false } = input
  const isShut = gateFresh(ctx, 'invite-people', isByInstallation ? INSTALLATION : scope)
  if (isShut) return isShut
  const roles: readonly Role[] =
    isByInstallation && scope.kind === 'district' ? ['coordinator'] : ROLES_OF[scope.kind]
  const email = input.email.trim() === '' ? null : toEmail(input.email)
  const problems: FieldProblem[] = []
  if (!roles.includes(role))
    problems.push({
      field: 'role',
      code: (role as string) === '' ? 'not-chosen' : 'out-of-range',
      value: role,
    })
  if (email === undefined) problems.push({ field: 'email', code: 'not-an-address', value: input.email })
  if (email === undefined || problems.length > 0) return refused({ kind: 'invalid', problems })
  const name = await nameOfScope(ctx, scope)
  if (name.kind === 'refused') return name
  const membership: Membership = { ...storedScope(scope), role }
  const isRefused =
    (isByInstallation ? await ledAlready(ctx, scope) : undefined) ??
    (email === null ? undefined : await wrongAddress(ctx, scope, membership, email)) ??
    (await limitInvitations(ctx, scope))
  if (isRefused) return isRefused
  const { language } = input
  const asked = {
    membership,
    email,
    isByInstallation,
    scopeName: name.value,
    ...(language ? { language } : {}),
  }
  const made = await newInvitation(ctx, asked)
  const writes = isByInstallation
    ? [
        ...replaceInstallationInvitationWrites(membership),
        ...made.writes,
        ...(await tellLeaders(ctx, scope, name.value, made.id)),
      ]
    : [...(email === null ? [] : replaceInvitationWrites(membership, email)), ...made.writes]
  const failed = await saveInChains(ctx, changesOf(scope, role, made.id, isByInstallation), writes)
  return failed ?? done(made.invitation)
}

/** What the administrator does in a district or a municipality stands in its own log too. */
function changesOf(scope: MemberScope, role: Role, invitation: string, isByInstallation: boolean): Change[] {
  const change = { action: 'invite-member', subjectKind: 'role', subjectId: role }
  const own = chainOf(scope)
  if (!isByInstallation) return [{ districtId: own, ...change, after: { invitation } }]
  const after = { invitation, by: 'installation', chain: own }
  return [own, INSTALLATION_CHAIN].map((districtId) => ({ districtId, ...change, after }))
}

async function ledAlready(ctx: Context, scope: MemberScope): Promise<Refused | undefined> {
  const leading: Membership = { ...storedScope(scope), role: LEADING_ROLE[scope.kind] }
  return (await hasAnother(ctx.db, leading, '', ctx.now)) ? refused({ kind: 'led-already' }) : undefined
}

async function wrongAddress(
  ctx: Context,
  scope: MemberScope,
  membership: Membership,
  email: string,
): Promise<Refused | undefined> {
  const [district, account] = await Promise.all([
    scope.kind === 'district' ? findDistrict(ctx.db, scope.id) : undefined,
    findAccountByEmail(ctx.db, email),
  ])
  // A doctor's account is made for the doctor: an account of another make would have their address for good.
  const isOfDoctor = district?.persons.some((person) => toEmail(person.email ?? '') === email)
  if (!account && isOfDoctor) return invalid('email', 'invite-doctor-first', email)
  return account && (await hasRole(ctx, account, membership))
    ? invalid('email', 'has-role', email)
    : undefined
}

/** Only of the asker's own scope, where who holds what is theirs to know. */
async function hasRole(
  ctx: Context,
  { id }: Account,
  { scopeKind, scopeId, role }: Membership,
): Promise<boolean> {
  const held = await listMemberships(ctx.db, id)
  return held.some((own) => own.scopeKind === scopeKind && own.scopeId === scopeId && own.role === role)
}

/** Whoever coordinates a district, shut out or not, hears at once that the administrator lets somebody in to it. */
async function tellLeaders(
  ctx: Context,
  scope: MemberScope,
  scopeName: string,
  invitation: string,
): Promise<Write[]> {
  const leaders = await listHolders(ctx.db, { ...storedScope(scope), role: LEADING_ROLE[scope.kind] })
  const told = leaders.flatMap(({ accountId, email }) => (email === null ? [] : [{ accountId, email }]))
  return outboxWrites(
    told.map(({ accountId, email }) => ({
      id: ctx.newId(),
      dedupKey: `let-in:${invitation}:${accountId}`,
      districtId: scope.kind === 'district' ? scope.id : null,
      kind: LET_IN,
      personId: null,
      accountId,
      payload: { email, scope: scopeName },
      createdAt: ctx.now,
      dueAt: ctx.now,
    })),
  )
}
