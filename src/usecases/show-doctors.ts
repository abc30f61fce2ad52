import type { District } from '../core/rota/district.ts'
import type { DistrictId } from '../core/rota/person.ts'
import { findDistrict } from '../data/district-store.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { done, type Result, refused } from './refusal.ts'

export interface ShowDoctorsInput {
  readonly districtId: DistrictId
}

export interface DoctorsValue {
  /** Doctors with every dated fact, never the ground of an exemption. */
  readonly district: District
}

/** The doctors of a district with what the rota is planned by. */
export async function showDoctors(
  ctx: Context,
  { districtId }: ShowDoctorsInput,
): Promise<Result<DoctorsValue>> {
  const isRefused = gate(ctx, 'read-doctors', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const district = await findDistrict(ctx.db, districtId)
  return district ? done({ district }) : refused({ kind: 'not-found' })
}
