import type { Language } from '../core/rota/district.ts'
import type { DistrictId, MunicipalityNumber, PersonId } from '../core/rota/person.ts'
import type { Minute } from '../core/time/minute.ts'
import type { StoredMembership } from '../data/account-store.ts'
import type { Role, ScopeKind, Strength } from '../data/schema-access.ts'

export type { Role, ScopeKind, Strength }
/** A role within one district, one municipality or the installation. */
export type Membership = StoredMembership

export type Actor =
  | { readonly kind: 'nobody' }
  /** Work that nobody waits for: builds, messages, the night's sweep. */
  | { readonly kind: 'job'; readonly name: string }
  | {
      readonly kind: 'account'
      readonly accountId: string
      readonly personId: PersonId | null
      readonly memberships: readonly Membership[]
      readonly sessionHash: string
      readonly strength: Strength
      /** When they last showed who they are. */
      readonly authenticatedAt: Minute
      /** What the person has chosen to read; left out where they never chose. */
      readonly language?: Language
    }

/** What is acted on. `person` is oneself: duties, wishes and calendar follow the person across districts. */
export type Scope =
  | { readonly kind: 'district'; readonly id: DistrictId }
  | { readonly kind: 'municipality'; readonly number: MunicipalityNumber }
  | { readonly kind: 'installation' }
  | { readonly kind: 'person'; readonly id: PersonId }

export type Action =
  | 'read-rota'
  | 'read-own-hours'
  | 'read-hours'
  | 'read-payroll'
  | 'read-doctors'
  | 'read-wishes'
  | 'enter-own-wishes'
  | 'enter-wishes'
  | 'read-drafts'
  | 'edit-drafts'
  | 'circulate-drafts'
  | 'read-circulated-drafts'
  | 'comment-drafts'
  | 'settle-comments'
  | 'read-history'
  | 'build-rota'
  | 'publish-rota'
  | 'amend-rota'
  | 'record-own-outcomes'
  | 'record-outcomes'
  | 'close-periods'
  | 'correct-shares'
  | 'export-district'
  | 'erase-people'
  | 'replace-district'
  | 'create-district'
  | 'invite-people'
  | 'read-members'
  | 'manage-members'
  | 'read-audit'
  | 'manage-installation'
  | 'read-load-report'
  | 'read-grounds'
  | 'decide-exemptions'
  | 'read-coming-rights'
  | 'change-availability'
  | 'claim-own-rights'
  | 'read-agreement'
  | 'change-agreement'
  | 'read-own-duties'
  | 'manage-own-feeds'
  | 'subscribe-district'
  | 'subscribe-dispatch'
  | 'read-duty-phones'
  | 'end-subscriptions'
  | 'read-notices'
  | 'confirm-notices'
  | 'run-builds'
  | 'deliver-messages'
  | 'read-undelivered'
  | 'sweep'
  | 'claim-installation'

interface Right {
  readonly scope: Scope['kind']
  readonly actions: readonly Action[]
}

/** The whole policy: who may do what, and within what. Nothing is allowed that does not stand here. */
export const RIGHTS: Readonly<Record<Role | 'oneself' | 'job', Right>> = {
  coordinator: {
    scope: 'district',
    actions: [
      'read-rota',
      'read-hours',
      'read-payroll',
      'read-doctors',
      'read-wishes',
      'enter-wishes',
      'read-drafts',
      'edit-drafts',
      'circulate-drafts',
      'read-circulated-drafts',
      'settle-comments',
      'read-history',
      'build-rota',
      'publish-rota',
      'amend-rota',
      'record-outcomes',
      'close-periods',
      'correct-shares',
      'export-district',
      'erase-people',
      'replace-district',
      'invite-people',
      'read-members',
      'manage-members',
      'read-audit',
      'read-load-report',
      'read-coming-rights',
      'change-availability',
      'read-agreement',
      'change-agreement',
      'subscribe-district',
      'subscribe-dispatch',
      'read-duty-phones',
      'end-subscriptions',
      'read-notices',
      'confirm-notices',
    ],
  },
  doctor: {
    scope: 'district',
    actions: [
      'read-rota',
      'read-own-hours',
      'record-own-outcomes',
      'enter-own-wishes',
      'read-circulated-drafts',
      'comment-drafts',
      'read-agreement',
      'subscribe-district',
    ],
  },
  'service-manager': {
    scope: 'district',
    actions: [
      'read-rota',
      'read-hours',
      'read-doctors',
      'read-load-report',
      'read-agreement',
      'read-circulated-drafts',
      'read-history',
      'subscribe-district',
      'subscribe-dispatch',
      'read-notices',
    ],
  },
  'union-representative': {
    scope: 'district',
    actions: [
      'read-rota',
      'read-hours',
      'read-agreement',
      'read-circulated-drafts',
      'comment-drafts',
      'subscribe-district',
    ],
  },
  'payroll-reader': {
    scope: 'district',
    actions: ['read-rota', 'read-hours', 'read-payroll', 'read-agreement', 'subscribe-district'],
  },
  'dispatch-centre': {
    scope: 'district',
    actions: ['read-rota', 'read-agreement', 'subscribe-district', 'subscribe-dispatch', 'read-duty-phones'],
  },
  'municipality-reader': {
    scope: 'municipality',
    actions: ['read-load-report', 'read-coming-rights', 'read-agreement'],
  },
  'municipality-decider': {
    scope: 'municipality',
    actions: [
      'read-load-report',
      'read-coming-rights',
      'read-grounds',
      'decide-exemptions',
      'read-agreement',
      'invite-people',
      'read-members',
      'manage-members',
      'read-audit',
    ],
  },
  'installation-administrator': {
    scope: 'installation',
    actions: [
      'create-district',
      'invite-people',
      'read-members',
      'manage-members',
      'read-audit',
      'manage-installation',
      'read-undelivered',
    ],
  },
  oneself: { scope: 'person', actions: ['read-own-duties', 'manage-own-feeds', 'claim-own-rights'] },
  job: { scope: 'installation', actions: ['run-builds', 'deliver-messages', 'sweep', 'claim-installation'] },
}

