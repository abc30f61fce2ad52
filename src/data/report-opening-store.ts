import type { DistrictId, MunicipalityNumber } from '../core/rota/person.ts'
import type { Dates, LocalDate } from '../core/time/local-date.ts'
import { fromUtcText, type Minute, toUtcText } from '../core/time/minute.ts'
import { compiler, type Database, readAll, type Write } from './database.ts'
import type { Role } from './schema-access.ts'

/** Which report: of one municipality's own doctors, over some dates; or the whole district's hours for pay. */
export interface ReportKey {
  readonly districtId: DistrictId
  /** Null for hours for pay. */
  readonly municipality: MunicipalityNumber | null
  readonly dates: Dates
}

/** One reader's opening of a report, the first of a local date. */
export interface ReportOpening extends ReportKey {
  readonly accountId: string
  readonly date: LocalDate
  readonly at: Minute
  readonly role: Role
}

/** Stored for what is of all of a district; a municipality's number is never empty. */
const NO_MUNICIPALITY = ''

/** Whether an account has opened a report on a local date already. */
export async function hasOpenedReport(
  db: Database,
  { districtId, municipality, dates, accountId, date }: Omit<ReportOpening, 'at' | 'role'>,
): Promise<boolean> {
  const query = ofReport({ districtId, municipality, dates })
    .select('at')
    .where('account_id', '=', accountId)
    .where('date', '=', date)
  const [rows] = await readAll(db, [query])
  return rows.length > 0
}

/** Refused as `duplicate` where the day's opening is stored already. */
export function reportOpeningWrites(opening: ReportOpening): Write[] {
  const { districtId, municipality, dates, accountId, date, at, role } = opening
  const row = {
    district_id: districtId,
    municipality: municipality ?? NO_MUNICIPALITY,
    from_date: dates.from,
    to_date: dates.to,
    account_id: accountId,
    date,
    at: toUtcText(at),
    role,
  }
  return [compiler.insertInto('report_opening').values(row).compile()]
}

/** Which reports that reach over these dates were opened, when, and by what role, the latest first; at most `limit`. */
export async function listReportOpenings(
  db: Database,
  { districtId, municipality, dates }: ReportKey,
  limit: number,
): Promise<Pick<ReportOpening, 'at' | 'role' | 'dates'>[]> {
  const query = compiler
    .selectFrom('report_opening')
    .select(['at', 'role', 'from_date', 'to_date'])
    .where('district_id', '=', districtId)
    .where('municipality', '=', municipality ?? NO_MUNICIPALITY)
    .where('from_date', '<', dates.to)
    .where('to_date', '>', dates.from)
    .orderBy('at', 'desc')
    .limit(limit)
  const [rows] = await readAll(db, [query])
  return rows.map(({ at, role, from_date: from, to_date: to }) => ({
    at: fromUtcText(at),
    role,
    dates: { from, to },
  }))
}

function ofReport({ districtId, municipality, dates }: ReportKey) {
  return compiler
    .selectFrom('report_opening')
    .where('district_id', '=', districtId)
    .where('municipality', '=', municipality ?? NO_MUNICIPALITY)
    .where('from_date', '=', dates.from)
    .where('to_date', '=', dates.to)
}
