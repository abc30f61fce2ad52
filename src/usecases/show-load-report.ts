import { fairShares } from '../core/ledger/fair-share.ts'
import { ledgerOf } from '../core/ledger/hours.ts'
import type { DistrictId, MunicipalityNumber } from '../core/rota/person.ts'
import { checkRota } from '../core/rules/check.ts'
import { addWeeks, type IsoWeek, isoWeekStart, isoWeeksIn } from '../core/time/iso-week.ts'
import { toWall } from '../core/time/oslo.ts'
import { listWaivers } from '../data/publication-store.ts'
import { may } from '../identity/policy.ts'
import { type LoadReport, loadReport } from '../reports/load-report.ts'
import { accountNames } from './account-names.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { isPlanWeek } from './plan-dates.ts'
import { readSource } from './read-source.ts'
import { done, invalid, type Result, refused } from './refusal.ts'
import { type AskedWeeks, reportWeeks, weeksAsked } from './report-weeks.ts'
import { MOST_WEEKS } from './show-hours.ts'

/** Null for the weeks around what is published, at most 53. */
export interface ShowLoadReportInput extends AskedWeeks {
  readonly districtId: DistrictId
  readonly municipality: MunicipalityNumber
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
  const today = toWall(ctx.now).date
  const period = await weeksAsked(input, () => reportWeeks(ctx.db, districtId, today, MOST_WEEKS))
  if (!isPlanWeek(period.from)) return invalid('from', 'not-a-date', period.from)
  if (!Number.isInteger(period.weeks) || period.weeks < 1 || period.weeks > MOST_WEEKS)
    return invalid('weeks', 'out-of-range', String(period.weeks))
  const days = { from: isoWeekStart(period.from), to: isoWeekStart(addWeeks(period.from, period.weeks)) }
  const reading = await readSource(ctx, districtId, { kind: 'timeline' }, days)
  const district = reading?.rota.district
  const member = district?.municipalities.find(({ number }) => number === municipality)
  if (!reading || !district || !member) return refused({ kind: 'not-found' })
  const weeks = isoWeeksIn(days)
  const rota = { ...reading.rota, ...days }
  const waivers = await listWaivers(ctx.db, districtId, days.from, days.to)
  const names = await accountNames(
    ctx,
    district,
    waivers.map((waiver) => waiver.by),
    isDistricts,
  )
  const report = loadReport({
    district,
    municipality,
    rows: ledgerOf(rota, weeks),
    weeks,
    violations: checkRota(reading.rota),
    shares: fairShares(rota),
    rota: reading.rota,
    waivers: waivers.map((waiver) => ({ ...waiver, by: names[waiver.by] })),
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
