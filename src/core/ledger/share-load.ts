import { type Agreement, parameterOn } from '../rota/agreement.ts'
import { DUTY_FORMS, type DutyForm, type LineId } from '../rota/line.ts'
import type { Need } from '../rota/need.ts'
import type { Duty, Rota } from '../rota/rota.ts'
import { type Interval, intersection, unionMinutes } from '../time/interval.ts'
import { type LocalDate, toDayNumber, weekdayOfDay } from '../time/local-date.ts'
import { wallDayOf } from '../time/oslo.ts'
import { type AgreedWeek, agreedWeeks } from './agreed-week.ts'
import { nightsIn, publicHolidaysIn } from './count.ts'

/** What one doctor carries of the period: minutes by form, and counts of nights, weekends and duties on public holidays. */
export interface Load {
  readonly minutes: Readonly<Record<DutyForm, number>>
  readonly nights: number
  readonly weekends: number
  readonly holidays: number
}

export const NO_LOAD: Load = {
  minutes: { home: 0, 'on-site': 0, backup: 0 },
  nights: 0,
  weekends: 0,
  holidays: 0,
}

/** The duties of one holder in the period, shadowing left out, and of them those that conditional lines add to the demand. */
export interface Held {
  readonly load: Load
  readonly duties: number
  readonly added: Load
  readonly addedDuties: number
}

/** What loads are counted by. No edit of a rota's cells moves it. */
export interface LoadGround {
  readonly rota: Pick<Rota, 'from' | 'to' | 'district'>
  readonly weekOf: (day: number) => AgreedWeek
  /** Nights and public holidays of a span on a line's own times, which most duties keep to. */
  readonly countsOf: (span: CountedSpan) => Counts
  /** Lines whose places need not be filled. */
  readonly conditional: ReadonlySet<LineId>
}

export type CountedSpan = Pick<Duty, 'start' | 'end' | 'date' | 'pieces'>

interface Counts {
  readonly nights: number
  readonly holidays: number
}

export function loadGround(rota: Pick<Rota, 'from' | 'to' | 'district'>): LoadGround {
  const conditional = rota.district.lines.filter((line) => line.conditional).map((line) => line.id)
  const weekOf = agreedWeeks(rota.district.agreement)
  return {
    rota,
    weekOf,
    countsOf: counter(rota.district.agreement, weekOf),
    conditional: new Set(conditional),
  }
}

/** What one holder carries of all their duties given; those outside the period and those that only shadow count for nothing. */
export function heldOf(ground: LoadGround, duties: readonly Duty[]): Held {
  const { from, to } = ground.rota
  const own = duties.filter((duty) => duty.date >= from && duty.date < to && !duty.shadowing)
  const added = own.filter((duty) => ground.conditional.has(duty.lineId))
  return {
    load: loadOf(ground, own),
    duties: own.length,
    added: added.length === 0 ? NO_LOAD : loadOf(ground, added),
    addedDuties: added.length,
  }
}

/** The load of spans in one pair of hands, in any order. */
export function loadOf(ground: LoadGround, spans: readonly CountedSpan[]): Load {
  const sums = { ...NO_LOAD, minutes: { ...NO_LOAD.minutes } }
  for (const span of spans) addTo(ground, sums, span, 1)
  return { ...sums, weekends: weekendsWorked(ground, spans) }
}

/** What firm needs ask for, in as many hands as there are; weekends depend on those hands and are left at 0. */
export function demandOf(ground: LoadGround, needs: readonly Need[]): Load {
  const sums = { ...NO_LOAD, minutes: { ...NO_LOAD.minutes } }
  for (const need of needs) addTo(ground, sums, need, need.number)
  return sums
}

type Sums = { minutes: Record<DutyForm, number>; nights: number; holidays: number }

function addTo({ countsOf }: LoadGround, sums: Sums, span: CountedSpan, times: number): void {
  for (const piece of span.pieces) sums.minutes[piece.form] += (piece.end - piece.start) * times
  const counts = countsOf(span)
  sums.nights += counts.nights * times
  sums.holidays += counts.holidays * times
}

/** Duties of many lines and doctors share their times, and with the same date and times all of them count the same. */
function counter(agreement: Agreement, weekOf: LoadGround['weekOf']): LoadGround['countsOf'] {
  const known = new Map<LocalDate, Map<number, Counts>>()
  return (span) => {
    const ofDate = known.get(span.date) ?? new Map<number, Counts>()
    // No duty is longer than 72 hours, so start and length make one number.
    const key = span.start * LONGEST_SPAN + span.end - span.start
    const counts = ofDate.get(key) ?? countsOf(agreement, weekOf, span)
    if (ofDate.size === 0) known.set(span.date, ofDate)
    ofDate.set(key, counts)
    return counts
  }
}

const LONGEST_SPAN = 100_000

function countsOf(agreement: Agreement, weekOf: LoadGround['weekOf'], span: CountedSpan): Counts {
  const { leastMinutes } = weekOf(toDayNumber(span.date)).weekend
  return {
    nights: nightsIn([span], parameterOn(agreement, 'night', span.date)),
    holidays: Number(publicHolidaysIn(span, leastMinutes).length > 0),
  }
}

/** Weekends of the period's weeks of which the spans together hold enough, each by what is agreed for its week. */
export function weekendsWorked({ rota, weekOf }: LoadGround, spans: readonly CountedSpan[]): number {
  const first = mondayOf(toDayNumber(rota.from))
  const last = toDayNumber(rota.to) - 1
  const parts = new Map<number, Interval[]>()
  for (const span of spans) {
    // A weekend reaches into the Monday after it.
    for (let monday = mondayOf(wallDayOf(span.start) - 1); monday <= wallDayOf(span.end); monday += 7) {
      const part =
        monday < first || monday > last ? undefined : intersection(weekOf(monday).weekendSpan, span)
      if (!part) continue
      const known = parts.get(monday)
      if (known) known.push(part)
      else parts.set(monday, [part])
    }
  }
  let worked = 0
  for (const [monday, own] of parts) {
    if (unionMinutes(own) >= weekOf(monday).weekend.leastMinutes) worked++
  }
  return worked
}

function mondayOf(day: number): number {
  return day + 1 - weekdayOfDay(day)
}

/** Sums of counts and minutes that several hold; each load's weekends are its own. */
export function sumOfLoads(loads: readonly Load[]): Load {
  const sums = { ...NO_LOAD, minutes: { ...NO_LOAD.minutes } }
  for (const load of loads) {
    for (const form of DUTY_FORMS) sums.minutes[form] += load.minutes[form]
    sums.nights += load.nights
    sums.weekends += load.weekends
    sums.holidays += load.holidays
  }
  return sums
}
