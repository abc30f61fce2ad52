import type { District } from '../core/rota/district.ts'
import type { Doctor } from '../core/rota/doctor.ts'
import type { MunicipalityNumber, PersonId } from '../core/rota/person.ts'
import { type IsoWeek, isoWeekStart } from '../core/time/iso-week.ts'
import { addDays, type DateRange, rangesOverlap } from '../core/time/local-date.ts'

/** Monday to the next Monday, as dates. */
export function weekDates(week: IsoWeek): DateRange {
  const monday = isoWeekStart(week)
  return { from: monday, to: addDays(monday, 7) }
}

/**
 * Whether a doctor is the municipality's own in a week: on some day of it holds one of its positions or is engaged by it.
 * A doctor of two municipalities is both's own; one who moves is each one's own in turn.
 */
export function isOwnIn(
  district: District,
  municipality: MunicipalityNumber,
  doctor: Doctor,
  week: IsoWeek,
): boolean {
  const dates = weekDates(week)
  return (
    doctor.engagements.some(
      (engagement) =>
        engagement.employer.kind === 'municipality' &&
        engagement.employer.number === municipality &&
        rangesOverlap(engagement, dates),
    ) || holdsPositionOf(district, municipality, doctor.personId, dates)
  )
}

function holdsPositionOf(
  district: District,
  municipality: MunicipalityNumber,
  personId: PersonId,
  dates: DateRange,
): boolean {
  return district.positions.some(
    (position) =>
      position.municipality === municipality &&
      position.holders.some(
        (holder) => holder.kind === 'person' && holder.personId === personId && rangesOverlap(holder, dates),
      ),
  )
}
