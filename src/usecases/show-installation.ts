import type { DistrictId, MunicipalityNumber } from '../core/rota/person.ts'
import type { Minute } from '../core/time/minute.ts'
import {
  type LedScope,
  listDisabledAccounts,
  listLedDistricts,
  listLedMunicipalities,
} from '../data/installation-store.ts'
import { invitationId, listInstallationInvitations } from '../data/invitation-store.ts'
import { nameInRegister } from '../exchange/municipalities.ts'
import type { ScopeKind } from '../identity/policy.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { INSTALLATION } from './member-scope.ts'
import { done, type Result } from './refusal.ts'
import { type MembersValue, showMembers } from './show-members.ts'

export interface InstallationValue {
  readonly administrators: MembersValue
  readonly districts: readonly LedScope<DistrictId>[]
  readonly municipalities: readonly LedScope<MunicipalityNumber>[]
  /** What the administrators have offered to those who are to lead. */
  readonly invitations: readonly LeaderInvitation[]
  readonly disabled: readonly {
    readonly id: string
    readonly email: string | null
    readonly createdAt: Minute
  }[]
}

export interface LeaderInvitation {
  readonly id: string
  readonly kind: ScopeKind
  readonly scopeId: string
  /** Null where the link was handed over. */
  readonly email: string | null
  readonly expiresAt: Minute
}

/** What the installation's administrator looks after: who leads what, never what is in it. */
export async function showInstallation(
  ctx: Context,
  _input: Record<never, never>,
): Promise<Result<InstallationValue>> {
  const isRefused = gate(ctx, 'manage-installation', INSTALLATION)
  if (isRefused) return isRefused
  const [administrators, districts, municipalities, invitations, disabled] = await Promise.all([
    showMembers(ctx, { scope: INSTALLATION }),
    listLedDistricts(ctx.db, ctx.now),
    listLedMunicipalities(ctx.db, ctx.now),
    listInstallationInvitations(ctx.db, ctx.now),
    listDisabledAccounts(ctx.db),
  ])
  if (administrators.kind === 'refused') return administrators
  return done({
    administrators: administrators.value,
    districts,
    // Whoever appoints who decides goes by the name, and the first district to have it wrote what is stored.
    municipalities: municipalities.map((own) => ({ ...own, name: nameInRegister(own.id) })),
    invitations: invitations.map((own) => ({
      id: invitationId(own),
      kind: own.membership.scopeKind,
      scopeId: own.membership.scopeId,
      email: own.email,
      expiresAt: own.expiresAt,
    })),
    disabled,
  })
}
