import { agreedWeeks } from '../../core/ledger/agreed-week.ts'
import type { FairShare } from '../../core/ledger/fair-share.ts'
import { type LedgerRow, ledgerRows } from '../../core/ledger/hours.ts'
import type { LedgerPeriod } from '../../core/ledger/period.ts'
import type { CountedRota } from '../../core/ledger/person-ledger.ts'
import { weekendsHeld } from '../../core/ledger/weekend-duty.ts'
import { parameterOn, referenceOn } from '../../core/rota/agreement.ts'
import { DUTY_FORMS, type DutyForm } from '../../core/rota/line.ts'
import type { MunicipalityNumber, PersonId } from '../../core/rota/person.ts'
import type { Rota, ShareMeasure } from '../../core/rota/rota.ts'
import { type Interval, mergeIntervals } from '../../core/time/interval.ts'
import { type IsoWeek, isoWeekStart, isoWeeksIn } from '../../core/time/iso-week.ts'
import { addDays, type Dates } from '../../core/time/local-date.ts'
import { isThroughout, ownDates, ownPlaces } from '../load/own-places.ts'
import { type WeekBin, weekBins } from './week-bins.ts'

/** One own doctor's ISO week. Minutes are of the whole week, also where the period begins or ends inside it. */
export interface WeekLoad {
  readonly dutyMinutes: number
  /** Null while surgery is not declared. */
  readonly totalMinutes: number | null
  /** Null for a weekend that ends after the period and so belongs to the next. */
  readonly hasWeekend: boolean | null
}

/** Held against the fair share of the period: minutes of the forms, counts of the others. */
export type HeldShares = Readonly<Record<ShareMeasure, { readonly held: number; readonly share: number }>>

export interface DoctorOverTime {
  readonly personId: PersonId
  readonly name: string
  readonly initials: string
  /** In the order of `weeks`; null where the doctor was not the municipality's own on every day of the week: the rest is another's. */
  readonly weeks: readonly (WeekLoad | null)[]
  /** Weekends of the dates on which the doctor was the municipality's own, and how many of them were worked. */
  readonly weekends: { readonly worked: number; readonly of: number }
  /** Null for whoever stands outside the sharing or was not own throughout the period. */
  readonly balance: HeldShares | null
}

/** The least, the mean and the most of some doctors' minutes in one week. */
export interface Spread {
  readonly least: number
  readonly mean: number
  readonly most: number
}

/** One week of all own doctors together. */
export interface TrendWeek {
  readonly week: IsoWeek
  readonly doctors: number
  /** Null where nobody was the municipality's own. */
  readonly duty: Spread | null
  /** Of those whose total is known. */
  readonly total: Spread | null
  readonly unknown: number
}

/** The load of a municipality's own doctors week by week. */
export interface OverTime {
  readonly municipality: MunicipalityNumber
  readonly weeks: readonly IsoWeek[]
  readonly doctors: readonly DoctorOverTime[]
  /** What anybody with a balance has held or should have. */
  readonly measures: readonly ShareMeasure[]
  readonly trend: readonly TrendWeek[]
  /** Of all own doctors' weeks with a known total. */
  readonly distribution: readonly WeekBin[]
  readonly unknownWeeks: number
  /** The district's cap and drawn line for a weekly total, in force when the period begins; null where there is none. */
  readonly capMinutes: number | null
  readonly lineMinutes: number | null
}

export interface OverTimeInput {
  /** With at least a week of context around the period. */
  readonly rota: Rota
  readonly period: LedgerPeriod
  readonly municipality: MunicipalityNumber
  /** The rota's duties. */
  readonly counted: CountedRota
  /** Of the same period; none where no balance is asked for. */
  readonly shares: readonly FairShare[]
}

/** Weeks as worked: at the times told, otherwise as planned. Linear in duties and in doctors × weeks. */
export function overTime(input: OverTimeInput): OverTime {
  const { rota, period, municipality } = input
  const { agreement } = rota.district
  const weeks = isoWeeksIn(period)
  return {
    municipality,
    weeks,
    ...togetherOf(weeks, ownDoctors(input, weeks)),
    capMinutes: parameterOn(agreement, 'weeklyTotalMinutes', period.from) ?? null,
    lineMinutes: referenceOn(agreement, 'weeklyTotalMinutes', period.from) ?? null,
  }
}

/** The same of one doctor alone, as the doctor may see it. */
export function onlyDoctor(value: OverTime, personId: PersonId): OverTime {
  const doctors = value.doctors.filter((doctor) => doctor.personId === personId)
  return { ...value, ...togetherOf(value.weeks, doctors) }
}

type Together = Pick<OverTime, 'doctors' | 'measures' | 'trend' | 'distribution' | 'unknownWeeks'>