/** What a session of one factor, as by a mailed link, is enough for: one's own affairs and what colleagues see (OWASP ASVS 6.3.3). */
const BY_ONE_FACTOR: readonly (Role | 'oneself' | 'job')[] = ['doctor', 'oneself', 'job']

/** Whether the role is of use only to whoever has signed in with two factors. */
export function needsStrong(role: Role): boolean {
  return !BY_ONE_FACTOR.includes(role)
}

/** Roles that are of no use to who signed in by one factor. */
export const STRONG_ROLES: readonly Role[] = Object.keys(RIGHTS).filter(
  // The keys of the record are roles, oneself and jobs.
  (role): role is Role => role !== 'oneself' && role !== 'job' && needsStrong(role as Role),
)

/** Whether the actor may do this within this scope, by the table above and as strongly as they have signed in. */
export function may(actor: Actor, action: Action, scope: Scope): boolean {
  return rolesThatAllow(actor, action, scope).some((role) => isInForce(actor, role))
}

/** The role by which the actor may do this; undefined when there is none in force. */
export function roleThatMay(actor: Actor, action: Action, scope: Scope): Role | undefined {
  return rolesThatAllow(actor, action, scope).find(
    (role): role is Role => role !== 'oneself' && role !== 'job' && isInForce(actor, role),
  )
}

/** Whether the actor may do this once signed in with two factors, and not before. */
export function mayWhenStrong(actor: Actor, action: Action, scope: Scope): boolean {
  return !may(actor, action, scope) && rolesThatAllow(actor, action, scope).length > 0
}

function rolesThatAllow(actor: Actor, action: Action, scope: Scope): (keyof typeof RIGHTS)[] {
  return rolesIn(actor, scope).filter(
    (role) => RIGHTS[role].scope === scope.kind && RIGHTS[role].actions.includes(action),
  )
}

function isInForce(actor: Actor, role: keyof typeof RIGHTS): boolean {
  return actor.kind !== 'account' || actor.strength === 'strong' || BY_ONE_FACTOR.includes(role)
}

/** Whether the actor has any place in the scope; one who has none must not learn that it exists. */
export function belongsTo(actor: Actor, scope: Scope): boolean {
  return rolesIn(actor, scope).some((role) => RIGHTS[role].scope === scope.kind)
}

/** Municipality numbers for which the actor may do this. */
export function municipalitiesWhere(actor: Actor, action: Action): MunicipalityNumber[] {
  return scopesWhere(actor, 'municipality', action)
}

/** Every role that may do this somewhere. */
export function rolesThatMay(action: Action): Role[] {
  return (Object.keys(RIGHTS) as (keyof typeof RIGHTS)[]).filter(
    (role): role is Role => role !== 'oneself' && role !== 'job' && RIGHTS[role].actions.includes(action),
  )
}

function scopesWhere(actor: Actor, kind: ScopeKind, action: Action): string[] {
  if (actor.kind !== 'account') return []
  const ids = actor.memberships
    .filter((membership) => membership.scopeKind === kind && RIGHTS[membership.role].scope === kind)
    .filter(({ role }) => RIGHTS[role].actions.includes(action) && isInForce(actor, role))
    .map((membership) => membership.scopeId)
  return [...new Set(ids)]
}

function rolesIn(actor: Actor, scope: Scope): (keyof typeof RIGHTS)[] {
  if (actor.kind === 'nobody') return []
  if (actor.kind === 'job') return scope.kind === 'installation' ? ['job'] : []
  if (scope.kind === 'person') return actor.personId === scope.id ? ['oneself'] : []
  return actor.memberships
    .filter((membership) => membership.scopeKind === scope.kind && membership.scopeId === scopeIdOf(scope))
    .map((membership) => membership.role)
}

function scopeIdOf(scope: Exclude<Scope, { kind: 'person' }>): string {
  if (scope.kind === 'district') return scope.id
  return scope.kind === 'municipality' ? scope.number : 'installation'
}
