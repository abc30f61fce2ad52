import type { SpecialHoliday } from '../rota/agreement.ts'
import type { District } from '../rota/district.ts'
import type { Doctor } from '../rota/doctor.ts'
import { DUTY_FORMS, type DutyForm } from '../rota/line.ts'
import type { PersonId } from '../rota/person.ts'
import { type BusyElsewhere, type Duty, dutiesOf, type Rota } from '../rota/rota.ts'
import { clip, type Interval, mergeIntervals, unionMinutes } from '../time/interval.ts'
import { type IsoWeek, isoWeekStart, isoWeeksIn } from '../time/iso-week.ts'
import { fromDayNumber, holdsOn, mondayOfDay, toDayNumber } from '../time/local-date.ts'
import { wallDayOf } from '../time/oslo.ts'
import { type AgreedWeek, agreedWeeks } from './agreed-week.ts'
import { formMinutes, heldByForm } from './form-minutes.ts'
import { isHolidayDuty, specialHolidaysHeld } from './holiday-duty.ts'
import { nightsHeld } from './night-duty.ts'
import { minutesWithin } from './tally.ts'
import { weekendsHeld } from './weekend-duty.ts'
import { declaredBeyond, weekWorkOf } from './work.ts'

/** One doctor's hours in one ISO week (local Monday 00:00 to the next). Minutes are elapsed clock time. */
export interface LedgerRow {
  readonly personId: PersonId
  readonly week: IsoWeek
  /** By form; two overlapping duties of one form count once. */
  readonly minutes: Readonly<Record<DutyForm, number>>
  /** By form × the agreement's weight of an hour (1/7, 1, 1/7 by default); stands beside clock time, never instead of it. */
  readonly weightedMinutes: number
  /** Union of all duties of this district. */
  readonly dutyMinutes: number
  readonly elsewhereMinutes: number
  /** What a locum has declared elsewhere past `elsewhereMinutes` (P34); no fixed time, so it is added to the union. */
  readonly declaredElsewhereMinutes: number
  /** A duty belongs to the week of its need's date, also when its first part is another's. */
  readonly duties: number
  /** A night counts once, in the week of the first duty in it. */
  readonly nights: number
  readonly weekends: 0 | 1
  readonly publicHolidays: number
  readonly specialHolidays: readonly SpecialHoliday[]
  readonly surgeryMinutes: number | null
  readonly taskMinutes: number
  /** Union of surgery, tasks and all duty, never a sum, plus tasks and declared duty without a fixed time; null while surgery is not declared. */
  readonly totalMinutes: number | null
}

/** One row for each doctor of the district and each week; by default the weeks that the rota's period touches. */
export function ledgerOf(rota: Rota, weeks: readonly IsoWeek[] = isoWeeksIn(rota)): LedgerRow[] {
  const duties = Map.groupBy(dutiesOf(rota), (duty) => duty.personId)
  const elsewhere = Map.groupBy(rota.elsewhere, (busy) => busy.personId)
  return rota.district.doctors.flatMap((doctor) => {
    const { personId } = doctor
    return weeks.map(
      ledgerRows(rota.district, doctor, duties.get(personId) ?? [], elsewhere.get(personId) ?? []),
    )
  })
}

/** The rows of one doctor, from all of that doctor's duties here, by start, and elsewhere. */
export function ledgerRows(
  { agreement }: Pick<District, 'agreement'>,
  doctor: Doctor,
  duties: readonly Duty[],
  elsewhere: readonly BusyElsewhere[],
): (week: IsoWeek) => LedgerRow {
  const near = byWeek(duties)
  const weekOf = agreedWeeks(agreement)
  const nights = Map.groupBy(nightsHeld(duties, weekOf), ({ date }) => mondayOfDay(toDayNumber(date)))
  return (week) => {
    const monday = toDayNumber(isoWeekStart(week))
    return {
      personId: doctor.personId,
      week,
      ...dutyPart(weekOf, monday, near.get(monday) ?? []),
      nights: nights.get(monday)?.length ?? 0,
      ...restPart(doctor, monday, weekOf(monday).span, near.get(monday) ?? [], elsewhere),
    }
  }
}

/**
 * One person's duties by each ISO week that counts something of them, the weekend that ends on the Monday after it included.
 * Weeks are told by the day number of their Monday.
 */
