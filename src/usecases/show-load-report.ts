import { fairShares } from '../core/ledger/fair-share.ts'
import { ledgerOf } from '../core/ledger/hours.ts'
import type { DistrictId, MunicipalityNumber } from '../core/rota/person.ts'
import { checkRota } from '../core/rules/check.ts'
import { addWeeks, type IsoWeek, isoWeekStart, isoWeeksIn } from '../core/time/iso-week.ts'
import { may } from '../identity/policy.ts'
import { type LoadReport, loadReport } from '../reports/load-report.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { isPlanWeek } from './plan-dates.ts'
import { readSource } from './read-source.ts'
import { done, invalid, type Result, refused } from './refusal.ts'
import { MOST_WEEKS } from './show-hours.ts'

export interface ShowLoadReportInput {
  readonly districtId: DistrictId
  readonly municipality: MunicipalityNumber
  readonly from: IsoWeek
  /** 1–53. */
  readonly weeks: number
}

export interface LoadReportValue {
  readonly districtId: DistrictId
  readonly districtName: string
  readonly municipality: MunicipalityNumber
  readonly municipalityName: string
  readonly weeks: readonly IsoWeek[]
  readonly report: LoadReport
}

/** The load of one municipality's own doctors, equal to the ledger's rows. */
export async function showLoadReport(
  ctx: Context,
  input: ShowLoadReportInput,
): Promise<Result<LoadReportValue>> {
  const { districtId, municipality } = input
  const isDistricts = may(ctx.actor, 'read-load-report', { kind: 'district', id: districtId })
  const isRefused = isDistricts
    ? undefined
    : gate(ctx, 'read-load-report', { kind: 'municipality', number: municipality })
  if (isRefused) return isRefused
  if (!isPlanWeek(input.from)) return invalid('from', 'not-a-date', input.from)
  if (!Number.isInteger(input.weeks) || input.weeks < 1 || input.weeks > MOST_WEEKS)
    return invalid('weeks', 'out-of-range', String(input.weeks))
  const days = { from: isoWeekStart(input.from), to: isoWeekStart(addWeeks(input.from, input.weeks)) }
  const reading = await readSource(ctx, districtId, { kind: 'timeline' }, days)
  const district = reading?.rota.district
  const member = district?.municipalities.find(({ number }) => number === municipality)
  if (!reading || !district || !member) return refused({ kind: 'not-found' })
  const weeks = isoWeeksIn(days)
  const rota = { ...reading.rota, ...days }
  const report = loadReport({
    district,
    municipality,
    rows: ledgerOf(rota, weeks),
    weeks,
    violations: checkRota(reading.rota),
    shares: fairShares(rota),
  })
  const { name } = member
  return done({
    districtId,
    districtName: district.name,
    municipality,
    municipalityName: name,
    weeks,
    report,
  })
}
