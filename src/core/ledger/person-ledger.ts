import type { SpecialHoliday } from '../rota/agreement.ts'
import type { Assignment, Origin, Outcome } from '../rota/assignment.ts'
import type { Doctor } from '../rota/doctor.ts'
import { DUTY_FORMS, type DutyForm } from '../rota/line.ts'
import type { PersonId } from '../rota/person.ts'
import { byStart, eachDuty, type Rota } from '../rota/rota.ts'
import type { DayKind } from '../time/day-kind.ts'
import { type Interval, minutesOf, unionMinutes } from '../time/interval.ts'
import type { Dates } from '../time/local-date.ts'
import type { LocalTime } from '../time/local-time.ts'
import { dayInterval } from '../time/oslo.ts'
import { agreedWeeks } from './agreed-week.ts'
import { type BesideDuty, besideDuty } from './beside-duty.ts'
import { type CountedDuty, figuresOf } from './figures.ts'
import { heldByForm } from './form-minutes.ts'
import { type Handover, handoversIn } from './handover.ts'
import type { HolidayCalendar } from './holiday-calendar.ts'
import { asWorked, type Worked } from './outcome.ts'
import type { LedgerPeriod } from './period.ts'
import { segmentSums } from './segment-sums.ts'

/**
 * What one doctor did in a period. Minutes are elapsed clock time clipped to the period, so that a night over New Year's
 * midnight is split; counts belong to the period of the duty's date. What is not known is null, never 0.
 */
export interface Figures {
  /** By form; two overlapping duties of one form count once. */
  readonly minutes: Readonly<Record<DutyForm, number>>
  /** By form × the agreement's weight of an hour in each ISO week; stands beside clock time, never instead of it. */
  readonly weightedMinutes: number
  /** Minutes told as active, of duties that start in the period; null while none has told. Always null as planned. */
  readonly activeMinutes: number | null
  /** Elapsed minutes of the duties that told their active minutes: what `activeMinutes` is a part of. */
  readonly activeOfMinutes: number
  readonly callOuts: number | null
  /** Union of all duties of this district. */
  readonly dutyMinutes: number
  readonly elsewhereMinutes: number
  /** What a locum has declared elsewhere past `elsewhereMinutes`, spread evenly over each week (P34). */
  readonly declaredElsewhereMinutes: number
  /** Null when surgery is not declared on some date of the period. */
  readonly surgeryMinutes: number | null
  readonly taskMinutes: number
  /** Union of duty, duty elsewhere, tasks and declared surgery, plus what has no fixed time: a total, or the least that it can be. */
  readonly knownMinutes: number
  /** `knownMinutes` when surgery is declared on every date, else null. */
  readonly totalMinutes: number | null
  /** A part of a duty counts as that part of it. */
  readonly duties: number
  /** Two duties at once in one night are one night. */
  readonly nights: number
  /** Weekends with enough duty to count as worked; a weekend belongs to the period of its Sunday. */
  readonly weekendsAny: number
  /** Of those, with enough duty on both days: the Saturday and the Sunday each last until the hour at which the weekend ends. */
  readonly weekendsFull: number
  /** One weekend in so many; null when none was worked. */
  readonly everyNthWeekend: number | null
  /** Duties on public holidays, ordinary Sundays left out. */
  readonly publicHolidays: number
  readonly specialHolidays: readonly SpecialHoliday[]
  /**
   * Dates of the period with surgery, or enough duty before the next night to count, on the day after a night duty; nights of
   * the forms whose office day the agreement judges (P22).
   */
  readonly daysAfterNight: number
  /** Longest unbroken stretch of duty, elsewhere included, of those that begin in the period; 0 when there is none. */
  readonly longestPeriodMinutes: number
  /** Shortest time between two such stretches, of those that end in the period; null when none is known. */
  readonly shortestRestMinutes: number | null
  readonly minutesByOrigin: Readonly<Record<Origin, number>>
}

/** Minutes of duty of one kind, for pay by any version of an agreement (domain reference §2). */
export interface SegmentSum {
  readonly form: DutyForm
  /** The line's duty class that day; null while the district has adopted none. */
  readonly dutyClass: 1 | 2 | 3 | 4 | null
  readonly dayKind: DayKind
  readonly calendars: readonly HolidayCalendar[]
  /** The cut point that the segment's window begins with. */
  readonly window: LocalTime
  readonly minutes: number
}

export interface PersonLedger {
  readonly personId: PersonId
  readonly period: LedgerPeriod
  readonly planned: Figures
  /** At the times told by outcomes, otherwise as planned. */
  readonly worked: Figures
  /** Duties that another doctor took over, by swap, of their own will or for sickness; a part counts as that part. */
  readonly givenAway: number
  readonly taken: number
  /** Of the duties as worked. */
  readonly segments: readonly SegmentSum[]
}

export interface PersonLedgersInput {
  /** With the needs that start up to a week before the period as context, and the timeline's holders of all of them. */
  readonly rota: Rota
  readonly period: LedgerPeriod
  /** Every assignment of the rota's needs, closed ones too. */
  readonly assignments: readonly Assignment[]
  readonly outcomes: readonly Outcome[]
}

/** One ledger for each doctor of the district, in its order; linear in duties. */
export function personLedgers({ rota, period, assignments, outcomes }: PersonLedgersInput): PersonLedger[] {
  const { agreement, doctors } = rota.district
  const counted = countedRota({ rota, assignments, outcomes })
  const handovers = counted.handoversIn(period)
  const sumsOf = segmentSums(agreement)
  return doctors.map((doctor) => {
    const { personId } = doctor
    return {
      personId,
      period,
      ...counted.figuresOver(doctor, period),
      ...(handovers.get(personId) ?? { givenAway: 0, taken: 0 }),
      segments: sumsOf(counted.workedBy(personId), spanOf(period)),
    }
  })
}

