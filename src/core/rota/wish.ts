import type { LocalDate, Weekday } from '../time/local-date.ts'
import type { NeedId } from './need.ts'
import type { PersonId } from './person.ts'

export type Stance = 'wish' | 'rather-not' | 'cannot'

/** What a doctor would like: about dates (end exclusive), one duty, or weekdays of a range. Weight 1–3. */
export interface Wish {
  readonly id: string
  readonly personId: PersonId
  readonly about:
    | { readonly kind: 'dates'; readonly from: LocalDate; readonly to: LocalDate }
    | { readonly kind: 'duty'; readonly needId: NeedId }
    | {
        readonly kind: 'pattern'
        readonly from: LocalDate
        readonly to: LocalDate
        readonly weekdays: readonly Weekday[]
      }
  readonly stance: Stance
  readonly weight: 1 | 2 | 3
}
