import { addDays } from '../core/time/local-date.ts'
import { textFor } from '../text/text.ts'
import type { Context } from './context.ts'
import type { ExportedTable } from './export-table.ts'
import { gate } from './gate.ts'
import { limitExports } from './limit-exports.ts'
import { done, type FieldProblem, type Result, refused } from './refusal.ts'
import { type ReportForm, reportFile } from './report-file.ts'
import { type ShowPayrollInput, showPayroll } from './show-payroll.ts'

export interface ExportPayrollInput extends ShowPayrollInput {
  readonly form: ReportForm
  /** What of the period could not be read. */
  readonly wrong?: readonly FieldProblem[]
}

/** Hours for pay as a file: the tables of the page. */
export async function exportPayroll(
  ctx: Context,
  { form, wrong = [], ...asked }: ExportPayrollInput,
): Promise<Result<ExportedTable>> {
  const isWrong = wrong.length > 0 ? refused({ kind: 'invalid', problems: wrong }) : undefined
  const place = { kind: 'district', id: asked.districtId } as const
  const isRefused = gate(ctx, 'read-payroll', place) ?? isWrong ?? (await limitExports(ctx))
  if (isRefused) return isRefused
  const shown = await showPayroll(ctx, asked)
  if (shown.kind === 'refused') return shown
  const { district, period, tables } = shown.value
  const { kind, from, to } = period
  const text = textFor(ctx.language)
  const facts = {
    format: 'legevaktplan-payroll',
    district: district.id,
    districtName: district.name,
    period: kind,
    from,
    to,
  }
  const title = `${text.payroll.title}. ${district.name}, ${text.format.dateRange(period)}`
  const bytes = await reportFile(tables, form, { title, facts }, text)
  return done({
    fileName: `${text.reportFiles.payrollName(district.id, from, addDays(to, -1))}.${form}`,
    bytes,
  })
}
