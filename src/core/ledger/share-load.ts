import { DUTY_FORMS, type DutyForm, type LineId } from '../rota/line.ts'
import type { Duty, Rota } from '../rota/rota.ts'
import { mergeIntervals } from '../time/interval.ts'
import { type AgreedWeek, agreedWeeks } from './agreed-week.ts'
import { formMinutes, heldByForm } from './form-minutes.ts'
import { isHolidayDuty } from './holiday-duty.ts'
import { type NightHeld, nightsHeld } from './night-duty.ts'
import { weekendsHeld } from './weekend-duty.ts'

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

/** The duties of one holder in the period, shadowing left out. */
export interface Held {
  readonly load: Load
  readonly duties: number
  /** Of them, those of lines whose places need not be filled: they add to what is demanded. */
  readonly addedDuties: number
}

/** What loads are counted by. No edit of a rota's cells moves it. */
export interface LoadGround {
  readonly rota: Pick<Rota, 'from' | 'to' | 'district'>
  readonly weekOf: (day: number) => AgreedWeek
  /** Lines whose places need not be filled. */
  readonly conditional: ReadonlySet<LineId>
}

export type CountedSpan = Pick<Duty, 'start' | 'end' | 'date' | 'pieces'>

/** A part of a place that no doctor is named for. */
export type PlacedSpan = CountedSpan & Pick<Duty, 'lineId' | 'seat'>

export function loadGround(rota: Pick<Rota, 'from' | 'to' | 'district'>): LoadGround {
  const conditional = rota.district.lines.filter((line) => line.conditional).map((line) => line.id)
  return { rota, weekOf: agreedWeeks(rota.district.agreement), conditional: new Set(conditional) }
}

/** What one holder carries, from all their duties by start, with the nights of them; those that only shadow count for nothing. */
export function heldOf(
  ground: LoadGround,
  duties: readonly Duty[],
  nights: readonly NightHeld[] = nightsHeld(duties, ground.weekOf),
): Held {
  const isShadow = duties.some((duty) => duty.shadowing)
  const counted = isShadow ? duties.filter((duty) => !duty.shadowing) : duties
  const own = counted.filter((duty) => isOf(ground, duty))
  const addedDuties = own.filter((duty) => ground.conditional.has(duty.lineId)).length
  return { load: loadOf(ground, counted, isShadow ? undefined : nights), duties: own.length, addedDuties }
}

/**
 * The load of spans in one pair of hands, by start, those around the period too. It counts as the ledger does, but for the
 * minutes: all those of a duty belong to its date, so that what is asked for in a period is not cut at its ends.
 */
export function loadOf(
  ground: LoadGround,
  spans: readonly CountedSpan[],
  nights: readonly NightHeld[] = nightsHeld(spans, ground.weekOf),
): Load {
  const { rota, weekOf } = ground
  const own = spans.filter((span) => isOf(ground, span))
  return {
    minutes: formMinutes(heldByForm(own)),
    nights: nights.filter((night) => isOf(ground, night)).length,
    weekends: weekendsHeld(rota, weekOf, mergeIntervals(spans)).any,
    holidays: own.filter((span) => isHolidayDuty(span, weekOf)).length,
  }
}

/** The load of parts that are in nobody's hands by name: one pair of hands for each place. */
export function loadOfPlaces(ground: LoadGround, spans: readonly PlacedSpan[]): Load {
  const places = Map.groupBy(spans, ({ lineId, seat }) => `${seat} ${lineId}`)
  return sumOfLoads([...places.values()].map((own) => loadOf(ground, own)))
}

function isOf({ rota }: LoadGround, { date }: Pick<CountedSpan, 'date'>): boolean {
  return date >= rota.from && date < rota.to
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
