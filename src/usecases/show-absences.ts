import type { District } from '../core/rota/district.ts'
import type { DistrictId } from '../core/rota/person.ts'
import { addDays, type LocalDate, mondayOf } from '../core/time/local-date.ts'
import { toWall } from '../core/time/oslo.ts'
import { findDistrict } from '../data/district-store.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { isPlanDate } from './plan-dates.ts'
import { done, type Result, refused } from './refusal.ts'

export interface ShowAbsencesInput {
  readonly districtId: DistrictId
  /** Any day of the first week; null or no date = this week. */
  readonly from: string | null
  readonly weeks: number
}

export interface AbsencesValue {
  readonly district: District
  readonly today: LocalDate
  /** Mondays. */
  readonly weeks: readonly LocalDate[]
}

/** Who is not available in a district, week by week; exemption and absence alike, never why. */
export async function showAbsences(
  ctx: Context,
  { districtId, from, weeks }: ShowAbsencesInput,
): Promise<Result<AbsencesValue>> {
  const isRefused = gate(ctx, 'change-availability', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const district = await findDistrict(ctx.db, districtId)
  if (!district) return refused({ kind: 'not-found' })
  const { date: today } = toWall(ctx.now)
  const first = mondayOf(from !== null && isPlanDate(from) ? from : today)
  const mondays = Array.from({ length: weeks }, (_, index) => addDays(first, 7 * index))
  return done({ district, today, weeks: mondays })
}