function togetherOf(weeks: readonly IsoWeek[], doctors: readonly DoctorOverTime[]): Together {
  const held = doctors.flatMap((doctor) => doctor.weeks.filter((week) => week !== null))
  const totals = held.flatMap(({ totalMinutes }) => (totalMinutes === null ? [] : [totalMinutes]))
  return {
    doctors,
    measures: BALANCE_MEASURES.filter((measure) => doctors.some(({ balance }) => isIn(balance, measure))),
    trend: weeks.map((week, index) => trendWeek(week, doctors, index)),
    distribution: weekBins(totals),
    unknownWeeks: held.length - totals.length,
  }
}

function ownDoctors(input: OverTimeInput, weeks: readonly IsoWeek[]): DoctorOverTime[] {
  const { rota, period, municipality, counted, shares } = input
  const { district } = rota
  const datesOfWeeks = weeks.map(datesOf)
  const names = new Map(district.persons.map(({ id, name }) => [id, name]))
  const weekOf = agreedWeeks(district.agreement)
  const elsewhere = Map.groupBy(rota.elsewhere, (busy) => busy.personId)
  const shareOf = new Map(shares.map((share) => [share.personId, share]))
  return district.doctors.flatMap((doctor) => {
    const { personId, initials } = doctor
    const own = ownPlaces(district, municipality, doctor)
    const dates = ownDates(district, municipality, doctor, period)
    if (dates.length === 0) return []
    const isShown = datesOfWeeks.map((week) => isThroughout(own, week))
    const rowOf = ledgerRows(district, doctor, counted.workedBy(personId), elsewhere.get(personId) ?? [])
    const loads = weeks.map((week, index) => (isShown[index] ? weekLoad(rowOf(week), period) : null))
    const share = isThroughout(own, period) ? shareOf.get(personId) : undefined
    return {
      personId,
      name: names.get(personId) ?? initials,
      initials,
      weeks: loads,
      weekends: weekendsOf(dates, weekOf, mergeIntervals(counted.workedBy(personId))),
      balance: share && share.weight > 0 ? balanceOf(share) : null,
    }
  })
}

function datesOf(week: IsoWeek): Dates {
  const from = isoWeekStart(week)
  return { from, to: addDays(from, 7) }
}

/** A weekend belongs to the period of its Sunday; no week of a period ends before it. */
function weekLoad({ week, dutyMinutes, totalMinutes, weekends }: LedgerRow, { to }: Dates): WeekLoad {
  const isCounted = addDays(isoWeekStart(week), 6) < to
  return { dutyMinutes, totalMinutes, hasWeekend: isCounted ? weekends > 0 : null }
}

function weekendsOf(
  dates: readonly Dates[],
  weekOf: ReturnType<typeof agreedWeeks>,
  busy: readonly Interval[],
): DoctorOverTime['weekends'] {
  const held = dates.map((own) => weekendsHeld(own, weekOf, busy))
  return {
    worked: held.reduce((sum, { any }) => sum + any, 0),
    of: held.reduce((sum, { weekends }) => sum + weekends, 0),
  }
}

function balanceOf({ actual, target }: FairShare): HeldShares {
  const ofForm = (form: DutyForm) => ({ held: actual.minutes[form], share: target.minutes[form] })
  const count = (measure: Exclude<ShareMeasure, DutyForm>) => ({
    held: actual[measure],
    share: target[measure],
  })
  return {
    home: ofForm('home'),
    'on-site': ofForm('on-site'),
    backup: ofForm('backup'),
    nights: count('nights'),
    weekends: count('weekends'),
    holidays: count('holidays'),
  }
}

/** In the order in which they are shown. */
const BALANCE_MEASURES: readonly ShareMeasure[] = [...DUTY_FORMS, 'nights', 'weekends', 'holidays']

function isIn(balance: HeldShares | null, measure: ShareMeasure): boolean {
  return balance !== null && balance[measure].held + balance[measure].share > 0
}

function trendWeek(week: IsoWeek, doctors: readonly DoctorOverTime[], index: number): TrendWeek {
  const loads = doctors.flatMap((doctor) => doctor.weeks[index] ?? [])
  const totals = loads.flatMap(({ totalMinutes }) => (totalMinutes === null ? [] : [totalMinutes]))
  return {
    week,
    doctors: loads.length,
    duty: spreadOf(loads.map(({ dutyMinutes }) => dutyMinutes)),
    total: spreadOf(totals),
    unknown: loads.length - totals.length,
  }
}

function spreadOf(minutes: readonly number[]): Spread | null {
  if (minutes.length === 0) return null
  const sum = minutes.reduce((total, value) => total + value, 0)
  return { least: Math.min(...minutes), mean: sum / minutes.length, most: Math.max(...minutes) }
}
