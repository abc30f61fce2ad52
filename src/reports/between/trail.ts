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
import type { DutyForm, LineId } from '../../core/rota/line.ts'
import type { FormPiece } from '../../core/rota/need.ts'
import type { MunicipalityNumber, PersonId } from '../../core/rota/person.ts'
import type { Rota } from '../../core/rota/rota.ts'
import { type Interval, mergeIntervals, overlaps } from '../../core/time/interval.ts'
import { type Dates, datesIn, toDayNumber, weekdayOf } from '../../core/time/local-date.ts'
import { datesWhere, ownDates } from '../load/own-places.ts'
import type { Trail } from '../sheet.ts'
import { between, heldWeight } from './between.ts'
import { costOf, ratedMinutes } from './duty-cost.ts'
import { dutyOwners } from './duty-owner.ts'
import { addForms, heldDuties, minutesByForm, NO_MINUTES } from './held-duty.ts'
import { openSlices, unnamedSlices } from './open-slices.ts'
import { wholeParts } from './whole-parts.ts'

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
  readonly held: readonly FormPiece[]
  /** Its part of the figure where that counts duties, nights, weekends or public holidays. */
  readonly count: number
}

/** The duties that a figure is made of, by start; they add up to it. */
export interface TrailList {
  readonly duties: readonly TrailDuty[]
  readonly minutes: Readonly<Record<DutyForm, number>>
  readonly count: number
  /** Behind all that was carried for a municipality; null behind other figures. */
  readonly carried: Carried | null
}

/** What duties weigh and cost. */
export interface Carried {
  /** Of each duty, in their order. */
  readonly parts: readonly { readonly weightedMinutes: number; readonly costØre: number | null }[]
  readonly weightedMinutes: number
  /** Null where a rate it needs is missing, and then of every duty. */
  readonly costØre: number | null
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
  const { form, municipality } = trail
  const found = trail.only === 'open' ? openDuties(ground) : heldBy(ground, trail)
  const duties = found
    .filter(
      ({ held, municipality: owner }) =>
        (form === undefined || held.some((piece) => piece.form === form)) &&
        (municipality === undefined || owner === municipality),
    )
    .map((duty) =>
      form === undefined ? duty : { ...duty, held: duty.held.filter((piece) => piece.form === form) },
    )
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.needId < b.needId ? -1 : 1))
  return {
    duties,
    minutes: duties.reduce((sum, { held }) => addForms(sum, minutesByForm(held)), NO_MINUTES),
    count: duties.reduce((sum, { count }) => sum + count, 0),
    carried: isCarried(trail) && form === undefined ? carriedIn(ground, trail.municipality, duties) : null,
  }
}

/** Whether the figure is all that was carried for a municipality, or for none. */
function isCarried(trail: Trail): trail is Trail & { readonly municipality: MunicipalityNumber | null } {
  const { personId, municipality, doctorsOf, only } = trail
  return municipality !== undefined && personId === undefined && doctorsOf === undefined && only === undefined
}

/** Costs in whole øre, which add up to what the municipality's cost is told as. */
function carriedIn(
  { rota, period, counted }: TrailGround,
  municipality: MunicipalityNumber | null,
  duties: readonly TrailDuty[],
): Carried {
  const { agreement } = rota.district
  const weight = heldWeight(agreement)
  const rate = ratedMinutes(agreement)
  const share = between(rota, period, counted).shares.find((own) => own.municipality === municipality)
  const costØre = share?.costØre ?? null
  const costs =
    costØre === null
      ? null
      : wholeParts(
          duties.map(({ held }) => costOf(rate(held)) ?? 0),
          costØre,
        )
  const parts = duties.map(({ held }, index) => ({
    weightedMinutes: weight(held),
    costØre: costs?.[index] ?? null,
  }))
  return {
    parts,
    weightedMinutes: parts.reduce((sum, { weightedMinutes }) => sum + weightedMinutes, 0),
    costØre,
  }
}

function openDuties({ rota, period }: TrailGround): TrailDuty[] {
  return openSlices(rota, period).map(({ slice: { need, ...place }, held, count }) => ({
    ...place,
    needId: need.id,
    lineId: need.lineId,
    personId: null,
    municipality: null,
    origin: null,
    held,
    count,
  }))
}

function heldBy(ground: TrailGround, trail: Trail): TrailDuty[] {
  const { rota, period, counted } = ground
  const { personId, municipality, only } = trail
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
  return isCarried(trail) ? [...named, ...unnamedDuties(ground)] : named
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
    held,
    count,
  }))
}

interface Part {
  readonly duty: Worked<CountedDuty>
  readonly held: TrailDuty['held']
  readonly count: number
}

function partsOf(
  rota: Rota,
  duties: readonly Worked<CountedDuty>[],
  dates: Dates,
  only: Trail['only'],
): Part[] {
  const parts = heldDuties(duties, dates)
  if (only === undefined) return parts
  const heldOf = new Map(parts.map(({ duty, held }) => [duty, held]))
  return groupsOf(rota, duties, dates, only).flatMap((group) =>
    group.map((duty, index) => ({
      duty,
      held: heldOf.get(duty) ?? [],
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
