import { type LedgerPeriod, type PeriodKind, periodOf } from '../core/ledger/period.ts'
import { type PersonLedger, personLedgers } from '../core/ledger/person-ledger.ts'
import type { DistrictId } from '../core/rota/person.ts'
import { addDays } from '../core/time/local-date.ts'
import { toWall } from '../core/time/oslo.ts'
import { type ClosingHead, findClosing } from '../data/closing-store.ts'
import { withNamesApart } from '../reports/names-apart.ts'
import { cutPointsIn, payrollOf } from '../reports/payroll.ts'
import type { ReportTable } from '../reports/sheet.ts'
import { payrollTables } from '../reports/tables/payroll.ts'
import { textFor } from '../text/text.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { type AskedPeriod, periodAsked, readGround, readLedger } from './ledger-reading.ts'
import { findOpeningPlace, noteOpening, openingOf } from './note-opening.ts'
import { done, invalid, type Result, refused } from './refusal.ts'

/** Null for the month before this one. */
export interface ShowPayrollInput extends AskedPeriod {
  readonly districtId: DistrictId
}

export interface PayrollPage {
  readonly district: { readonly id: DistrictId; readonly name: string }
  readonly period: LedgerPeriod
  readonly kinds: readonly PeriodKind[]
  readonly tables: readonly ReportTable[]
}

/** Hours of duty for pay, as worked; of a closed period as they were stored. That they were opened is logged, once a day. */
export async function showPayroll(ctx: Context, input: ShowPayrollInput): Promise<Result<PayrollPage>> {
  const { districtId } = input
  const isRefused = gate(ctx, 'read-payroll', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const month = periodOf('month', toWall(ctx.now).date)
  const date = input.date ?? addDays(month.from, -1)
  const ground = await readGround(ctx, districtId, date)
  if (!ground) return refused({ kind: 'not-found' })
  const { district, closings, plan } = ground
  const periodOn = (kind: PeriodKind) => periodAsked(district, plan, kind, date)
  // There may be no plan on the date: then it is its month, which the page says.
  const period = periodOn(input.kind ?? 'month') ?? periodOn('month')
  if (!period) return invalid('date', 'not-a-date', date)
  const head = closings.find(({ period: own }) => own.from === period.from && own.to === period.to)
  const dates = { from: period.from, to: period.to }
  const opening = openingOf(ctx, { districtId, municipality: null, dates })
  const [ledgers, place] = await Promise.all([
    head ? storedLedgers(ctx, districtId, head) : countedLedgers(ctx, ground, period),
    findOpeningPlace(ctx, opening),
  ])
  const isUnnoted = await noteOpening(ctx, opening, place)
  if (isUnnoted) return isUnnoted
  const value = {
    district,
    doctors: payrollOf(withNamesApart(district), ledgers),
    cutPoints: cutPointsIn(district.agreement, period),
    isClosed: head !== undefined,
  }
  const hasPlan = periodAsked(district, plan, 'plan', period.from) !== undefined
  return done({
    district: { id: district.id, name: district.name },
    period,
    kinds: hasPlan ? ['month', 'week', 'quarter', 'year', 'plan'] : ['month', 'week', 'quarter', 'year'],
    tables: payrollTables(value, textFor(ctx.language)),
  })
}

async function storedLedgers(
  { db }: Context,
  districtId: DistrictId,
  { id }: ClosingHead,
): Promise<readonly PersonLedger[]> {
  const closing = await findClosing(db, districtId, id)
  if (!closing) throw new Error(`closed period ${id} of ${districtId} is listed and not stored`)
  return closing.ledgers
}

async function countedLedgers(
  ctx: Context,
  ground: NonNullable<Awaited<ReturnType<typeof readGround>>>,
  period: LedgerPeriod,
) {
  const { rota, record } = await readLedger(ctx, ground, period)
  return personLedgers({ rota, period, assignments: record.assignments, outcomes: record.outcomes })
}
