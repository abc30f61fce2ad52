import type { LedgerPeriod } from '../../core/ledger/period.ts'
import { parameterOn } from '../../core/rota/agreement.ts'
import type { District } from '../../core/rota/district.ts'
import type { Doctor } from '../../core/rota/doctor.ts'
import { isGpAgreement } from '../../core/rota/engagement.ts'
import type { MunicipalityNumber } from '../../core/rota/person.ts'
import { positionsEverHeldBy } from '../../core/rota/position.ts'
import {
  cutAt,
  type DateRange,
  type Dates,
  edgesOf,
  holdsOn,
  type LocalDate,
  rangesOverlap,
} from '../../core/time/local-date.ts'

/** The dates on which a doctor is some municipality's own: engaged by it, or in one of its positions. */
export interface OwnPlace extends DateRange {
  readonly municipality: MunicipalityNumber
  readonly isGp: boolean
  /** Of a full-time post or a whole position, 0–100. */
  readonly percent: number
}

type Positions = Pick<District, 'positions'>
type Engaged = Pick<Doctor, 'personId' | 'engagements'>

/** Engagements before positions. */
export function placesOf({ positions }: Positions, { engagements, personId }: Engaged): OwnPlace[] {
  const engaged = engagements.flatMap(({ from, to, employer, form, fractionPercent: percent }) =>
    employer.kind === 'municipality'
      ? [{ from, to, municipality: employer.number, isGp: isGpAgreement(form), percent }]
      : [],
  )
  const placed = positionsEverHeldBy(positions, personId).flatMap(({ municipality, share, holders }) =>
    holders.flatMap((holder) =>
      holder.kind === 'person' && holder.personId === personId
        ? [{ from: holder.from, to: holder.to, municipality, isGp: false, percent: share * 100 }]
        : [],
    ),
  )
  return [...engaged, ...placed]
}

/** Those of one municipality. */
export function ownPlaces(
  district: Positions,
  municipality: MunicipalityNumber,
  doctor: Engaged,
): readonly DateRange[] {
  return placesOf(district, doctor).filter((place) => place.municipality === municipality)
}

/** The municipalities whose own a doctor is on a date, of one doctor on many dates; in order. */
export function ownersBy(district: Positions, doctor: Engaged): (date: LocalDate) => MunicipalityNumber[] {
  const places = placesOf(district, doctor)
  return (date) => {
    const held = places.filter((place) => holdsOn(place, date))
    return [...new Set(held.map(({ municipality }) => municipality))].sort()
  }
}

/** The longest stretches of a period on which a doctor's municipalities are as asked, in order. */
export function datesWhere(
  district: Positions,
  doctor: Engaged,
  period: Dates,
  isAsked: (owners: readonly MunicipalityNumber[]) => boolean,
): Dates[] {
  const ownersOn = ownersBy(district, doctor)
  const found: Dates[] = []
  for (const dates of cutAt(period, edgesOf(placesOf(district, doctor)))) {
    if (!isAsked(ownersOn(dates.from))) continue
    const last = found.at(-1)
    if (last?.to === dates.from) found[found.length - 1] = { from: last.from, to: dates.to }
    else found.push(dates)
  }
  return found
}

/** The dates of a period on which a doctor is the municipality's own. */
export function ownDates(
  district: Positions,
  municipality: MunicipalityNumber,
  doctor: Engaged,
  period: Dates,
): Dates[] {
  return datesWhere(district, doctor, period, (owners) => owners.includes(municipality))
}

/** Whether some range or other holds every date. */
export function isThroughout(ranges: readonly DateRange[], { from, to }: Dates): boolean {
  let date = from
  while (date < to) {
    const range = ranges.find((own) => holdsOn(own, date))
    if (!range) return false
    if (range.to === null) return true
    date = range.to
  }
  return true
}

/** Whether a doctor was own to one of the municipalities on some date of a period. */
export function isOwnToAny(
  district: Positions,
  municipalities: readonly MunicipalityNumber[],
  doctor: Engaged,
  period: Dates,
): boolean {
  return placesOf(district, doctor).some(
    (own) => municipalities.includes(own.municipality) && rangesOverlap(own, period),
  )
}

/** Doctors of the district in a period who were none of the municipalities' own on any date of it. */
export function strangersIn(
  district: District,
  municipalities: readonly MunicipalityNumber[],
  period: Dates,
): number {
  return district.doctors.filter(
    (doctor) =>
      doctor.engagements.some((held) => rangesOverlap(held, period)) &&
      !isOwnToAny(district, municipalities, doctor, period),
  ).length
}

/**
 * Whether fair shares may be told to who knows the doctors of these municipalities. They rest on who else was there to take duties,
 * which says of few when they were not; and so would the share of one week.
 */
export function mayTellShares(
  district: District,
  municipalities: readonly MunicipalityNumber[],
  { kind, from, to }: LedgerPeriod,
): boolean {
  const isLong = kind === 'quarter' || kind === 'year' || kind === 'plan'
  const least = parameterOn(district.agreement, 'leastGroup', from)
  return isLong && strangersIn(district, municipalities, { from, to }) >= least
}
