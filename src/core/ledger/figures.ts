import type { Origin } from '../rota/assignment.ts'
import { DUTY_FORMS, type DutyForm } from '../rota/line.ts'
import type { PositionId } from '../rota/position.ts'
import type { Duty } from '../rota/rota.ts'
import { calendarDay } from '../time/calendar-day.ts'
import { clip, type Interval, mergeIntervals, minutesOf, unionMinutes } from '../time/interval.ts'
import type { LocalDate } from '../time/local-date.ts'
import { dayInterval, wallDayOf } from '../time/oslo.ts'
import type { AgreedWeek } from './agreed-week.ts'
import type { BesideDuty } from './beside-duty.ts'
import { isEnough } from './count.ts'
import { formMinutes, heldByForm } from './form-minutes.ts'
import { isHolidayDuty, specialHolidaysHeld } from './holiday-duty.ts'
import { hasJudgedDayAfter, type NightHeld, nextNight, nightsHeld } from './night-duty.ts'
import type { Worked } from './outcome.ts'
import type { Figures } from './person-ledger.ts'
import { minutesWithin, overlapping } from './tally.ts'
import { weekendsHeld } from './weekend-duty.ts'

/** A duty with what a ledger tells apart. */
export interface CountedDuty extends Duty {
  readonly origin: Origin
  /** On behalf of which place in the rota; null where none was told. */
  readonly positionId: PositionId | null
  /** Of the need's minutes as planned: 1 for a whole duty. */
  readonly part: number
}

/** The period that is counted, with what was agreed for each of its weeks. */
export interface Counting {
  readonly from: LocalDate
  /** Exclusive. */
  readonly to: LocalDate
  readonly span: Interval
  readonly weekOf: (day: number) => AgreedWeek
}

/** The figures of one doctor, from all their duties by start, those around the period too. */
export function figuresOf(
  counting: Counting,
  beside: BesideDuty,
  duties: readonly Worked<CountedDuty>[],
): Figures {
  const busy = mergeIntervals(duties)
  const started = duties.filter((duty) => isIn(counting, duty.date))
  const nights = nightsHeld(duties, counting.weekOf)
  const held = minutesHeld(counting, clip(busy, counting.span), duties)
  return {
    ...held,
    weightedMinutes: held.weightedMinutes + sum(started.map((duty) => addedWhileActive(counting, duty))),
    ...toldOf(started),
    ...totals(beside, clip(busy, counting.span)),
    duties: started.reduce((sum, duty) => sum + duty.part, 0),
    nights: nights.filter((night) => isIn(counting, night.date)).length,
    ...weekends(counting, busy),
    publicHolidays: started.filter((duty) => isHolidayDuty(duty, counting.weekOf)).length,
    specialHolidays: specialHolidaysHeld(started, counting.weekOf),
    daysAfterNight: daysAfter(counting, nights, beside.surgery, busy),
    ...stretches(counting, mergeIntervals([...busy, ...beside.elsewhereAround])),
  }
}

function isIn({ from, to }: Counting, date: LocalDate): boolean {
  return date >= from && date < to
}

type MinutesHeld = Pick<Figures, 'minutes' | 'weightedMinutes' | 'dutyMinutes' | 'minutesByOrigin'>

function minutesHeld(
  counting: Counting,
  busy: readonly Interval[],
  duties: readonly CountedDuty[],
): MinutesHeld {
  const held = heldByForm(duties, counting.span)
  let weightedMinutes = 0
  for (const form of DUTY_FORMS) {
    for (const span of held[form]) weightedMinutes += weighted(counting, span, form)
  }
  const byOrigin = Map.groupBy(duties, (duty) => duty.origin)
  const ofOrigin = (origin: Origin) => unionMinutes(clip(byOrigin.get(origin) ?? [], counting.span))
  return {
    minutes: formMinutes(held),
    weightedMinutes,
    dutyMinutes: busy.reduce((sum, span) => sum + minutesOf(span), 0),
    minutesByOrigin: {
      share: ofOrigin('share'),
      ordered: ofOrigin('ordered'),
      voluntary: ofOrigin('voluntary'),
      swap: ofOrigin('swap'),
      'sick-cover': ofOrigin('sick-cover'),
      locum: ofOrigin('locum'),
    },
  }
}

