import type { DateRange } from '../time/local-date.ts'
import type { Agreement } from './agreement.ts'
import type { Doctor } from './doctor.ts'
import type { CalendarNames } from './feed-choice.ts'
import type { Line, LineId } from './line.ts'
import type { MemberMunicipality } from './municipality.ts'
import type { DistrictId, Person, PersonId } from './person.ts'
import type { Position } from './position.ts'
import type { HolidayHeld } from './rota.ts'
import type { WeeklyWindow } from './weekly-window.ts'
import type { Wish } from './wish.ts'

export type Language = 'nb' | 'nn' | 'en'

export type LegalForm =
  | 'single-municipality'
  | 'host-municipality'
  | 'joint-task-community'
  | 'intermunicipal-company'

/** Time when another service answers by agreement, so that the district need not cover it. */
export interface CoveredElsewhere extends DateRange {
  readonly id: string
  readonly name: string
  readonly windows: readonly WeeklyWindow[]
  /** Whether the windows also hold on public holidays (a surgery does not open then; a neighbouring district does). */
  readonly onPublicHolidays: boolean
  /**
   * Present when the other service does not answer itself but is the backup behind these first lines, as when a
   * neighbour's backup line serves this district too; such windows leave the demand for cover as it is.
   */
  readonly behind?: readonly LineId[]
}

/** Everything that a district's rota is planned and judged by; every fact in it is dated. */
export interface District {
  readonly id: DistrictId
  readonly name: string
  readonly legalForm: LegalForm
  readonly timeZone: 'Europe/Oslo'
  readonly languages: readonly Language[]
  /** What calendars tell of who has a duty; left out = initials. */
  readonly calendarNames?: CalendarNames
  readonly municipalities: readonly MemberMunicipality[]
  readonly lines: readonly Line[]
  readonly coveredElsewhere: readonly CoveredElsewhere[]
  readonly persons: readonly Person[]
  readonly doctors: readonly Doctor[]
  readonly positions: readonly Position[]
  readonly agreement: Agreement
  readonly wishes: readonly Wish[]
  /** Special holidays held before the first rota was published here; left out = none known. */
  readonly holidaysHeld?: readonly HolidayHeld[]
}

/** @throws when the district has no such doctor: ids inside a parsed district are trusted. */
export function doctorOf(district: District, personId: PersonId): Doctor {
  const doctor = district.doctors.find((candidate) => candidate.personId === personId)
  if (!doctor) throw new Error(`district ${district.id} has no doctor ${personId}`)
  return doctor
}

/** @throws when the district has no such line. */
export function lineOf(district: District, lineId: string): Line {
  const line = district.lines.find((candidate) => candidate.id === lineId)
  if (!line) throw new Error(`district ${district.id} has no line ${lineId}`)
  return line
}