/** The duties of a rota, ready to be counted over any dates of its period. Figures of dates that follow each other add up. */
export interface CountedRota {
  readonly figuresOver: (doctor: Doctor, dates: Dates) => Pick<PersonLedger, 'planned' | 'worked'>
  /** Union of work as worked, without the forms named and, where duty is left out, without that elsewhere too; null while surgery is not declared. */
  readonly totalWithout: (
    doctor: Doctor,
    dates: Dates,
    without: readonly DutyForm[] | 'duty',
  ) => number | null
  readonly workedBy: (personId: PersonId) => readonly Worked<CountedDuty>[]
  /** Everybody's, by start. */
  readonly worked: readonly Worked<CountedDuty>[]
  readonly handoversIn: (dates: Dates) => ReadonlyMap<PersonId, HandoverCount>
}

export function countedRota({
  rota,
  assignments,
  outcomes,
}: Omit<PersonLedgersInput, 'period'>): CountedRota {
  const weekOf = agreedWeeks(rota.district.agreement)
  const duties = countedDuties(rota)
  const planned = Map.groupBy(duties, (duty) => duty.personId)
  const asTold = asWorked(duties, rota, assignments, outcomes)
  const worked = Map.groupBy(asTold, (duty) => duty.personId)
  const elsewhere = Map.groupBy(rota.elsewhere, (busy) => busy.personId)
  const workedBy = (personId: PersonId) => worked.get(personId) ?? []
  let known: readonly Handover[] | undefined
  const handovers = () => {
    known ??= handoversIn(assignments)
    return known
  }
  const besideOf = besideLast((doctor, dates) =>
    besideDuty(doctor, elsewhere.get(doctor.personId) ?? [], dates, spanOf(dates)),
  )
  return {
    worked: asTold,
    workedBy,
    figuresOver: (doctor, dates) => {
      const counting = { from: dates.from, to: dates.to, span: spanOf(dates), weekOf }
      const beside = besideOf(doctor, dates)
      const plan = planned.get(doctor.personId) ?? []
      const work = workedBy(doctor.personId)
      const figures = figuresOf(counting, beside, plan)
      return {
        planned: figures,
        worked: isSame(plan, work) ? figures : figuresOf(counting, beside, work),
      }
    },
    totalWithout: (doctor, dates, without) => {
      const beside = besideOf(doctor, dates)
      if (without === 'duty') return totalOf({ ...beside, elsewhere: [], declaredMinutes: 0 }, [])
      const held = heldByForm(workedBy(doctor.personId), spanOf(dates))
      return totalOf(
        beside,
        DUTY_FORMS.flatMap((form) => (without.includes(form) ? [] : held[form])),
      )
    },
    handoversIn: (dates) => handoverCounts(rota, dates, handovers()),
  }
}

/** Remembers the last answer: the same doctor's dates are asked about several times in a row, and a year of surgery is many spans. */
function besideLast(
  besideOf: (doctor: Doctor, dates: Dates) => BesideDuty,
): (doctor: Doctor, dates: Dates) => BesideDuty {
  let last: { readonly doctor: Doctor; readonly dates: Dates; readonly beside: BesideDuty } | undefined
  return (doctor, dates) => {
    if (last?.doctor !== doctor || last.dates.from !== dates.from || last.dates.to !== dates.to)
      last = { doctor, dates, beside: besideOf(doctor, dates) }
    return last.beside
  }
}

function spanOf({ from, to }: Dates): Interval {
  return { start: dayInterval(from).start, end: dayInterval(to).start }
}

function totalOf(beside: BesideDuty, busy: readonly Interval[]): number | null {
  if (!beside.isSurgeryKnown) return null
  const union = unionMinutes([...busy, ...beside.elsewhere, ...beside.surgery, ...beside.tasks])
  return union + beside.looseMinutes + beside.declaredMinutes
}

function countedDuties(rota: Rota): CountedDuty[] {
  const duties: CountedDuty[] = []
  eachDuty(rota, (duty, need, { origin, positionId }) =>
    duties.push({ ...duty, origin, positionId, part: minutesOf(duty) / minutesOf(need) }),
  )
  return duties.sort(byStart)
}

function isSame(planned: readonly CountedDuty[], worked: readonly CountedDuty[]): boolean {
  return planned.length === worked.length && planned.every((duty, index) => duty === worked[index])
}

export type HandoverCount = Pick<PersonLedger, 'givenAway' | 'taken'>

function handoverCounts(
  { needs }: Rota,
  { from, to }: Dates,
  handovers: readonly Handover[],
): ReadonlyMap<PersonId, HandoverCount> {
  const counts = new Map<PersonId, { givenAway: number; taken: number }>()
  const countOf = (personId: PersonId) => {
    const count = counts.get(personId) ?? { givenAway: 0, taken: 0 }
    counts.set(personId, count)
    return count
  }
  const inPeriod = new Map(
    needs.filter((need) => need.date >= from && need.date < to).map((need) => [need.id, need]),
  )
  for (const { giver, taker, needId, minutes } of handovers) {
    const need = inPeriod.get(needId)
    if (!need) continue
    countOf(giver).givenAway += minutes / minutesOf(need)
    countOf(taker).taken += minutes / minutesOf(need)
  }
  return counts
}
