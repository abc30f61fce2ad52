import type { District } from '../core/rota/district.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { Context } from './context.ts'
import { type Result, refused } from './refusal.ts'

export interface ShowDoctorsInput {
  readonly districtId: DistrictId
}

export interface DoctorsValue {
  /** Doctors with every dated fact, never the ground of an exemption. */
  readonly district: District
}

/** The doctors of a district with what the rota is planned by. */
export async function showDoctors(_ctx: Context, _input: ShowDoctorsInput): Promise<Result<DoctorsValue>> {
  return refused({ kind: 'not-found' })
}
