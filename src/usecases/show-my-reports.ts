import type { LedgerPeriod, PeriodKind } from '../core/ledger/period.ts'
import type { District } from '../core/rota/district.ts'
import type { DistrictId, MunicipalityNumber, PersonId } from '../core/rota/person.ts'
import { findDistrict, listDistrictsOfPerson } from '../data/district-store.ts'
import { listReportOpenings, type ReportOpening } from '../data/report-opening-store.ts'
import { heldDuties } from '../reports/between/held-duty.ts'
import { type Finding, worstOf } from '../reports/load/findings.ts'
import { ownPlaces } from '../reports/load/own-places.ts'
import type { ReportTable } from '../reports/sheet.ts'
import { type OverTime, onlyDoctor } from '../reports/weeks/over-time.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import type { AskedPeriod } from './ledger-reading.ts'
import { done, type Result, refused } from './refusal.ts'
import { type ReportGround, readOwnReport } from './report-reading.ts'
import { tablesOfOne } from './show-load-report.ts'
import { dutiesOf } from './show-report-duties.ts'
import { overTimeOf, timeTablesOf } from './show-report-time.ts'
import { yearlyTablesOfOne } from './show-report-yearly.ts'
import { ownPersonId } from './wish-rights.ts'

/** What one municipality's report of a period says of the reader. */
export interface MyReport {
  readonly district: { readonly id: DistrictId; readonly name: string }
  readonly municipality: { readonly number: MunicipalityNumber; readonly name: string }
  readonly period: LedgerPeriod
  /** The reader's own row of the report's tables; none where they are not in it. */
  readonly rows: readonly ReportTable[]
  /** Where the heaviest week of all that the report tells of is theirs. */
  readonly worst: Pick<Extract<Finding, { kind: 'worst-week' }>, 'week' | 'minutes' | 'isTotal'> | null
  /** Every duty behind their figures, with how it came to them. */
  readonly duties: ReportTable | null
  readonly overTime: OverTime
  readonly tables: readonly ReportTable[]
  /** When others have opened it and by what role, the latest first. */
  readonly openings: readonly Pick<ReportOpening, 'at' | 'role' | 'dates'>[]
}

/** That a district's hours for pay were opened, the reader's among them. */
export interface OpenedPayroll {
  readonly district: MyReport['district']
  readonly openings: MyReport['openings']
}

export interface MyReportsValue {
  /** Null where no district has the reader. */
  readonly period: LedgerPeriod | null
  readonly kinds: readonly PeriodKind[]
  /** None where no municipality has the reader for its own. */
  readonly reports: readonly MyReport[]
  /** Of each district in which the reader was on duty in the period and whose hours for pay were opened. */
  readonly payrolls: readonly OpenedPayroll[]
}

/** Most openings told of. */
const MOST_OPENINGS = 50

/** What the load reports say of a doctor, as each municipality that they are own to reads it, all of the same period. */
export async function showMyReports(ctx: Context, asked: AskedPeriod): Promise<Result<MyReportsValue>> {
  if (ctx.actor.kind === 'nobody') return refused({ kind: 'not-signed-in' })
  const personId = ownPersonId(ctx)
  if (personId === null) return refused({ kind: 'not-found' })
  const isRefused = gate(ctx, 'read-own-duties', { kind: 'person', id: personId })
  if (isRefused) return isRefused
  const [first, ...others] = await placesOf(ctx, personId)
  if (!first) return done({ period: null, kinds: [], reports: [], payrolls: [] })
  const reading = await readOwnReport(ctx, { ...asked, ...first })
  if (reading.kind === 'refused') return reading
  const { period, kinds } = reading.value
  // A plan is one district's own: elsewhere its first day has another plan, or none.
  const same = { kind: period.kind, date: period.from }
  const rest = await Promise.all(others.map((place) => readOwnReport(ctx, { ...same, ...place })))
  const grounds = [reading, ...rest].flatMap((read) => (read.kind === 'done' ? [read.value] : []))
  const own = grounds.filter(({ district, member }) => isEverOwn(district, member.number, personId))
  const [reports, payrolls] = await Promise.all([
    Promise.all(own.map((ground) => toReport(ctx, ground, personId))),
    openedPayrolls(ctx, grounds, personId),
  ])
  return done({ period, kinds, reports, payrolls })
}

