import { type Between, between } from '../reports/between/between.ts'
import type { ReportTable } from '../reports/sheet.ts'
import { sharesTables } from '../reports/tables/shares.ts'
import { textFor } from '../text/text.ts'
import type { Context } from './context.ts'
import { done, type Result } from './refusal.ts'
import { headOf, type ReportHead, toldLive } from './report-head.ts'
import { type AskedReport, type ReportGround, readReport } from './report-reading.ts'

export interface ReportSharesValue {
  readonly head: ReportHead
  readonly between: Between
  /** The same figures as tables. */
  readonly tables: readonly ReportTable[]
}

/** What each municipality carried of the district's duties: open by the rota, so the same for every one of them. */
export async function showReportShares(ctx: Context, asked: AskedReport): Promise<Result<ReportSharesValue>> {
  const reading = await readReport(ctx, asked)
  if (reading.kind === 'refused') return reading
  const ground = reading.value
  const value = betweenOf(ground)
  return done({ head: headOf(ground), between: value, tables: shareTablesOf(ctx, ground, value) })
}

/** What they are shown as. */
export function shareTablesOf(
  ctx: Pick<Context, 'language'>,
  ground: ReportGround,
  value: Between,
): readonly ReportTable[] {
  return toldLive(ctx, ground, sharesTables(value, textFor(ctx.language)))
}

/** From what a report is read for. */
export function betweenOf({
  rota,
  period,
  counted,
}: Pick<ReportGround, 'rota' | 'period' | 'counted'>): Between {
  return between(rota, period, counted())
}
