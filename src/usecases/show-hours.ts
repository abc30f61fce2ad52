import { type FairShare, fairShares } from '../core/ledger/fair-share.ts'
import { type LedgerRow, ledgerOf } from '../core/ledger/hours.ts'
import type { District } from '../core/rota/district.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import { checkRota } from '../core/rules/check.ts'
import { viewOf } from '../core/rules/view.ts'
import type { Violation } from '../core/rules/violation.ts'
import { overlaps } from '../core/time/interval.ts'
import { addWeeks, type IsoWeek, isoWeekInterval, isoWeekStart, isoWeeksIn } from '../core/time/iso-week.ts'
import { may } from '../identity/policy.ts'
import { districtForColleague, violationsForColleague } from './colleague-view.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { isPlanWeek } from './plan-dates.ts'
import { readSource, type SourceReading } from './read-source.ts'
import { done, invalid, type Result, refused } from './refusal.ts'
import type { BoardSource } from './show-board.ts'
import { ownPersonId } from './wish-rights.ts'

export interface ShowHoursInput {
  readonly districtId: DistrictId
  readonly source: BoardSource
  readonly from: IsoWeek
  /** 1–53. */
  readonly weeks: number
}

export interface WeekFloor {
  readonly week: IsoWeek
  /** The lowest possible highest weekly total, in minutes. */
  readonly levelMinutes: number
  /** Minutes per person; null where surgery is not declared. */
  readonly persons: Readonly<Record<PersonId, number | null>>
}

export interface HoursValue {
  readonly district: District
  readonly weeks: readonly IsoWeek[]
  /** Only one's own rows for a doctor. */
  readonly rows: readonly LedgerRow[]
  /** None for a doctor: a floor is made of everybody's surgery. */
  readonly floors: readonly WeekFloor[]
  readonly violations: readonly Violation[]
  readonly shares: readonly FairShare[]
  readonly hidesHours: boolean
}

export const MOST_WEEKS = 53

/** Hours per doctor and week, with flags and the floor beside. */
export async function showHours(ctx: Context, input: ShowHoursInput): Promise<Result<HoursValue>> {
  const { districtId, source } = input
  const scope = { kind: 'district', id: districtId } as const
  const seesAll = may(ctx.actor, 'read-hours', scope)
  const isRefused =
    (source.kind === 'draft' ? gate(ctx, 'read-drafts', scope) : undefined) ??
    (seesAll ? undefined : gate(ctx, 'read-own-hours', scope))
  if (isRefused) return isRefused
  if (!isPlanWeek(input.from)) return invalid('from', 'not-a-date', input.from)
  if (!Number.isInteger(input.weeks) || input.weeks < 1 || input.weeks > MOST_WEEKS)
    return invalid('weeks', 'out-of-range', String(input.weeks))
  const days = { from: isoWeekStart(input.from), to: isoWeekStart(addWeeks(input.from, input.weeks)) }
  const reading = await readSource(ctx, districtId, source, days)
  if (!reading) return refused({ kind: 'not-found' })
  const value = hoursOf(reading, isoWeeksIn(days))
  if (!seesAll) return done(forColleague(value, ownPersonId(ctx)))
  const { district } = value
  return done(
    may(ctx.actor, 'read-doctors', scope)
      ? value
      : { ...value, district: districtForColleague(district, null) },
  )
}

function hoursOf({ rota }: SourceReading, weeks: readonly IsoWeek[]): HoursValue {
  const view = viewOf(rota)
  const spans = weeks.map(isoWeekInterval)
  return {
    district: rota.district,
    weeks,
    rows: ledgerOf(rota, weeks),
    floors: weeks.map((week) => {
      const { levelMinutes, byPerson } = view.floorOf(week, 'total')
      return { week, levelMinutes, persons: Object.fromEntries(byPerson) }
    }),
    violations: checkRota(rota).filter((found) => spans.some((span) => overlaps(span, found.span))),
    shares: fairShares(rota),
    hidesHours: false,
  }
}

function forColleague(value: HoursValue, own: PersonId | null): HoursValue {
  return {
    district: districtForColleague(value.district, own),
    weeks: value.weeks,
    rows: value.rows.filter((row) => row.personId === own),
    floors: [],
    violations: violationsForColleague(value.violations, own),
    shares: value.shares.filter((share) => share.personId === own),
    hidesHours: true,
  }
}
