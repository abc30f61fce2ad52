import { type District, doctorOf } from '../core/rota/district.ts'
import { type TrailList, trailOf } from '../reports/between/trail.ts'
import { ownersBy } from '../reports/load/own-places.ts'
import type { ReportTable, Trail } from '../reports/sheet.ts'
import { trailTable } from '../reports/tables/trail.ts'
import { textFor } from '../text/text.ts'
import type { Context } from './context.ts'
import { done, type Result } from './refusal.ts'
import { headOf, type ReportHead, toldLive } from './report-head.ts'
import { type AskedReport, type ReportGround, readReport } from './report-reading.ts'

export interface ShowReportDutiesInput extends AskedReport {
  readonly trail: Trail
}

export interface ReportDutiesValue {
  readonly head: ReportHead
  readonly list: TrailList
  readonly table: ReportTable
}

/** The duties behind a figure of a report, as the published rota shows them: when, which line, and who. */
export async function showReportDuties(
  ctx: Context,
  { trail, ...asked }: ShowReportDutiesInput,
): Promise<Result<ReportDutiesValue>> {
  const reading = await readReport(ctx, asked, (district) => isKnown(district, trail))
  if (reading.kind === 'refused') return reading
  const ground = reading.value
  return done({ head: headOf(ground), ...dutiesOf(ctx, ground, trail) })
}

/** From what a report is read for. */
export function dutiesOf(
  ctx: Pick<Context, 'language'>,
  ground: ReportGround,
  trail: Trail,
): Pick<ReportDutiesValue, 'list' | 'table'> {
  const { district, rota, period, member, counted } = ground
  const list = trailOf({ rota, period, counted: counted(), municipality: member.number }, trail)
  const isOwn = (personId: string, date: string) =>
    ownersBy(district, doctorOf(district, personId))(date).includes(member.number)
  const listed = trailTable({ district, trail, list, isOwn }, textFor(ctx.language))
  const [table = listed] = toldLive(ctx, ground, [listed])
  return { list, table }
}

/** Whether the district has whom it is asked about. */
function isKnown(district: District, { personId, municipality, doctorsOf }: Trail): boolean {
  const hasMember = (asked: string | null | undefined) =>
    asked === undefined || asked === null || district.municipalities.some(({ number }) => number === asked)
  const hasDoctor = personId === undefined || district.doctors.some((doctor) => doctor.personId === personId)
  return hasDoctor && hasMember(municipality) && hasMember(doctorsOf)
}
