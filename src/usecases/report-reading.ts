import { balancesOn } from '../core/ledger/balance.ts'
import { type LedgerPeriod, type PeriodKind, periodOf } from '../core/ledger/period.ts'
import { type CountedRota, countedRota, type PersonLedger } from '../core/ledger/person-ledger.ts'
import type { District } from '../core/rota/district.ts'
import type { MemberMunicipality } from '../core/rota/municipality.ts'
import type { DistrictId, MunicipalityNumber } from '../core/rota/person.ts'
import type { Rota } from '../core/rota/rota.ts'
import { addDays, type Dates, daysBetween, holdsOn, type LocalDate } from '../core/time/local-date.ts'
import { toWall } from '../core/time/oslo.ts'
import { type ClosingHead, findClosing } from '../data/closing-store.ts'
import { findDutyDatesAround } from '../data/nearest-duty.ts'
import { loadPeriodEvents } from '../data/period-record.ts'
import { listWaivers } from '../data/publication-store.ts'
import { may } from '../identity/policy.ts'
import type { ReportedWaiver } from '../reports/load/breach-cause.ts'
import { withNamesApart } from '../reports/names-apart.ts'
import { textFor } from '../text/text.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { loadJudgedTimeline } from './judged-timeline.ts'
import {
  type AskedPeriod,
  CONTEXT_DAYS,
  type LedgerGround,
  periodAsked,
  readGround,
} from './ledger-reading.ts'
import { findOpeningPlace, noteOpening, openingOf } from './note-opening.ts'
import { hull, isPlanDate } from './plan-dates.ts'
import { done, invalid, type Refused, type Result, refused } from './refusal.ts'
import { timelineRota } from './rota-reading.ts'

/** Whose report, and of which period; null leaves that to the report. */
export interface AskedReport extends AskedPeriod {
  readonly districtId: DistrictId
  readonly municipality: MunicipalityNumber
}

/** Everything that a municipality's report of a period is counted from. */
export interface ReportGround {
  readonly district: District
  readonly member: MemberMunicipality
  /** Others whose reports the reader has too, as a municipality's reader. Who reads for the district sees what each of them is sent. */
  readonly known: readonly MunicipalityNumber[]
  readonly period: LedgerPeriod
  /** The kinds of period that there are on its dates. */
  readonly kinds: readonly PeriodKind[]
  /** Published duties alone, with those around the period as context: what is counted. */
  readonly rota: Rota
  /** Its duties with every row that ever held them and what was told: counted when first asked for, and once. */
  readonly counted: () => CountedRota
  /** With the whole plan and what is expected around it: what breaches are judged by. */
  readonly judged: Rota
  readonly waivers: readonly ReportedWaiver[]
  /** The stored ledgers where these very dates are a closed period. */
  readonly closed: readonly PersonLedger[] | null
  /** Whether the reader reads for the district, not for the municipality alone. */
  readonly isDistricts: boolean
}

/**
 * What a report is counted from, in two trips, for whoever may read it; that it was opened is logged, which takes one more once
 * a day. Where the district has not what else is asked for, nothing is found, and nothing logged.
 */
export async function readReport(
  ctx: Context,
  asked: AskedReport,
  hasAsked: (district: District) => boolean = () => true,
): Promise<Result<ReportGround>> {
  const isRefused = gateReport(ctx, asked)
  if (isRefused) return isRefused
  const chosen = await chooseReport(ctx, asked)
  if (chosen.kind === 'refused') return chosen
  const { ground, period, member } = chosen.value
  if (!hasAsked(ground.district)) return refused({ kind: 'not-found' })
  const opening = openingOf(ctx, {
    districtId: ground.district.id,
    municipality: member.number,
    dates: datesOf(period),
  })
  const [report, place] = await Promise.all([loadOver(ctx, chosen.value), findOpeningPlace(ctx, opening)])
  return (await noteOpening(ctx, opening, place)) ?? done(report)
}

/** Who reads a municipality's report: its own readers, and those of the district. */
export function gateReport(
  ctx: Context,
  { districtId, municipality }: Pick<AskedReport, 'districtId' | 'municipality'>,
): Refused | undefined {
  if (isDistricts(ctx, districtId)) return undefined
  return gate(ctx, 'read-load-report', { kind: 'municipality', number: municipality })
}

function isDistricts(ctx: Context, id: DistrictId): boolean {
  return may(ctx.actor, 'read-load-report', { kind: 'district', id })
}

/** The same for whoever has been asked already and is in it, as a doctor; no line in the log. */
export async function readOwnReport(ctx: Context, asked: AskedReport): Promise<Result<ReportGround>> {
  const chosen = await chooseReport(ctx, asked)
  return chosen.kind === 'refused' ? chosen : done(await loadOver(ctx, chosen.value))
}

interface Chosen {
  readonly ground: LedgerGround
  readonly member: MemberMunicipality
  readonly period: LedgerPeriod
}

