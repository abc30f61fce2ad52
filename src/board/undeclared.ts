import { workOf } from '../core/ledger/work.ts'
import type { District } from '../core/rota/district.ts'
import type { PersonId } from '../core/rota/person.ts'
import { addDays, type Dates, type LocalDate } from '../core/time/local-date.ts'

/** Names of the doctors whose surgery hours are not declared on some of the dates, so that no total of theirs is known. */
export function undeclaredDoctors({ doctors, persons }: District, dates: Dates): string[] {
  return doctors
    .filter((doctor) => workOf(doctor, dates).surgery === null)
    .map(({ personId }) => persons.find(({ id }) => id === personId)?.name ?? personId)
}

/** Whether a doctor's surgery hours are not declared on a date. */
export function isUndeclared({ doctors }: District, personId: PersonId, date: LocalDate): boolean {
  const doctor = doctors.find((own) => own.personId === personId)
  return doctor !== undefined && workOf(doctor, { from: date, to: addDays(date, 1) }).surgery === null
}
