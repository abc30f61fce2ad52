import type { District } from '../rota/district.ts'
import { type Doctor, factOn } from '../rota/doctor.ts'
import { isGpAgreement } from '../rota/engagement.ts'
import type { MemberMunicipality } from '../rota/municipality.ts'
import type { MunicipalityNumber } from '../rota/person.ts'
import { positionsHeldBy } from '../rota/position.ts'
import { occurrences } from '../rota/weekly-window.ts'
import { type Interval, subtractIntervals } from '../time/interval.ts'
import { addDays, holdsOn, type LocalDate } from '../time/local-date.ts'

/**
 * The municipalities that send a doctor on a date: those of the positions held, else of the GP agreements.
 * Empty for those bound to none: locums without a position, and doctors employed by the service.
 */
export function sendersOf(district: District, doctor: Doctor, date: LocalDate): MunicipalityNumber[] {
  const positions = positionsHeldBy(district.positions, doctor.personId, date)
  if (positions.length > 0) return positions.map((position) => position.municipality)
  return doctor.engagements
    .filter((engagement) => isGpAgreement(engagement.form) && holdsOn(engagement, date))
    .flatMap(({ employer }) => (employer.kind === 'municipality' ? [employer.number] : []))
}

/** True when one municipality among them takes part in the whole span (P36), judged by the date on which it starts. */
export function someTakesPart(
  district: District,
  numbers: readonly MunicipalityNumber[],
  span: Interval & { readonly date: LocalDate },
): boolean {
  return district.municipalities.some((member) => numbers.includes(member.number) && takesPart(member, span))
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
