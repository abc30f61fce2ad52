import type { DistrictId, MunicipalityNumber } from '../core/rota/person.ts'
import type { Role } from '../identity/policy.ts'
import type { Context } from './context.ts'
import { type Result, refused } from './refusal.ts'

export interface DistrictChoice {
  readonly id: DistrictId
  readonly name: string
  /** The roles the actor has in it; empty for an installation administrator without membership. */
  readonly roles: readonly Role[]
}

export interface MunicipalityChoice {
  readonly number: MunicipalityNumber
  readonly name: string
  readonly districtId: DistrictId
  readonly districtName: string
}

export interface DistrictsValue {
  readonly districts: readonly DistrictChoice[]
  /** Municipalities whose load report the actor may read, once for each district they take part in. */
  readonly municipalities: readonly MunicipalityChoice[]
  readonly mayCreate: boolean
  /** True when the account stands for a person with duties and a calendar of their own. */
  readonly isDoctor: boolean
}

/** Everything the actor has a place in: where a signed-in person starts. */
export async function showDistricts(
  _ctx: Context,
  _input: Record<never, never>,
): Promise<Result<DistrictsValue>> {
  return refused({ kind: 'not-found' })
}
