import type { Minute } from '../core/time/minute.ts'
import { type Finding, findingsOf } from '../reports/load/findings.ts'
import type { ReportTable } from '../reports/sheet.ts'
import type { OverTime } from '../reports/weeks/over-time.ts'
import type { Context } from './context.ts'
import { reportTables } from './export-load-report.ts'
import { done, type Result } from './refusal.ts'
import { headOf, type ReportHead } from './report-head.ts'
import { type AskedReport, readReport } from './report-reading.ts'
import { overviewOf } from './show-load-report.ts'
import { overTimeOf } from './show-report-time.ts'

export interface ReportPrintValue {
  readonly head: ReportHead
  /** What must be known first. */
  readonly findings: readonly Finding[]
  /** Of every page of the report, those of the pictures too. */
  readonly tables: readonly ReportTable[]
  readonly overTime: OverTime
  readonly madeAt: Minute
}

/** A municipality's whole report for paper: the tables of its file, and the pictures. */
export async function showReportPrint(ctx: Context, asked: AskedReport): Promise<Result<ReportPrintValue>> {
  const reading = await readReport(ctx, asked)
  if (reading.kind === 'refused') return reading
  const ground = reading.value
  const overTime = overTimeOf(ground)
  const report = overviewOf(ground)
  return done({
    head: headOf(ground),
    findings: findingsOf(report, overTime),
    tables: reportTables(ctx, ground, overTime, report),
    overTime,
    madeAt: ctx.now,
  })
}