interface Place {
  readonly districtId: DistrictId
  readonly municipality: MunicipalityNumber
}

/**
 * Whose own doctor somebody is, or ever was. Of a district where they never were that, any municipality, after the others: hours for
 * pay are of all who were on duty.
 */
async function placesOf(ctx: Context, personId: PersonId): Promise<Place[]> {
  const ids = await listDistrictsOfPerson(ctx.db, personId)
  const districts = await Promise.all(ids.map((id) => findDistrict(ctx.db, id)))
  const places = districts.flatMap((district) => {
    if (district === undefined) return []
    const { id: districtId, municipalities } = district
    const own = municipalities.filter(({ number }) => isEverOwn(district, number, personId))
    const isOwn = own.length > 0
    const any = isOwn ? own : municipalities.slice(0, 1)
    return any.map(({ number }) => ({ districtId, municipality: number, isOwn }))
  })
  return places
    .toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn))
    .map(({ districtId, municipality }) => ({ districtId, municipality }))
}

function isEverOwn(district: District, municipality: MunicipalityNumber, personId: PersonId): boolean {
  const doctor = district.doctors.find((own) => own.personId === personId) ?? { personId, engagements: [] }
  return ownPlaces(district, municipality, doctor).length > 0
}

async function toReport(ctx: Context, ground: ReportGround, personId: PersonId): Promise<MyReport> {
  const { district, member, period } = ground
  const dates = { from: period.from, to: period.to }
  const key = { districtId: district.id, municipality: member.number, dates }
  const everybody = overTimeOf(ground)
  const overTime = onlyDoctor(everybody, personId)
  const rows = ownRows(ctx, ground, personId)
  return {
    district: { id: district.id, name: district.name },
    municipality: { number: member.number, name: member.name },
    period,
    rows,
    worst: worstWeek(everybody, personId),
    duties: rows.length === 0 ? null : dutiesOf(ctx, ground, { personId }).table,
    overTime,
    tables: timeTablesOf(ctx, ground, overTime),
    // Whoever is in no row of it is told nothing of who reads it.
    openings: rows.length === 0 ? [] : await listReportOpenings(ctx.db, key, MOST_OPENINGS),
  }
}

async function openedPayrolls(
  ctx: Context,
  grounds: readonly ReportGround[],
  personId: PersonId,
): Promise<OpenedPayroll[]> {
  const isOnDuty = ({ counted, period }: ReportGround) =>
    heldDuties(counted().workedBy(personId), period).length > 0
  const byDistrict = new Map(grounds.filter(isOnDuty).map((ground) => [ground.district.id, ground]))
  const payrolls = [...byDistrict.values()].map(async ({ district: { id, name }, period: { from, to } }) => {
    const key = { districtId: id, municipality: null, dates: { from, to } }
    return { district: { id, name }, openings: await listReportOpenings(ctx.db, key, MOST_OPENINGS) }
  })
  return (await Promise.all(payrolls)).filter(({ openings }) => openings.length > 0)
}

/** Without how many weeks of others are past the limit. */
function worstWeek(everybody: OverTime, personId: PersonId): MyReport['worst'] {
  const found = worstOf(everybody).find((week) => week.personId === personId)
  return found ? { week: found.week, minutes: found.minutes, isTotal: found.isTotal } : null
}

/** The same rows as the municipality reads, without the sums that others are part of. */
function ownRows(ctx: Context, ground: ReportGround, personId: PersonId): ReportTable[] {
  const yearly = ground.period.kind === 'year' ? yearlyTablesOfOne(ctx, ground, personId) : []
  return [...tablesOfOne(ctx, ground, personId), ...yearly]
    .map((table) => ({ ...table, rows: table.rows.filter(({ kind }) => kind === 'row') }))
    .filter(({ rows }) => rows.length > 0)
}
