import { type FairShare, fairShares } from '../core/ledger/fair-share.ts'
import { mayTellShares } from '../reports/load/own-places.ts'
import type { ReportTable } from '../reports/sheet.ts'
import { overTimeTables } from '../reports/tables/over-time.ts'
import { type OverTime, overTime } from '../reports/weeks/over-time.ts'
import { textFor } from '../text/text.ts'
import type { Context } from './context.ts'
import { done, type Result } from './refusal.ts'
import { headOf, type ReportHead, toldLive } from './report-head.ts'
import { type AskedReport, type ReportGround, readReport } from './report-reading.ts'

export interface ReportTimeValue {
  readonly head: ReportHead
  readonly overTime: OverTime
  /** The same figures as tables. */
  readonly tables: readonly ReportTable[]
}

/** The load of a municipality's own doctors week by week, as worked. */
export async function showReportTime(ctx: Context, asked: AskedReport): Promise<Result<ReportTimeValue>> {
  const reading = await readReport(ctx, asked)
  if (reading.kind === 'refused') return reading
  const ground = reading.value
  const value = overTimeOf(ground)
  return done({ head: headOf(ground), overTime: value, tables: timeTablesOf(ctx, ground, value) })
}

/** What the pictures show. */
export function timeTablesOf(
  ctx: Pick<Context, 'language'>,
  ground: ReportGround,
  value: OverTime,
): readonly ReportTable[] {
  return toldLive(ctx, ground, overTimeTables(value, textFor(ctx.language)))
}

/** From what a report is read for. */
export function overTimeOf(ground: ReportGround): OverTime {
  const { district, member, known, period, rota, counted } = ground
  const isTold = mayTellShares(district, [member.number, ...known], period)
  return weeksOf(ground, isTold ? fairShares(rota, counted().worked) : [])
}

/** The same; without shares there are no balances, which cost the most. */
export function weeksOf(
  { rota, counted, period, member }: ReportGround,
  shares: readonly FairShare[] = [],
): OverTime {
  return overTime({ rota, period, municipality: member.number, counted: counted(), shares })
}
