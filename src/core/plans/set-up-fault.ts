import type { LocalDate } from '../time/local-date.ts'

/** What is wrong with one field of a set-up screen; `value` is what was given, `against` what the sentence holds it against. */
export interface SetUpFault {
  readonly field: string
  readonly code:
    | 'missing'
    | 'ends-before-start'
    | 'not-a-date'
    | 'not-a-time'
    | 'out-of-range'
    | 'longer-than-72-hours'
    | 'unknown-line'
    | 'unknown-doctor'
    | 'given-twice'
    | 'already-ended'
    | 'initials-taken'
    | 'not-a-member'
    | 'no-duties'
    | 'over-own-line'
    | 'behind-itself'
    | 'code-taken'
    | 'stands-behind'
    | 'unknown-municipality'
    | 'many-municipalities'
    | 'too-many'
    | 'form-published'
  readonly value: string
  readonly against?: readonly string[]
}

export type SetUpPlan<T> =
  | { readonly kind: 'planned'; readonly after: T }
  | { readonly kind: 'refused'; readonly problems: readonly SetUpFault[] }

export function setUpFault(
  field: string,
  code: SetUpFault['code'],
  value: string = '',
  against: readonly string[] = [],
): SetUpFault {
  return against.length > 0 ? { field, code, value, against } : { field, code, value }
}

export function planned<T>(after: T): SetUpPlan<T> {
  return { kind: 'planned', after }
}

export function refusedBy(
  ...problems: readonly SetUpFault[]
): Extract<SetUpPlan<never>, { readonly kind: 'refused' }> {
  return { kind: 'refused', problems }
}

/** The first date of a range that ends no later than it begins, as a fault of `field`. */
export function endFaults(field: string, from: LocalDate, to: LocalDate | null): SetUpFault[] {
  return to !== null && to <= from ? [setUpFault(field, 'ends-before-start', to)] : []
}
