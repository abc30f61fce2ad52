import { type DateRange, type Dates, holdsOn, type LocalDate } from '../time/local-date.ts'
import type { Competence } from './competence.ts'
import type { Engagement } from './engagement.ts'
import type { Exemption } from './exemption.ts'
import type { PersonId } from './person.ts'
import type { WeeklyWindow } from './weekly-window.ts'

/** How a person takes part in the rota. `least` and `most` count duties that start in a plan period; null = not agreed. */
export interface TakingPart extends DateRange {
  readonly way:
    | { readonly kind: 'by-share' }
    | { readonly kind: 'contracted-hours'; readonly minutesPerPeriod: number }
    | { readonly kind: 'offered-windows'; readonly windows: readonly OfferedWindow[] }
    | { readonly kind: 'backup-only' }
    | { readonly kind: 'supernumerary' }
  readonly least: number | null
  readonly most: number | null
}

/** Dates a locum offers; a duty fits when it starts on a date in the range (end exclusive). */
export type OfferedWindow = Dates

/** Surgery as a weekly timetable, empty on public holidays and in absence; or not declared, which is never counted as 0. */
export type Surgery = DateRange &
  (
    | {
        readonly kind: 'declared'
        readonly timetable: readonly WeeklyWindow[]
        readonly source: string
        readonly declaredOn: LocalDate
      }
    | { readonly kind: 'not-declared' }
  )

/** Other general medical tasks; `looseMinutesPerWeek` has no fixed time and is added to the union of the timed work. */
export interface OtherTask extends DateRange {
  readonly name: string
  readonly timetable: readonly WeeklyWindow[]
  readonly looseMinutesPerWeek: number
}

/** Remaining capacity in percent, for example 50 under graded sick leave. Surgery and presence shrink with it. */
export interface Capacity extends DateRange {
  readonly percent: number
}

/** A work–leave rotation: available for `weeksOn`, away for `weeksOff`, counted from the Monday of `anchor`. */
export interface WorkLeaveRotation extends DateRange {
  readonly weeksOn: number
  readonly weeksOff: number
  readonly anchor: LocalDate
}

/**
 * Time away. From `from` duties are at risk, from `certainFrom` (the same date when it is known) they are not possible.
 * `to` is exclusive, null while the return is unknown. It carries no reason.
 */
export interface Absence {
  readonly id: string
  readonly from: LocalDate
  readonly certainFrom: LocalDate
  readonly to: LocalDate | null
}

/** A person's place in one district, with every dated fact that its rota needs. */
export interface Doctor {
  readonly personId: PersonId
  /** Unique in the district; what the board shows. */
  readonly initials: string
  readonly engagements: readonly Engagement[]
  readonly takingPart: readonly TakingPart[]
  readonly competences: readonly Competence[]
  readonly surgery: readonly Surgery[]
  readonly otherTasks: readonly OtherTask[]
  readonly capacities: readonly Capacity[]
  readonly rotations: readonly WorkLeaveRotation[]
  readonly absences: readonly Absence[]
  readonly exemptions: readonly Exemption[]
  /** Minutes of duty a week that a locum says they have elsewhere; null = not asked. */
  readonly declaredOtherMinutesPerWeek: number | null
  /** Consents to a mean above 48 hours a week over a year (Working Environment Act §10-12(4)); left out = none. */
  readonly averageConsents?: readonly DateRange[]
}

/** The dated fact that holds on `date`, the first where several do. */
export function factOn<T extends DateRange>(facts: readonly T[], date: LocalDate): T | undefined {
  return facts.find((fact) => holdsOn(fact, date))
}

/** Of whom nothing is known but who they are. */
export function blankDoctor(personId: PersonId): Doctor {
  return {
    personId,
    initials: '',
    engagements: [],
    takingPart: [],
    competences: [],
    surgery: [],
    otherTasks: [],
    capacities: [],
    rotations: [],
    absences: [],
    exemptions: [],
    declaredOtherMinutesPerWeek: null,
  }
}