async function chooseReport(
  ctx: Context,
  { districtId, municipality, date: askedDate, kind }: AskedReport,
): Promise<Result<Chosen>> {
  const today = toWall(ctx.now).date
  const quarter = periodOf('quarter', today)
  const [ground, around] = await Promise.all([
    // Where none is asked for, of the quarter that is usually shown.
    readGround(
      ctx,
      districtId,
      middleAsked(kind, askedDate) ?? middleOf(periodOf('quarter', addDays(quarter.from, -1))),
    ),
    findDutyDatesAround(ctx.db, districtId, quarter.from),
  ])
  const member = ground?.district.municipalities.find(({ number }) => number === municipality)
  if (!ground || !member) return refused({ kind: 'not-found' })
  const date = askedDate ?? usualDate(today, around)
  const periodOn = (own: PeriodKind) => periodAsked(ground.district, ground.plan, own, date)
  // There may be no plan on the date: then it is its quarter, which the page says.
  const period = periodOn(kind ?? 'quarter') ?? periodOn('quarter')
  return period ? done({ ground, member, period }) : invalid('date', 'not-a-date', date)
}

/**
 * The middle of the period, so that whichever of its dates is asked for the same plan is found: that of more than half of it, where
 * there is one. A plan is found by any of its own.
 */
function middleAsked(kind: PeriodKind | null, date: LocalDate | null): LocalDate | null {
  if (date === null || kind === 'plan' || !isPlanDate(date)) return date
  return middleOf(periodOf(kind ?? 'quarter', date))
}

function middleOf({ from, to }: Dates): LocalDate {
  return addDays(from, daysBetween(from, to) >> 1)
}

/** In the last quarter before this one in which duties were published; else in that of the first ones, else today. */
function usualDate(
  today: LocalDate,
  { behind, ahead }: Awaited<ReturnType<typeof findDutyDatesAround>>,
): LocalDate {
  return behind ?? ahead ?? today
}

async function loadOver(ctx: Context, { ground, period, member }: Chosen): Promise<ReportGround> {
  const { db } = ctx
  const district = withNamesApart(ground.district)
  const planOn = (date: LocalDate) => periodAsked(district, ground.plan, 'plan', date)
  const plan = planOn(middleOf(period))
  // That of the date which the page shows.
  const shown = planOn(period.from)
  const judgedDates = plan ? hull(plan, period) : period
  const around = { from: addDays(period.from, -CONTEXT_DAYS), to: addDays(period.to, CONTEXT_DAYS) }
  const [{ timeline, context, brought }, { ended, outcomes }, waivers, closed] = await Promise.all([
    loadJudgedTimeline(db, district, judgedDates, around),
    loadPeriodEvents(db, district.id, around.from, around.to),
    listWaivers(db, district.id, period.from, period.to),
    closedLedgers(ctx, ground, period),
  ])
  const judged = {
    ...timelineRota(district, timeline, judgedDates, context),
    ...brought,
    plan: plan ? datesOf(plan) : null,
  }
  const needs = timeline.needs.filter((need) => holdsOn(around, need.date))
  const ids = new Set(needs.map((need) => need.id))
  const standing = timeline.assignments.filter((row) => ids.has(row.needId))
  const rota: Rota = {
    ...datesOf(period),
    district,
    needs,
    // Of more needs than these, which nobody looks up.
    cells: judged.cells,
    elsewhere: timeline.elsewhere,
    balances: balancesOn(ground.entries, period.from),
    plan: judged.plan,
  }
  const record = { rota, assignments: [...ended, ...standing], outcomes }
  return {
    district,
    member,
    known: knownTo(ctx, district, member),
    period,
    kinds: [
      ...(shown && holdsOn(shown, period.from) ? (['plan'] as const) : []),
      ...(['week', 'month', 'quarter', 'year'] as const),
    ],
    rota,
    counted: once(() => countedRota(record)),
    judged,
    waivers: waivers.map((waiver) => ({ ...waiver, by: signerName(ctx, district, waiver.signer) })),
    closed,
    isDistricts: isDistricts(ctx, district.id),
  }
}

function knownTo(
  ctx: Context,
  { id, municipalities }: District,
  member: MemberMunicipality,
): MunicipalityNumber[] {
  if (isDistricts(ctx, id)) return []
  return municipalities.flatMap(({ number }) =>
    number !== member.number && may(ctx.actor, 'read-load-report', { kind: 'municipality', number })
      ? [number]
      : [],
  )
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

function datesOf({ from, to }: Dates): Dates {
  return { from, to }
}

function closedLedgers(
  { db }: Pick<Context, 'db'>,
  { district, closings }: LedgerGround,
  { from, to }: LedgerPeriod,
): Promise<readonly PersonLedger[]> | null {
  const isSame = ({ period }: ClosingHead) => period.from === from && period.to === to
  const head = closings.find(isSame)
  return head ? findClosing(db, district.id, head.id).then((closing) => closing?.ledgers ?? []) : null
}

/** By name where it is a person of the district; else by what they are there, never by an address. */
function signerName(
  { language }: Context,
  { persons }: District,
  signer: { readonly personId: string | null } | null,
): string | undefined {
  if (signer === null) return undefined
  return persons.find(({ id }) => id === signer.personId)?.name ?? textFor(language).words.roles.coordinator
}
