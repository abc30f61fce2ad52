import { datesTouched } from '../../core/ledger/count.ts'
import type { CountedRota } from '../../core/ledger/person-ledger.ts'
import { parameterOn } from '../../core/rota/agreement.ts'
import type { CompetenceException } from '../../core/rota/competence.ts'
import type { District } from '../../core/rota/district.ts'
import { type Doctor, factOn } from '../../core/rota/doctor.ts'
import { isGpAgreement } from '../../core/rota/engagement.ts'
import type { MunicipalityNumber, PersonId } from '../../core/rota/person.ts'
import { EXCEPTION_MONTHS } from '../../core/rules/competence-exception.ts'
import { type Dates, holdsOn, type LocalDate, rangesOverlap } from '../../core/time/local-date.ts'
import { ownersBy } from '../load/own-places.ts'

/** Days that one of the municipality's own doctors worked under an exception from the requirement of specialisation (§4). */
export interface ExceptionUse {
  readonly personId: PersonId
  readonly exception: CompetenceException
  /** Local dates with duty in the calendar year, as worked; a night over midnight is two. */
  readonly days: number
  readonly months: number
  /** The months as the days that the district has adopted; null without. */
  readonly limitDays: number | null
  /** Whether these are all the doctor's days in the year: of days elsewhere the limit counts too. */
  readonly isAll: boolean
}

/** The last year whose use is reported to the county governor (FOR-2017-02-17-192 §4: by 31 March up to and including 2029). */
export const LAST_REPORTED_YEAR = 2028

/** Of the municipality's own doctors, each on the dates when they were its own. */
export function exceptionUses(
  district: District,
  municipality: MunicipalityNumber,
  year: Dates,
  counted: CountedRota,
): ExceptionUse[] {
  return district.doctors.flatMap((doctor) => {
    if (!doctor.competences.some(({ exception }) => exception)) return []
    const ownersOn = ownersBy(district, doctor)
    const dates = new Set(counted.workedBy(doctor.personId).flatMap(datesTouched))
    const exceptionOn = (date: LocalDate) => factOn(doctor.competences, date)?.exception
    const all = Map.groupBy(
      [...dates].filter((date) => holdsOn(year, date)),
      exceptionOn,
    )
    return [...all].flatMap(([exception, days]) => {
      const own = days.filter((date) => ownersOn(date).includes(municipality)).sort()
      if (exception === undefined || own.length === 0) return []
      return [{ ...useOf(district, doctor, exception, own), isAll: own.length === days.length }]
    })
  })
}

function useOf(
  { agreement }: District,
  { personId }: Doctor,
  exception: CompetenceException,
  days: readonly LocalDate[],
): Omit<ExceptionUse, 'isAll'> {
  const months = EXCEPTION_MONTHS[exception]
  const counted = parameterOn(agreement, 'competenceException', days.at(-1) as LocalDate)
  const limitDays = counted ? Math.floor(months * counted.daysPerMonth) : null
  return { personId, exception, days: days.length, months, limitDays }
}

/** GPs of the municipality in the year whose birth date is not known, of whom nobody can say when they turn sixty. */
export function withoutBirthDate(district: District, municipality: MunicipalityNumber, year: Dates): number {
  const known = new Set(district.persons.flatMap(({ id, birthDate }) => (birthDate === null ? [] : [id])))
  return district.doctors.filter(
    ({ personId, engagements }) =>
      !known.has(personId) &&
      engagements.some(
        ({ employer, form, ...held }) =>
          isGpAgreement(form) &&
          employer.kind === 'municipality' &&
          employer.number === municipality &&
          rangesOverlap(held, year),
      ),
  ).length
}
