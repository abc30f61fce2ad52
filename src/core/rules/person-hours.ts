import { weightsOn } from '../ledger/floor-over.ts'
import type { HoursBasis } from '../ledger/other-hours.ts'
import { sumWithin, type Tally, tallyOver } from '../ledger/tally.ts'
import type { FormPiece } from '../rota/need.ts'
import type { PersonId } from '../rota/person.ts'
import { type Interval, overlaps } from '../time/interval.ts'
import type { LocalDate } from '../time/local-date.ts'
import { ofPersonInPassing } from './facts.ts'
import { dutiesHeldBy, type RotaView } from './view.ts'

/** A person's hours on one basis, duty here and all else. */
export interface PersonHours {
  /** United: no minute counts twice. */
  readonly united: Tally
  /** Without a fixed time: added to the rest. */
  readonly spread: Tally
  /** Where the hours are not known. */
  readonly unknown: readonly Interval[]
}

/** Undefined for a person who is no doctor of the district. Worked out once for each person and basis. */
export function hoursOf(view: RotaView, personId: PersonId, basis: HoursBasis): PersonHours | undefined {
  return BY_BASIS[basis](view, personId)
}

const BY_BASIS = {
  total: ofPersonInPassing((view, personId) => workedOut(view, personId, 'total')),
  duty: ofPersonInPassing((view, personId) => workedOut(view, personId, 'duty')),
  act: ofPersonInPassing((view, personId) => workedOut(view, personId, 'act')),
}

function workedOut(view: RotaView, personId: PersonId, basis: HoursBasis): PersonHours | undefined {
  const doctor = view.doctors.get(personId)
  if (!doctor) return undefined
  const { counted, spread, unknown } = view.background.otherHoursOf(doctor, basis)
  const { pieces, dates } = piecesOf(view, personId)
  const rates = pieces.map(
    (piece, index) => weightsOn(view.rota, basis, dates[index] as LocalDate)[piece.form],
  )
  return { united: tallyOver(counted, pieces, rates), spread, unknown }
}

/** Null where some of the span is not known. */
export function workedWithin(hours: PersonHours, span: Interval): number | null {
  if (hours.unknown.some((gap) => overlaps(gap, span))) return null
  return sumWithin(hours.united, span) + sumWithin(hours.spread, span)
}

/** The form pieces of a person's duties by start of the duty, and the date of each duty. */
const piecesOf = ofPersonInPassing((view, personId) => {
  const pieces: FormPiece[] = []
  const dates: LocalDate[] = []
  for (const duty of dutiesHeldBy(view, personId))
    for (const piece of duty.pieces) {
      pieces.push(piece)
      dates.push(duty.date)
    }
  return { pieces, dates }
})
