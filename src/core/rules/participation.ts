import type { District } from '../rota/district.ts'
import type { Doctor } from '../rota/doctor.ts'
import { isGpAgreement } from '../rota/engagement.ts'
import type { MemberMunicipality, Participation } from '../rota/municipality.ts'
import type { MunicipalityNumber } from '../rota/person.ts'
import { positionsHeldBy } from '../rota/position.ts'
import { occurrences } from '../rota/weekly-window.ts'
import { type Interval, subtractIntervals } from '../time/interval.ts'
import { addDays, holdsOn, type LocalDate } from '../time/local-date.ts'

/**
 * The municipalities that send a doctor on a date: those of the positions held, else of the GP agreements.
 * Undefined = not bound to any: locums, doctors employed by the service, and others without either.
 */
export function sendersOf(
  district: District,
  doctor: Doctor,
  date: LocalDate,
): readonly MunicipalityNumber[] | undefined {
  const engagements = doctor.engagements.filter((engagement) => holdsOn(engagement, date))
  const isFree = engagements.some(
    ({ employer, form }) =>
      employer.kind === 'service' || form === 'locum' || form === 'employed-duty-doctor',
  )
  if (isFree) return undefined
  const positions = positionsHeldBy(district.positions, doctor.personId, date)
  const numbers =
    positions.length > 0
      ? positions.map((position) => position.municipality)
      : engagements.flatMap(({ employer, form }) =>
          employer.kind === 'municipality' && isGpAgreement(form) ? [employer.number] : [],
        )
  return numbers.length > 0 ? numbers : undefined
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
  const parts = member.participation.filter((part) => holdsOn(part, span.date))
  if (parts.some((part) => part.windows === null)) return true
  const windows = parts.flatMap((part) => windowsAround(part, span.date))
  return subtractIntervals([{ start: span.start, end: span.end }], windows).length === 0
}

/** Windows last at most a week and duties at most three days. */
function windowsAround(part: Participation, date: LocalDate): Interval[] {
  return occurrences(part.windows ?? [], { from: addDays(date, -7), to: addDays(date, 4) })
}
