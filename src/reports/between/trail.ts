import { agreedWeeks } from '../../core/ledger/agreed-week.ts'
import { isWorked } from '../../core/ledger/count.ts'
import type { CountedDuty } from '../../core/ledger/figures.ts'
import { isHolidayDuty } from '../../core/ledger/holiday-duty.ts'
import { nightsHeld } from '../../core/ledger/night-duty.ts'
import type { Worked } from '../../core/ledger/outcome.ts'
import type { CountedRota } from '../../core/ledger/person-ledger.ts'
import { minutesWithin } from '../../core/ledger/tally.ts'
import type { Origin } from '../../core/rota/assignment.ts'
import type { Doctor } from '../../core/rota/doctor.ts'
import { DUTY_FORMS, type DutyForm, type LineId } from '../../core/rota/line.ts'
import type { MunicipalityNumber, PersonId } from '../../core/rota/person.ts'
import type { Rota } from '../../core/rota/rota.ts'
import { type Interval, mergeIntervals, overlaps } from '../../core/time/interval.ts'
import { type Dates, datesIn, toDayNumber, weekdayOf } from '../../core/time/local-date.ts'
import { datesWhere, ownDates } from '../load/own-places.ts'
import type { Trail } from '../sheet.ts'
import { dutyOwners } from './duty-owner.ts'
import { addForms, heldDuties, minutesByForm, NO_MINUTES } from './held-duty.ts'
import { openSlices, unnamedSlices } from './open-slices.ts'

/** One duty behind a figure. */
export interface TrailDuty extends Interval {
  readonly needId: string
  readonly seat: number
  readonly lineId: LineId
  /** Of the need. */
  readonly date: string
  /** Null for what is open, or whose locum was never named. */
  readonly personId: PersonId | null
  readonly municipality: MunicipalityNumber | null
  readonly origin: Origin | null
  /** Its part of the figure, within the period. */
  readonly minutes: Readonly<Record<DutyForm, number>>
  /** Its part of the figure where that counts duties, nights, weekends or public holidays. */
  readonly count: number
}

/** The duties that a figure is made of, by start; they add up to it. */
export interface TrailList {
  readonly duties: readonly TrailDuty[]
  readonly minutes: Readonly<Record<DutyForm, number>>
  readonly count: number
}

export interface TrailGround {
  readonly rota: Rota
  readonly period: Dates
  readonly counted: CountedRota
  /** Whose report the figure stands in. */
  readonly municipality: MunicipalityNumber
}

/** What `trail` asks for. A municipality's is what was carried for it; a doctor's own is all they did, also beside another. */
export function trailOf(ground: TrailGround, trail: Trail): TrailList {
  const found = trail.only === 'open' ? openDuties(ground) : heldBy(ground, trail)
  const duties = found
    .filter(
      ({ minutes, municipality }) =>
        (trail.form === undefined || minutes[trail.form] > 0) &&
        (trail.municipality === undefined || municipality === trail.municipality),
    )
    .map((duty) =>
      trail.form === undefined ? duty : { ...duty, minutes: onlyForm(duty.minutes, trail.form) },
    )
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.needId < b.needId ? -1 : 1))
  return {
    duties,
    minutes: duties.reduce((sum, duty) => addForms(sum, duty.minutes), NO_MINUTES),
    count: duties.reduce((sum, { count }) => sum + count, 0),
  }
}

function onlyForm(minutes: TrailDuty['minutes'], form: DutyForm): TrailDuty['minutes'] {
  return { ...NO_MINUTES, [form]: minutes[form] }
}

function openDuties({ rota, period }: TrailGround): TrailDuty[] {
  return openSlices(rota, period).map(({ slice: { need, ...place }, held, count }) => ({
    ...place,
    needId: need.id,
    lineId: need.lineId,
    personId: null,
    municipality: null,
    origin: null,
    minutes: minutesByForm(held),
    count,
  }))
}

