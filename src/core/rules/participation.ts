import type { District } from '../rota/district.ts'
import { type Doctor, factOn } from '../rota/doctor.ts'
import { isGpAgreement } from '../rota/engagement.ts'
import type { MemberMunicipality } from '../rota/municipality.ts'
import type { MunicipalityNumber } from '../rota/person.ts'
import { isHeldBy, positionsEverHeldBy } from '../rota/position.ts'
import { occurrences } from '../rota/weekly-window.ts'
import { type Interval, subtractIntervals } from '../time/interval.ts'
import { addDays, holdsOn, type LocalDate } from '../time/local-date.ts'

/**
 * True when some municipality sends a doctor on the date on which a span starts, and none that does takes part in all of it
 * (P36). Doctors are sent by the municipalities of the positions they hold, else of their GP agreements; locums without a
 * position and doctors employed by the service by none.
 */
export function isSentOutside(
  district: District,
  doctor: Doctor,
  span: Interval & { readonly date: LocalDate },
): boolean {
  const { personId, engagements } = doctor
  let isSent = false
  for (const position of positionsEverHeldBy(district.positions, personId)) {
    if (!isHeldBy(position, personId, span.date)) continue
    isSent = true
    if (isInPart(district, position.municipality, span)) return false
  }
  if (isSent) return true
  for (const held of engagements) {
    const { employer } = held
    if (employer.kind !== 'municipality' || !isGpAgreement(held.form) || !holdsOn(held, span.date)) continue
    isSent = true
    if (isInPart(district, employer.number, span)) return false
  }
  return isSent
}

function isInPart(
  { municipalities }: District,
  number: MunicipalityNumber,
  span: Interval & { readonly date: LocalDate },
): boolean {
  for (const member of municipalities) if (member.number === number && takesPart(member, span)) return true
  return false
}

function takesPart(member: MemberMunicipality, span: Interval & { readonly date: LocalDate }): boolean {
  const part = factOn(member.participation, span.date)
  if (part === undefined) return false
  if (part.windows === null) return true
  // Windows last at most a week and duties at most three days.
  const around = { from: addDays(span.date, -7), to: addDays(span.date, 5) }
  return (
    subtractIntervals([{ start: span.start, end: span.end }], occurrences(part.windows, around)).length === 0
  )
}
