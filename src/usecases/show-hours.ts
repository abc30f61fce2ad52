import { type FairShare, fairShares } from '../core/ledger/fair-share.ts'
import { type LedgerRow, ledgerOf } from '../core/ledger/hours.ts'
import { type PastLine, pastLines } from '../core/plans/past-lines.ts'
import type { District } from '../core/rota/district.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import type { Waiver } from '../core/rota/publication.ts'
import { checkRota } from '../core/rules/check.ts'
import { type UncheckedRule, uncheckedRules } from '../core/rules/unchecked.ts'
import { viewOf } from '../core/rules/view.ts'
import type { Violation } from '../core/rules/violation.ts'
import { overlaps } from '../core/time/interval.ts'
import {
  addWeeks,
  type IsoWeek,
  isoWeekInterval,
  isoWeekOf,
  isoWeekStart,
  isoWeeksIn,
} from '../core/time/iso-week.ts'
import type { Dates } from '../core/time/local-date.ts'
import { toWall } from '../core/time/oslo.ts'
import { findDraft } from '../data/draft-store.ts'
import { listWaivers } from '../data/publication-store.ts'
import { may } from '../identity/policy.ts'
import { notAccepted } from './accepted-breaches.ts'
import { districtForColleague, violationsForColleague } from './colleague-view.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { isPlanWeek } from './plan-dates.ts'
import { readSource, type SourceReading } from './read-source.ts'
import { done, invalid, type Result, refused } from './refusal.ts'
import { type AskedWeeks, reportWeeks, type Weeks, weeksAsked } from './report-weeks.ts'
import type { BoardSource } from './show-board.ts'
import { ownPersonId } from './wish-rights.ts'

/** Null for the weeks of the draft, or those that a report opens on; at most 53. */
export interface ShowHoursInput extends AskedWeeks {
  readonly districtId: DistrictId
  readonly source: BoardSource
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
  /** How often the weeks pass a line that is drawn and not adopted; of others nothing for a doctor. */
  readonly lines: readonly PastLine[]
  /** Rules that find nothing on the last of the weeks, since no value is set. */
  readonly unchecked: readonly UncheckedRule[]
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
  const period = await weeksAsked(input, () => usualWeeks(ctx, input))
  if (!isPlanWeek(period.from)) return invalid('from', 'not-a-date', period.from)
  if (!Number.isInteger(period.weeks) || period.weeks < 1 || period.weeks > MOST_WEEKS)
    return invalid('weeks', 'out-of-range', String(period.weeks))
  const days = { from: isoWeekStart(period.from), to: isoWeekStart(addWeeks(period.from, period.weeks)) }
  const [reading, waivers] = await Promise.all([
    readSource(ctx, districtId, source, days),
    source.kind === 'draft' ? [] : listWaivers(ctx.db, districtId, days.from, days.to),
  ])
  if (!reading) return refused({ kind: 'not-found' })
  const value = hoursOf(reading, days, waivers)
  if (!seesAll) return done(forColleague(value, ownPersonId(ctx)))
  const { district } = value
  return done(
    may(ctx.actor, 'read-doctors', scope)
      ? value
      : { ...value, district: districtForColleague(district, null) },
  )
}

/** Those of the draft; of the timeline, those that a report opens on. */
async function usualWeeks(ctx: Context, { districtId, source }: ShowHoursInput): Promise<Weeks> {
  const draft = source.kind === 'draft' ? (await findDraft(ctx.db, districtId, source.draftId))?.draft : null
  if (!draft) return reportWeeks(ctx.db, districtId, toWall(ctx.now).date, MOST_WEEKS)
  return { from: isoWeekOf(draft.from), weeks: Math.min(isoWeeksIn(draft).length, MOST_WEEKS) }
}

function hoursOf({ rota }: SourceReading, days: Dates, waivers: readonly Waiver[]): HoursValue {
  const weeks = isoWeeksIn(days)
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
    violations: notAccepted(checkRota(rota), waivers).filter((found) =>
      spans.some((span) => overlaps(span, found.span)),
    ),
    shares: fairShares(rota),
    lines: pastLines({ ...rota, ...days }),
    unchecked: uncheckedRules(rota.district.agreement, isoWeekStart(weeks.at(-1) as IsoWeek)),
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
    lines: ownLines(value.lines, own),
    unchecked: value.unchecked,
    hidesHours: true,
  }
}

/** How often others pass a line tells of their totals. */
function ownLines(lines: readonly PastLine[], own: PersonId | null): PastLine[] {
  return lines.flatMap((line) => {
    const persons = line.persons.filter(({ personId }) => personId === own)
    return persons.map(({ times }) => ({ ...line, times, persons }))
  })
}