/** Each week by its own weights. */
export function weighted({ weekOf }: Pick<Counting, 'weekOf'>, held: Interval, form: DutyForm): number {
  let sum = 0
  for (let at = held.start; at < held.end; ) {
    const { span, hourWeights } = weekOf(wallDayOf(at))
    const until = Math.min(held.end, span.end)
    sum += (until - at) * hourWeights[form]
    at = until
  }
  return sum
}

/** What active minutes weigh beyond the form they are part of; where in the duty they lie is not told, so by its mean. */
export function addedWhileActive(
  counting: Pick<Counting, 'weekOf'>,
  duty: Pick<Worked<CountedDuty>, 'outcome' | 'pieces' | 'start' | 'end'>,
): number {
  const active = duty.outcome?.activeMinutes ?? 0
  const minutes = minutesOf(duty)
  if (active === 0 || minutes === 0) return 0
  const passive = sum(duty.pieces.map((piece) => weighted(counting, piece, piece.form)))
  const { activeHourWeight } = counting.weekOf(wallDayOf(duty.start))
  return active * Math.max(0, activeHourWeight - passive / minutes)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function toldOf(
  started: readonly Worked<CountedDuty>[],
): Pick<Figures, 'activeMinutes' | 'activeOfMinutes' | 'callOuts'> {
  const active = started.filter((duty) => typeof duty.outcome?.activeMinutes === 'number')
  const calls = started.flatMap((duty) => duty.outcome?.callOuts ?? [])
  return {
    activeMinutes: active.length > 0 ? sum(active.map((duty) => duty.outcome?.activeMinutes ?? 0)) : null,
    activeOfMinutes: sum(active.map(minutesOf)),
    callOuts: calls.length > 0 ? sum(calls) : null,
  }
}

type Totals = Pick<
  Figures,
  | 'elsewhereMinutes'
  | 'declaredElsewhereMinutes'
  | 'surgeryMinutes'
  | 'taskMinutes'
  | 'knownMinutes'
  | 'totalMinutes'
>

function totals(beside: BesideDuty, busy: readonly Interval[]): Totals {
  const { surgery, isSurgeryKnown, tasks, looseMinutes, elsewhere, declaredMinutes } = beside
  const union = unionMinutes([...busy, ...elsewhere, ...surgery, ...tasks])
  const knownMinutes = union + looseMinutes + declaredMinutes
  return {
    elsewhereMinutes: unionMinutes(elsewhere),
    declaredElsewhereMinutes: declaredMinutes,
    surgeryMinutes: isSurgeryKnown ? unionMinutes(surgery) : null,
    taskMinutes: unionMinutes(tasks) + looseMinutes,
    knownMinutes,
    totalMinutes: isSurgeryKnown ? knownMinutes : null,
  }
}

function weekends(
  counting: Counting,
  busy: readonly Interval[],
): Pick<Figures, 'weekendsAny' | 'weekendsFull' | 'everyNthWeekend'> {
  const { weekends: all, any, full } = weekendsHeld(counting, counting.weekOf, busy)
  return { weekendsAny: any, weekendsFull: full, everyNthWeekend: any > 0 ? all / any : null }
}

/** Only nights of the forms whose office day the agreement judges, as the rule for that day does. */
function daysAfter(
  counting: Counting,
  nights: readonly NightHeld[],
  surgery: readonly Interval[],
  busy: readonly Interval[],
): number {
  const days = new Set<LocalDate>()
  for (const night of nights) {
    const { span, week } = night
    const { date } = calendarDay(wallDayOf(span.end))
    if (!isIn(counting, date) || !hasJudgedDayAfter(night)) continue
    const duty = minutesWithin(busy, { start: span.end, end: nextNight(night) })
    if (isEnough(duty, week.weekend.leastMinutes) || overlapping(surgery, dayInterval(date)).length > 0)
      days.add(date)
  }
  return days.size
}

function stretches(
  { span }: Counting,
  periods: readonly Interval[],
): Pick<Figures, 'longestPeriodMinutes' | 'shortestRestMinutes'> {
  let longest = 0
  let shortest: number | null = null
  for (const [index, period] of periods.entries()) {
    if (period.start < span.start || period.start >= span.end) continue
    longest = Math.max(longest, minutesOf(period))
    const before = periods[index - 1]
    if (before) shortest = Math.min(shortest ?? Infinity, period.start - before.end)
  }
  return { longestPeriodMinutes: longest, shortestRestMinutes: shortest }
}
