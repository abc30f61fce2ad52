import type { SpecialHoliday } from '../rota/agreement.ts'
import { type Assignment, cellKey, type Origin, type Outcome, type Slice } from '../rota/assignment.ts'
import type { DutyForm } from '../rota/line.ts'
import type { Need } from '../rota/need.ts'
import type { PersonId } from '../rota/person.ts'
import { dutiesOf, type Rota } from '../rota/rota.ts'
import type { DayKind } from '../time/day-kind.ts'
import { minutesOf } from '../time/interval.ts'
import type { LocalTime } from '../time/local-time.ts'
import { dayInterval } from '../time/oslo.ts'
import { agreedWeeks } from './agreed-week.ts'
import { besideDuty } from './beside-duty.ts'
import { type CountedDuty, figuresOf } from './figures.ts'
import { handoversIn } from './handover.ts'
import type { HolidayCalendar } from './holiday-calendar.ts'
import { asWorked } from './outcome.ts'
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
  const span = { start: dayInterval(period.from).start, end: dayInterval(period.to).start }
  const counting = { from: period.from, to: period.to, span, weekOf: agreedWeeks(agreement) }
  const duties = countedDuties(rota)
  const planned = Map.groupBy(duties, (duty) => duty.personId)
  const worked = Map.groupBy(asWorked(duties, rota, assignments, outcomes), (duty) => duty.personId)
  const elsewhere = Map.groupBy(rota.elsewhere, (busy) => busy.personId)
  const handovers = handoverCounts(rota, period, assignments)
  const sumsOf = segmentSums(agreement)
  return doctors.map((doctor) => {
    const { personId } = doctor
    const beside = besideDuty(doctor, elsewhere.get(personId) ?? [], period, span)
    const plan = planned.get(personId) ?? []
    const work = worked.get(personId) ?? []
    const figures = figuresOf(counting, beside, plan)
    return {
      personId,
      period,
      planned: figures,
      worked: isSame(plan, work) ? figures : figuresOf(counting, beside, work),
      ...(handovers.get(personId) ?? { givenAway: 0, taken: 0 }),
      segments: sumsOf(work, span),
    }
  })
}

function countedDuties(rota: Rota): CountedDuty[] {
  const needs = new Map(rota.needs.map((need) => [need.id, need]))
  return dutiesOf(rota).map((duty) => {
    const slices = rota.cells.get(cellKey(duty))?.slices ?? []
    const slice = slices.find(({ personId, start }) => personId === duty.personId && start === duty.start)
    const { origin } = slice as Slice
    return { ...duty, origin, part: minutesOf(duty) / minutesOf(needs.get(duty.needId) as Need) }
  })
}

function isSame(planned: readonly CountedDuty[], worked: readonly CountedDuty[]): boolean {
  return planned.length === worked.length && planned.every((duty, index) => duty === worked[index])
}

type HandoverCount = Pick<PersonLedger, 'givenAway' | 'taken'>

function handoverCounts(
  { needs }: Rota,
  { from, to }: LedgerPeriod,
  assignments: readonly Assignment[],
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
  for (const { giver, taker, needId, minutes } of handoversIn(assignments)) {
    const need = inPeriod.get(needId)
    if (!need) continue
    countOf(giver).givenAway += minutes / minutesOf(need)
    countOf(taker).taken += minutes / minutesOf(need)
  }
  return counts
}
