import type { PersonId } from '../core/rota/person.ts'
import { type Finding, findingsOf } from '../reports/load/findings.ts'
import { type LoadReport, type LoadReportInput, loadOfOne, loadReport } from '../reports/load/load-report.ts'
import type { ReportTable } from '../reports/sheet.ts'
import { namedTables, overviewTables } from '../reports/tables/overview.ts'
import type { Named } from '../reports/tables/overview-breaches.ts'
import { textFor } from '../text/text.ts'
import type { Context } from './context.ts'
import { done, type Result } from './refusal.ts'
import { headOf, type ReportHead } from './report-head.ts'
import { type AskedReport, type ReportGround, readReport } from './report-reading.ts'
import { weeksOf } from './show-report-time.ts'

export interface LoadReportValue {
  readonly head: ReportHead
  readonly report: LoadReport
  /** What must be known first. */
  readonly findings: readonly Finding[]
  /** The same figures as tables. */
  readonly tables: readonly ReportTable[]
}

/** The load of one municipality's own doctors, equal to the ledger. */
export async function showLoadReport(ctx: Context, asked: AskedReport): Promise<Result<LoadReportValue>> {
  const reading = await readReport(ctx, asked)
  if (reading.kind === 'refused') return reading
  const ground = reading.value
  const report = overviewOf(ground)
  const findings = findingsOf(report, weeksOf(ground))
  return done({ head: headOf(ground), report, findings, tables: overviewTablesOf(ctx, ground, report) })
}

/** From what a report is read for. */
export function overviewOf(ground: ReportGround): LoadReport {
  return loadReport(loadInput(ground))
}

/** What an overview is counted from. */
function loadInput({
  member,
  known,
  period,
  rota,
  counted,
  judged,
  waivers,
  closed,
}: ReportGround): LoadReportInput {
  return {
    municipality: member.number,
    known,
    period,
    rota,
    counted: counted(),
    judged,
    waivers,
    closed,
  }
}

/** What the overview shows. */
export function overviewTablesOf(
  { language }: Pick<Context, 'language'>,
  ground: ReportGround,
  report: LoadReport,
): ReportTable[] {
  return overviewTables(report, namedIn(ground), textFor(language))
}

/** Those of one doctor alone: what the overview tells of them by name. */
export function tablesOfOne(
  { language }: Pick<Context, 'language'>,
  ground: ReportGround,
  personId: PersonId,
): ReportTable[] {
  const report = loadOfOne(loadInput(ground), personId)
  return report.doctors.length === 0 ? [] : namedTables(report, namedIn(ground), textFor(language))
}

function namedIn({ district: { persons, lines }, judged }: ReportGround): Named {
  return { persons, lines, needs: judged.needs }
}
