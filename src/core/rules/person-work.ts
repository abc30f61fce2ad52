import { weightsOn } from '../ledger/floor-over.ts'
import type { HoursBasis } from '../ledger/other-hours.ts'
import { type Rated, sumWithin, type Tally, tallyOf } from '../ledger/tally.ts'
import type { PersonId } from '../rota/person.ts'
import { type Interval, overlaps } from '../time/interval.ts'
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

const KNOWN = new WeakMap<RotaView, Map<string, PersonHours | undefined>>()

/** Undefined for a person who is no doctor of the district. Worked out once for each view, person and basis. */
export function hoursOf(view: RotaView, personId: PersonId, basis: HoursBasis): PersonHours | undefined {
  const known = KNOWN.get(view) ?? new Map<string, PersonHours | undefined>()
  KNOWN.set(view, known)
  const key = `${basis} ${personId}`
  if (!known.has(key)) known.set(key, workedOut(view, personId, basis))
  return known.get(key)
}

function workedOut(view: RotaView, personId: PersonId, basis: HoursBasis): PersonHours | undefined {
  const doctor = view.doctors.get(personId)
  if (!doctor) return undefined
  const { counted, spread, unknown } = view.background.otherHoursOf(doctor, basis)
  const pieces: Rated[] = counted.map(({ start, end }) => ({ start, end, rate: 1 }))
  for (const duty of dutiesHeldBy(view, personId)) {
    const weights = weightsOn(view.rota, basis, duty.date)
    for (const { start, end, form } of duty.pieces) pieces.push({ start, end, rate: weights[form] })
  }
  return { united: tallyOf(pieces), spread, unknown }
}

/** Null where some of the span is not known. */
export function minutesWithin(hours: PersonHours, span: Interval): number | null {
  if (hours.unknown.some((gap) => overlaps(gap, span))) return null
  return sumWithin(hours.united, span) + sumWithin(hours.spread, span)
}
