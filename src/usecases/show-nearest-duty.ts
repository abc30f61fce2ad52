import type { DistrictId } from '../core/rota/person.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import { toWall } from '../core/time/oslo.ts'
import { findNearestDutyDate } from '../data/nearest-duty.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { done, type Result } from './refusal.ts'

export interface ShowNearestDutyInput {
  readonly districtId: DistrictId
}

/** The date of the published duty nearest to today, ahead before behind; null while nothing is published. */
export async function showNearestDuty(
  ctx: Context,
  { districtId }: ShowNearestDutyInput,
): Promise<Result<LocalDate | null>> {
  const isRefused = gate(ctx, 'read-rota', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  return done((await findNearestDutyDate(ctx.db, districtId, toWall(ctx.now).date)) ?? null)
}
