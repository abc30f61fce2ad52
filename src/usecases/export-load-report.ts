import type { DistrictId, MunicipalityNumber } from '../core/rota/person.ts'
import { addDays } from '../core/time/local-date.ts'
import type { LoadReport } from '../reports/load/load-report.ts'
import type { ReportTable } from '../reports/sheet.ts'
import type { OverTime } from '../reports/weeks/over-time.ts'
import { textFor } from '../text/text.ts'
import type { Context } from './context.ts'
import type { ExportedTable } from './export-table.ts'
import { limitExports } from './limit-exports.ts'
import { done, type FieldProblem, type Result, refused } from './refusal.ts'
import { type ReportForm, reportFile } from './report-file.ts'
import { type AskedReport, gateReport, type ReportGround, readReport } from './report-reading.ts'
import { overviewOf, overviewTablesOf } from './show-load-report.ts'
import { betweenOf, shareTablesOf } from './show-report-shares.ts'
import { overTimeOf, timeTablesOf } from './show-report-time.ts'
import { yearlyOf } from './show-report-yearly.ts'

export interface ExportLoadReportInput extends AskedReport {
  readonly districtId: DistrictId
  readonly municipality: MunicipalityNumber
  readonly form: ReportForm
  /** What of the period could not be read. */
  readonly wrong?: readonly FieldProblem[]
}

/** A municipality's whole report as a file: the tables of its pages, in their order. */
export async function exportLoadReport(
  ctx: Context,
  { form, wrong = [], ...asked }: ExportLoadReportInput,
): Promise<Result<ExportedTable>> {
  const isWrong = wrong.length > 0 ? refused({ kind: 'invalid', problems: wrong }) : undefined
  const isRefused = gateReport(ctx, asked) ?? isWrong ?? (await limitExports(ctx))
  if (isRefused) return isRefused
  const reading = await readReport(ctx, asked)
  if (reading.kind === 'refused') return reading
  const ground = reading.value
  const text = textFor(ctx.language)
  const { municipality } = asked
  const { district, member, period } = ground
  const { from, to } = period
  const title = `${text.people.report.of(member.name)}. ${district.name}, ${text.format.dateRange(period)}`
  const bytes = await reportFile(reportTables(ctx, ground), form, { title, facts: factsOf(ground) }, text)
  return done({
    fileName: `${text.reportFiles.reportName(municipality, from, addDays(to, -1))}.${form}`,
    bytes,
  })
}

/** Every table of a report. */
export function reportTables(
  ctx: Pick<Context, 'actor' | 'language' | 'now'>,
  ground: ReportGround,
  overTime: OverTime = overTimeOf(ground),
  report: LoadReport = overviewOf(ground),
): ReportTable[] {
  const shared = betweenOf(ground)
  return [
    ...overviewTablesOf(ctx, ground, report),
    ...timeTablesOf(ctx, ground, overTime),
    ...shareTablesOf(ctx, ground, shared),
    // What is reported by calendar year is counted over one.
    ...(ground.period.kind === 'year' ? yearlyOf(ctx, ground, shared).tables : []),
  ]
}

function factsOf({ district, member, period }: ReportGround): Record<string, string> {
  return {
    format: 'legevaktplan-load-report',
    district: district.id,
    districtName: district.name,
    municipality: member.number,
    municipalityName: member.name,
    period: period.kind,
    from: period.from,
    to: period.to,
  }
}
