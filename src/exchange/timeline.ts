import type { Assignment } from '../core/rota/assignment.ts'
import type { Need } from '../core/rota/need.ts'

/** A slice of a published duty as it is held now. */
export type Holding = Pick<
  Assignment,
  'needId' | 'seat' | 'start' | 'end' | 'personId' | 'positionId' | 'origin' | 'shadowing' | 'note'
>

/** The published rota of a district file: what is needed and who holds it, without how it came about. */
export interface Timeline {
  readonly needs: readonly Need[]
  readonly holdings: readonly Holding[]
}