function heldBy(ground: TrailGround, trail: Trail): TrailDuty[] {
  const { rota, period, counted } = ground
  const { personId, municipality, doctorsOf, only } = trail
  const ownerOf = dutyOwners(rota.district)
  const doctors = rota.district.doctors.filter(
    (doctor) => personId === undefined || doctor.personId === personId,
  )
  const named = doctors.flatMap((doctor) => {
    const worked = counted.workedBy(doctor.personId)
    const duties = municipality === undefined ? worked : worked.filter((duty) => !duty.shadowing)
    const all = municipality === undefined ? datesOf(ground, doctor, trail) : [period]
    return all.flatMap((dates) =>
      partsOf(rota, duties, dates, only).map(({ duty, ...part }) => ({
        start: duty.start,
        end: duty.end,
        needId: duty.needId,
        seat: duty.seat,
        lineId: duty.lineId,
        date: duty.date,
        personId: duty.personId,
        municipality: ownerOf(duty),
        origin: duty.origin,
        ...part,
      })),
    )
  })
  const isCarried = personId === undefined && doctorsOf === undefined && only === undefined
  return isCarried && municipality !== undefined ? [...named, ...unnamedDuties(ground)] : named
}

/** The dates of the period on which a doctor's figures are counted in the report: those of its own, of others all but those. */
function datesOf(
  { rota: { district }, period, municipality }: TrailGround,
  doctor: Doctor,
  { personId, doctorsOf }: Trail,
): Dates[] {
  if (doctorsOf !== undefined)
    return datesWhere(district, doctor, period, (of) => of.includes(doctorsOf) && !of.includes(municipality))
  if (personId === undefined) return [period]
  const own = ownDates(district, municipality, doctor, period)
  return own.length === 0 ? [period] : own
}

function unnamedDuties({ rota, period }: TrailGround): TrailDuty[] {
  const ownerOf = dutyOwners(rota.district)
  return unnamedSlices(rota, period).map(({ slice: { need, ...place }, held, count }) => ({
    ...place,
    needId: need.id,
    lineId: need.lineId,
    personId: null,
    municipality: ownerOf({ positionId: place.positionId, personId: null, date: need.date }),
    origin: null,
    minutes: minutesByForm(held),
    count,
  }))
}

interface Part {
  readonly duty: Worked<CountedDuty>
  readonly minutes: TrailDuty['minutes']
  readonly count: number
}

function partsOf(
  rota: Rota,
  duties: readonly Worked<CountedDuty>[],
  dates: Dates,
  only: Trail['only'],
): Part[] {
  const parts = heldDuties(duties, dates).map(({ duty, held, count }) => ({
    duty,
    minutes: minutesByForm(held),
    count,
  }))
  if (only === undefined) return parts
  const minutesOf = new Map(parts.map(({ duty, minutes }) => [duty, minutes]))
  return groupsOf(rota, duties, dates, only).flatMap((group) =>
    group.map((duty, index) => ({
      duty,
      minutes: minutesOf.get(duty) ?? NO_MINUTES,
      // Several duties of one night or weekend are one of it.
      count: index === 0 ? 1 : 0,
    })),
  )
}

/** The duties of each night, weekend or public holiday that counts on the dates. */
function groupsOf(
  { district }: Rota,
  duties: readonly Worked<CountedDuty>[],
  dates: Dates,
  only: Exclude<Trail['only'], undefined>,
): Worked<CountedDuty>[][] {
  const weekOf = agreedWeeks(district.agreement)
  const isIn = (date: string) => date >= dates.from && date < dates.to
  if (only === 'public-holidays')
    return duties.filter((duty) => isIn(duty.date) && isHolidayDuty(duty, weekOf)).map((duty) => [duty])
  if (only === 'nights')
    return nightsHeld(duties, weekOf).flatMap((night) => (isIn(night.date) ? [[...night.duties]] : []))
  const busy = mergeIntervals(duties)
  return datesIn(dates)
    .filter((date) => weekdayOf(date) === 7)
    .map((sunday) => weekOf(toDayNumber(sunday)).weekendSpan)
    .filter((span) => isWorked(span, (own) => minutesWithin(busy, own)))
    .map((span) => duties.filter((duty) => overlaps(duty, span)))
}

/** Sum of the forms. */
export function allMinutes(minutes: TrailDuty['minutes']): number {
  return DUTY_FORMS.reduce((sum, form) => sum + minutes[form], 0)
}
