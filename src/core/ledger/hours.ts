import { type Agreement, parameterOn, type SpecialHoliday } from '../rota/agreement.ts'
import type { Doctor } from '../rota/doctor.ts'
import { DUTY_FORMS, type DutyForm } from '../rota/line.ts'
import type { PersonId } from '../rota/person.ts'
import { type BusyElsewhere, type Duty, dutiesOf, type Rota } from '../rota/rota.ts'
import { clip, type Interval, unionMinutes } from '../time/interval.ts'
import { type IsoWeek, isoWeekInterval, isoWeekStart, isoWeeksIn } from '../time/iso-week.ts'
import { addDays, type LocalDate, toDayNumber, weekdayOfDay } from '../time/local-date.ts'
import { fromWallDay, wallDayOf } from '../time/oslo.ts'
import { datesTouched, nightsIn, publicHolidaysIn, specialHolidayOf, worksWeekend } from './count.ts'
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
  /** Nights of those duties; two duties at once in one night are one night. */
  readonly nights: number
  readonly weekends: 0 | 1
  readonly publicHolidays: number
  readonly specialHolidays: readonly SpecialHoliday[]
  readonly surgeryMinutes: number | null
  readonly taskMinutes: number
  /** Union of surgery, tasks and all duty, never a sum, plus tasks and declared duty without a fixed time; null while surgery is not declared. */
  readonly totalMinutes: number | null
}

/**
 * One row for each doctor of the district and each week; by default the weeks that the rota's period touches, and the duties
 * as planned. What was worked instead comes from `workedDuties`.
 */
export function ledgerOf(
  rota: Rota,
  weeks: readonly IsoWeek[] = isoWeeksIn(rota),
  counted: readonly Duty[] = dutiesOf(rota),
): LedgerRow[] {
  const duties = Map.groupBy(counted, (duty) => duty.personId)
  const elsewhere = Map.groupBy(rota.elsewhere, (busy) => busy.personId)
  return rota.district.doctors.flatMap((doctor) => {
    const own = byWeek(duties.get(doctor.personId) ?? [])
    const other = elsewhere.get(doctor.personId) ?? []
    return weeks.map((week) => {
      const near = own.get(toDayNumber(isoWeekStart(week))) ?? []
      return ledgerRow(rota, doctor, week, near, other)
    })
  })
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
    for (let monday = mondayOf(first); monday <= last; monday += 7) {
      const own = weeks.get(monday)
      if (own) own.push(duty)
      else weeks.set(monday, [duty])
    }
  }
  return weeks
}

function mondayOf(day: number): number {
  return day + 1 - weekdayOfDay(day)
}

/** The row of one doctor and week from all of that doctor's duties here and elsewhere that lie near it. */
export function ledgerRow(
  rota: Pick<Rota, 'district'>,
  doctor: Doctor,
  week: IsoWeek,
  duties: readonly Duty[],
  elsewhere: readonly BusyElsewhere[],
): LedgerRow {
  const monday = isoWeekStart(week)
  const day = toDayNumber(monday)
  const span = { start: fromWallDay(day, 0), end: fromWallDay(day + 7, 0) }
  const elsewhereMinutes = unionMinutes(clip(elsewhere, span))
  const work = weekWorkOf(doctor, day)
  return {
    personId: doctor.personId,
    week,
    ...dutyPart(rota.district.agreement, week, monday, duties),
    elsewhereMinutes,
    declaredElsewhereMinutes: declaredBeyond(doctor, elsewhereMinutes),
    surgeryMinutes: work.surgeryMinutes,
    taskMinutes: work.taskMinutes,
    totalMinutes: weekTotal(doctor, day, span, duties, elsewhere),
  }
}

/** `totalMinutes` of the row of the week that begins on a Monday, told as a day number and as its span. */
function weekTotal(
  doctor: Doctor,
  monday: number,
  span: Interval,
  duties: readonly Interval[],
  elsewhere: readonly Interval[],
): number | null {
  const work = weekWorkOf(doctor, monday)
  if (work.surgery === null) return null
  const away = clip(elsewhere, span)
  const united = unionMinutes([...work.busy, ...clip(duties, span), ...away])
  return united + work.looseMinutesPerWeek + declaredBeyond(doctor, unionMinutes(away))
}

type DutyPart = Omit<
  LedgerRow,
  | 'personId'
  | 'week'
  | 'elsewhereMinutes'
  | 'declaredElsewhereMinutes'
  | 'surgeryMinutes'
  | 'taskMinutes'
  | 'totalMinutes'
>

const NO_DUTY: DutyPart = {
  minutes: { home: 0, 'on-site': 0, backup: 0 },
  weightedMinutes: 0,
  dutyMinutes: 0,
  duties: 0,
  nights: 0,
  weekends: 0,
  publicHolidays: 0,
  specialHolidays: [],
}

function dutyPart(agreement: Agreement, week: IsoWeek, monday: LocalDate, duties: readonly Duty[]): DutyPart {
  if (duties.length === 0) return NO_DUTY
  const nextMonday = addDays(monday, 7)
  const started = duties.filter((duty) => duty.date >= monday && duty.date < nextMonday)
  const span = isoWeekInterval(week)
  const minutes = minutesByForm(duties, span)
  const weights = parameterOn(agreement, 'hourWeights', monday)
  const weekend = parameterOn(agreement, 'weekend', monday)
  return {
    minutes,
    weightedMinutes: DUTY_FORMS.reduce((sum, form) => sum + minutes[form] * weights[form], 0),
    dutyMinutes: unionMinutes(clip(duties, span)),
    duties: started.length,
    nights: nightsIn(started, parameterOn(agreement, 'night', monday)),
    weekends: worksWeekend(duties, week, weekend) ? 1 : 0,
    publicHolidays: started.filter((duty) => publicHolidaysIn(duty, weekend.leastMinutes).length > 0).length,
    specialHolidays: specialHolidaysOf(started, parameterOn(agreement, 'specialHolidays', monday)),
  }
}

function minutesByForm(duties: readonly Duty[], span: Interval): Record<DutyForm, number> {
  const pieces = duties.flatMap((duty) => duty.pieces)
  const minutes = (form: DutyForm) =>
    unionMinutes(
      clip(
        pieces.filter((piece) => piece.form === form),
        span,
      ),
    )
  return { home: minutes('home'), 'on-site': minutes('on-site'), backup: minutes('backup') }
}

function specialHolidaysOf(duties: readonly Duty[], counted: readonly SpecialHoliday[]): SpecialHoliday[] {
  const found = new Set(duties.flatMap(datesTouched).map(specialHolidayOf))
  return counted.filter((holiday) => found.has(holiday))
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
