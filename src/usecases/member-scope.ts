import { findDistrictHeads } from '../data/district-store.ts'
import { listMunicipalities } from '../data/installation-store.ts'
import type { StoredScope } from '../data/member-store.ts'
import { nameInRegister } from '../exchange/municipalities.ts'
import type { Role, Scope } from '../identity/policy.ts'
import type { Context } from './context.ts'
import { done, type Result, refused } from './refusal.ts'

export type { Role }

/** What a role is held in. */
export type MemberScope = Exclude<Scope, { readonly kind: 'person' }>

/** Roles that somebody is invited to by their scope. Doctors are invited as the persons that they are (`invite-person`). */
export const ROLES_OF = {
  district: ['coordinator', 'service-manager', 'union-representative', 'payroll-reader', 'dispatch-centre'],
  municipality: ['municipality-decider', 'municipality-reader'],
  installation: ['installation-administrator'],
} as const satisfies Readonly<Record<MemberScope['kind'], readonly Role[]>>

export const INSTALLATION: MemberScope = { kind: 'installation' }

export function storedScope(scope: MemberScope): StoredScope {
  if (scope.kind === 'district') return { scopeKind: 'district', scopeId: scope.id }
  if (scope.kind === 'municipality') return { scopeKind: 'municipality', scopeId: scope.number }
  return { scopeKind: 'installation', scopeId: 'installation' }
}

/** What the scope is called; '' for the installation. Refused when it is not there. */
export async function nameOfScope(ctx: Context, scope: MemberScope): Promise<Result<string>> {
  if (scope.kind === 'installation') return done('')
  if (scope.kind === 'municipality') {
    const isThere = (await listMunicipalities(ctx.db)).includes(scope.number)
    return isThere ? done(nameInRegister(scope.number)) : refused({ kind: 'not-found' })
  }
  const [found] = await findDistrictHeads(ctx.db, [scope.id])
  return found ? done(found.name) : refused({ kind: 'not-found' })
}

/** What a role is held or offered in. */
export function scopeOf({ scopeKind, scopeId }: StoredScope): MemberScope {
  if (scopeKind === 'installation') return INSTALLATION
  return scopeKind === 'district'
    ? { kind: 'district', id: scopeId }
    : { kind: 'municipality', number: scopeId }
}
