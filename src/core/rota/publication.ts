import type { LocalDate } from '../time/local-date.ts'
import type { Minute } from '../time/minute.ts'
import type { LineId } from './line.ts'
import type { NeedId } from './need.ts'
import type { PersonId } from './person.ts'

/** A blocking rule overridden by an authorised person, with the reason given. */
export interface Waiver {
  readonly rule: string
  readonly personId: PersonId | null
  readonly needIds: readonly NeedId[]
  readonly reason: string
}

/** What a publication changed for one doctor. */
export interface PersonDifference {
  readonly personId: PersonId
  readonly gained: readonly NeedId[]
  readonly lost: readonly NeedId[]
  /** Duties kept with other times, or that themselves ask for something else. */
  readonly moved: readonly NeedId[]
}

/** An immutable record of what entered the timeline: a whole plan, parts of it, or one amended duty. */
export interface Publication {
  readonly revision: number
  readonly kind: 'publication' | 'amendment'
  readonly at: Minute
  readonly by: string
  readonly draftId: string | null
  readonly lineIds: readonly LineId[]
  readonly from: LocalDate
  /** Exclusive. */
  readonly to: LocalDate
  readonly reason: string
  /** When the plan was discussed with the union representative; null or left out = not recorded (P29). */
  readonly discussedOn?: LocalDate | null
  readonly waivers: readonly Waiver[]
  readonly differences: readonly PersonDifference[]
}