export function byWeek(duties: readonly Duty[]): ReadonlyMap<number, readonly Duty[]> {
  const weeks = new Map<number, Duty[]>()
  for (const duty of duties) {
    const day = toDayNumber(duty.date)
    const first = Math.min(day, wallDayOf(duty.start) - 1)
    const last = Math.max(day, wallDayOf(Math.max(duty.start, duty.end - 1)))
    for (let monday = mondayOfDay(first); monday <= last; monday += 7) {
      const own = weeks.get(monday)
      if (own) own.push(duty)
      else weeks.set(monday, [duty])
    }
  }
  return weeks
}

type RestPart = Pick<
  LedgerRow,
  'elsewhereMinutes' | 'declaredElsewhereMinutes' | 'surgeryMinutes' | 'taskMinutes' | 'totalMinutes'
>

/** What is not duty here, in the week that begins on a Monday, told as a day number and as its span; and the total. */
function restPart(
  doctor: Doctor,
  monday: number,
  span: Interval,
  duties: readonly Interval[],
  elsewhere: readonly Interval[],
): RestPart {
  const away = clip(elsewhere, span)
  const elsewhereMinutes = unionMinutes(away)
  const declaredElsewhereMinutes = declaredBeyond(doctor, elsewhereMinutes)
  const { surgery, surgeryMinutes, taskMinutes, busy, looseMinutesPerWeek } = weekWorkOf(doctor, monday)
  const united = () => unionMinutes([...busy, ...clip(duties, span), ...away])
  return {
    elsewhereMinutes,
    declaredElsewhereMinutes,
    surgeryMinutes,
    taskMinutes,
    totalMinutes: surgery === null ? null : united() + looseMinutesPerWeek + declaredElsewhereMinutes,
  }
}

type DutyPart = Omit<LedgerRow, keyof RestPart | 'personId' | 'week' | 'nights'>

const NO_DUTY: DutyPart = {
  minutes: { home: 0, 'on-site': 0, backup: 0 },
  weightedMinutes: 0,
  dutyMinutes: 0,
  duties: 0,
  weekends: 0,
  publicHolidays: 0,
  specialHolidays: [],
}

function dutyPart(weekOf: (day: number) => AgreedWeek, monday: number, duties: readonly Duty[]): DutyPart {
  if (duties.length === 0) return NO_DUTY
  const dates = { from: fromDayNumber(monday), to: fromDayNumber(monday + 7) }
  const started = duties.filter((duty) => holdsOn(dates, duty.date))
  const { span, hourWeights } = weekOf(monday)
  const minutes = formMinutes(heldByForm(duties, span))
  const busy = mergeIntervals(duties)
  return {
    minutes,
    weightedMinutes: DUTY_FORMS.reduce((sum, form) => sum + minutes[form] * hourWeights[form], 0),
    dutyMinutes: minutesWithin(busy, span),
    duties: started.length,
    weekends: weekendsHeld(dates, weekOf, busy).any > 0 ? 1 : 0,
    publicHolidays: started.filter((duty) => isHolidayDuty(duty, weekOf)).length,
    specialHolidays: specialHolidaysHeld(started, weekOf),
  }
}

/** Sums over rows of one person, or of several; `totalMinutes` is null when any row's is. */
export interface LedgerSum {
  readonly minutes: Readonly<Record<DutyForm, number>>
  readonly weightedMinutes: number
  readonly dutyMinutes: number
  readonly duties: number
  readonly nights: number
  readonly weekends: number
  readonly publicHolidays: number
  readonly totalMinutes: number | null
}

export function sumRows(rows: readonly LedgerRow[]): LedgerSum {
  const sum = (value: (row: LedgerRow) => number) => rows.reduce((total, row) => total + value(row), 0)
  return {
    minutes: {
      home: sum((row) => row.minutes.home),
      'on-site': sum((row) => row.minutes['on-site']),
      backup: sum((row) => row.minutes.backup),
    },
    weightedMinutes: sum((row) => row.weightedMinutes),
    dutyMinutes: sum((row) => row.dutyMinutes),
    duties: sum((row) => row.duties),
    nights: sum((row) => row.nights),
    weekends: sum((row) => row.weekends),
    publicHolidays: sum((row) => row.publicHolidays),
    totalMinutes: rows.some((row) => row.totalMinutes === null) ? null : sum((row) => row.totalMinutes ?? 0),
  }
}
