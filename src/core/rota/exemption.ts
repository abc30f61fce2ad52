import type { DateRange, LocalDate } from '../time/local-date.ts'
import type { DutyForm } from './line.ts'
import type { MunicipalityNumber } from './person.ts'

export type ExemptionScope =
  | { readonly kind: 'out-of-hours' }
  | { readonly kind: 'nights' }
  | { readonly kind: 'form'; readonly form: DutyForm }

/**
 * The effect of an exemption: from when to when, from what. All that anyone sees who does not decide it.
 * The reason lives in `ExemptionGround`, stored and loaded apart, so that no rule, page, export or log can carry it.
 */
export interface Exemption extends DateRange {
  readonly id: string
  readonly scope: ExemptionScope
}

/**
 * Why an exemption holds (GP regulation FOR-2025-12-02-2405 §33): a right that is claimed (§33(4), no decision),
 * a discretionary decision of the home municipality (§33(3), appealable), a term of the contract (§33 note),
 * or not told to this installation.
 */
export type ExemptionGround =
  | {
      readonly kind: 'right'
      readonly right: 'over-60' | 'pregnancy' | 'breastfeeding'
      readonly claimedOn: LocalDate
      readonly withdrawnOn: LocalDate | null
    }
  | {
      readonly kind: 'discretionary'
      readonly reason: 'health' | 'weighty-social'
      readonly decidedBy: MunicipalityNumber
      readonly decidedOn: LocalDate
      readonly appeal: 'none' | 'pending' | 'upheld' | 'reversed'
    }
  | { readonly kind: 'contract-term'; readonly engagementId: string }
  | { readonly kind: 'untold' }
  /** Told, and sealed with a key that the installation has no more. Never stored. */
  | { readonly kind: 'unreadable' }
  /** Told, and not shown to whoever asks. Never stored. */
  | { readonly kind: 'withheld' }

/** An exemption with the reason for it, as only its decider and the doctor meet it. */
export interface GroundedExemption {
  readonly exemption: Exemption
  readonly ground: ExemptionGround
}

/** True while an exemption takes effect on some date; one taken back before it began never does. */
export function hasEffect({ from, to }: DateRange): boolean {
  return to === null || to > from
}
