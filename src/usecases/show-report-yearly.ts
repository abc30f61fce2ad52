import { homeMunicipalities } from '../core/plans/exemption-fault.ts'
import { parameterOn } from '../core/rota/agreement.ts'
import { doctorOf } from '../core/rota/district.ts'
import type { PersonId } from '../core/rota/person.ts'
import { turningExemptionAge } from '../core/rota/rights.ts'
import { yearOf } from '../core/time/local-date.ts'
import { toWall } from '../core/time/oslo.ts'
import { may } from '../identity/policy.ts'
import type { Between } from '../reports/between/between.ts'
import type { ReportTable } from '../reports/sheet.ts'
import { namedYearlyTables, type Yearly, yearlyTables } from '../reports/tables/yearly.ts'
import { grantChecks } from '../reports/yearly/grants.ts'
import { exceptionUses, withoutBirthDate } from '../reports/yearly/statutory.ts'
import { yearlyText } from '../reports/yearly/yearly-text.ts'
import { textFor } from '../text/text.ts'
import type { Context } from './context.ts'
import { done, type Result } from './refusal.ts'
import { headOf, type ReportHead, toldLive } from './report-head.ts'
import { type AskedReport, type ReportGround, readReport } from './report-reading.ts'
import { betweenOf } from './show-report-shares.ts'

export interface ReportYearlyValue {
  readonly head: ReportHead
  readonly year: number
  readonly tables: readonly ReportTable[]
  /** Plain text, a sentence a line. */
  readonly statement: string
}

/** What a municipality is asked for by calendar year: always that of the asked date, whatever kind of period is asked for. */
export async function showReportYearly(ctx: Context, asked: AskedReport): Promise<Result<ReportYearlyValue>> {
  const reading = await readReport(ctx, { ...asked, kind: 'year' })
  return reading.kind === 'refused' ? reading : done(yearlyOf(ctx, reading.value))
}

/** From what a report of a calendar year is read for. */
export function yearlyOf(
  ctx: Pick<Context, 'actor' | 'language' | 'now'>,
  ground: ReportGround,
  shared: Between = betweenOf(ground),
): ReportYearlyValue {
  const { district, member, period } = ground
  const year = yearOf(period.from)
  const text = textFor(ctx.language)
  const today = toWall(ctx.now).date
  const named = namedIn(ground)
  const { exceptions } = named
  const coming = mayReadComing(ctx, ground) ? named.coming : null
  const grants = grantChecks(district, member, Math.max(year, yearOf(today)))
  const value: Yearly = { ...named, coming, grants }
  const statement = {
    municipality: member,
    districtName: district.name,
    year,
    between: shared,
    exceptions,
    coming: coming?.rights.length ?? null,
    isOver: period.to <= today,
  }
  // A part of a year has nothing to report.
  const head = { ...headOf(ground), kinds: ['year'] as const }
  const tables = toldLive(ctx, ground, yearlyTables(value, text))
  return { head, year, tables, statement: yearlyText(statement, text) }
}

/** What a calendar year's report tells of one doctor by name, to those who may see all of it. */
export function yearlyTablesOfOne(
  { language }: Pick<Context, 'language'>,
  ground: ReportGround,
  personId: PersonId,
): readonly ReportTable[] {
  const named = namedIn(ground)
  const isOne = (own: { readonly personId: PersonId }) => own.personId === personId
  const exceptions = named.exceptions.filter(isOne)
  const coming = { ...named.coming, rights: named.coming.rights.filter(isOne), unknown: 0 }
  const tables = namedYearlyTables({ ...named, exceptions, coming }, textFor(language))
  return tables.filter(({ rows }) => rows.length > 0)
}

function namedIn(ground: ReportGround) {
  const { district, member, period, counted } = ground
  const names = new Map(district.persons.map(({ id, name }) => [id, name]))
  return {
    year: yearOf(period.from),
    exceptions: exceptionUses(district, member.number, period, counted()),
    coming: comingIn(ground),
    nameOf: (id: PersonId) => names.get(id) ?? id,
  }
}

/** Who comes of age follows from birth dates: for those alone who may see them. */
function mayReadComing({ actor }: Pick<Context, 'actor'>, { district, member }: ReportGround): boolean {
  return (
    may(actor, 'read-coming-rights', { kind: 'district', id: district.id }) ||
    may(actor, 'read-coming-rights', { kind: 'municipality', number: member.number })
  )
}

function comingIn({ district, member, period }: ReportGround): NonNullable<Yearly['coming']> {
  const isHome = (personId: string, on: string) =>
    homeMunicipalities(doctorOf(district, personId), on).includes(member.number)
  return {
    age: parameterOn(district.agreement, 'exemptionAge', period.from),
    rights: turningExemptionAge(district, period.from, period.to).filter(({ personId, on }) =>
      isHome(personId, on),
    ),
    unknown: withoutBirthDate(district, member.number, period),
  }
}
