import type { LocalDate } from '../time/local-date.ts'

export type PersonId = string
export type DistrictId = string
/** Four digits as text; a leading zero counts (Statistics Norway, Klass 131). */
export type MunicipalityNumber = string

/** A human being, once in the installation, whatever districts they serve. */
export interface Person {
  readonly id: PersonId
  readonly name: string
  /** Health personnel register number, up to nine digits, as text. */
  readonly hprNumber: string | null
  readonly birthDate: LocalDate | null
  readonly email: string | null
  readonly phone: string | null
}

/** Date a person turns `age`; someone born on 29 February turns on 1 March in ordinary years. */
export function birthday(birthDate: LocalDate, age: number): LocalDate {
  const year = Number(birthDate.slice(0, 4)) + age
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const monthDay = birthDate.slice(4)
  return monthDay === '-02-29' && !isLeap ? `${year}-03-01` : `${year}${monthDay}`
}
