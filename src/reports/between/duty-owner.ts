import type { District } from '../../core/rota/district.ts'
import type { MunicipalityNumber, PersonId } from '../../core/rota/person.ts'
import type { PositionId } from '../../core/rota/position.ts'
import { holdsOn, type LocalDate } from '../../core/time/local-date.ts'
import { type OwnPlace, placesOf } from '../load/own-places.ts'

interface OwnedDuty {
  readonly positionId: PositionId | null
  readonly personId: PersonId | null
  readonly date: LocalDate
}

/**
 * The member municipality that a duty was held for: the owner of the place it was held in; else the one that engages the doctor
 * on its date or whose place the doctor holds then. Of several the one with the GP agreement, then the largest fraction, then
 * the lowest number. Null for nobody's, as a locum's of the service or a neighbour's doctor.
 */
export function dutyOwners(district: District): (duty: OwnedDuty) => MunicipalityNumber | null {
  const members = new Set(district.municipalities.map(({ number }) => number))
  const owners = new Map(district.positions.map(({ id, municipality }) => [id, municipality]))
  const doctors = new Map(district.doctors.map((doctor) => [doctor.personId, doctor]))
  const known = new Map<PersonId, readonly OwnPlace[]>()
  const placesBy = (personId: PersonId) => {
    const places =
      known.get(personId) ?? placesOf(district, doctors.get(personId) ?? { personId, engagements: [] })
    known.set(personId, places)
    return places
  }
  return ({ positionId, personId, date }) => {
    const owner = positionId === null ? undefined : owners.get(positionId)
    if (owner !== undefined && members.has(owner)) return owner
    if (personId === null) return null
    const claims = placesBy(personId).filter(
      (place) => holdsOn(place, date) && members.has(place.municipality),
    )
    return claims.toSorted(inOrder)[0]?.municipality ?? null
  }
}

function inOrder(a: OwnPlace, b: OwnPlace): number {
  const byRight = Number(b.isGp) - Number(a.isGp) || b.percent - a.percent
  return byRight || (a.municipality < b.municipality ? -1 : Number(a.municipality > b.municipality))
}
