import type { DistrictId, MunicipalityNumber } from '../core/rota/person.ts'
import type { Minute } from '../core/time/minute.ts'
import {
  type LedScope,
  listDisabledAccounts,
  listLedDistricts,
  listLedMunicipalities,
} from '../data/installation-store.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { INSTALLATION } from './member-scope.ts'
import { done, type Result } from './refusal.ts'
import { type MembersValue, showMembers } from './show-members.ts'

export interface InstallationValue {
  readonly administrators: MembersValue
  readonly districts: readonly LedScope<DistrictId>[]
  readonly municipalities: readonly LedScope<MunicipalityNumber>[]
  readonly disabled: readonly {
    readonly id: string
    readonly email: string | null
    readonly createdAt: Minute
  }[]
}

/** What the installation's administrator looks after: who leads what, never what is in it. */
export async function showInstallation(
  ctx: Context,
  _input: Record<never, never>,
): Promise<Result<InstallationValue>> {
  const isRefused = gate(ctx, 'manage-installation', INSTALLATION)
  if (isRefused) return isRefused
  const [administrators, districts, municipalities, disabled] = await Promise.all([
    showMembers(ctx, { scope: INSTALLATION }),
    listLedDistricts(ctx.db, ctx.now),
    listLedMunicipalities(ctx.db, ctx.now),
    listDisabledAccounts(ctx.db),
  ])
  if (administrators.kind === 'refused') return administrators
  return done({ administrators: administrators.value, districts, municipalities, disabled })
}
