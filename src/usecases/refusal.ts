import type { ExemptionFault } from '../core/plans/exemption-fault.ts'
import type { Clash } from '../core/plans/rebase.ts'
import type { SetUpFault } from '../core/plans/set-up-fault.ts'
import type { CellKey, SliceFault } from '../core/rota/assignment.ts'
import type { DraftCell } from '../core/rota/draft.ts'
import type { Violation } from '../core/rules/violation.ts'
import type { FileProblem } from '../exchange/district-file.ts'
import type { BuildFault } from '../solver/build-fault.ts'

/** What is wrong with one field of an input; `value` is what was given. */
export interface FieldProblem {
  readonly field: string
  readonly code:
    | 'missing'
    | 'too-long'
    | 'hidden-character'
    | 'not-a-date'
    | 'unknown-period'
    | 'not-a-time'
    | 'ends-before-start'
    | 'period-too-long'
    | 'unknown-doctor'
    | 'unknown-line'
    | 'unknown-duty'
    | 'unknown-wish'
    | 'unknown-stance'
    | 'unknown-weight'
    | 'not-an-address'
    | 'not-a-phone-number'
    | 'not-a-provider'
    | 'not-a-tenant'
    | 'no-provider-key'
    | 'no-openid'
    | 'wrong-code'
    | 'out-of-range'
    | 'not-a-number'
    | 'not-a-duration'
    | 'not-a-minute'
    | 'longer-than-72-hours'
    | 'longer-than-12-hours'
    | 'shorter-than-4-hours'
    | 'longer-than-whole'
    | 'empty-value'
    | 'date-out-of-range'
    | 'active-too-long'
    | 'in-the-future'
    | 'not-this-duty'
    | 'begun-too-early'
    | 'ended-too-late'
    | 'over-own-duty'
    | 'zero'
    | 'given-twice'
    | 'in-closed-period'
    | 'before-first-duty'
    | 'before-earlier-value'
    | 'not-in-force'
    | 'longer-than-18-months'
    | 'no-duties-then'
    | ExemptionFault['code']
    | SetUpFault['code']
    | 'not-hours'
    | 'municipality-decides'
    | 'has-role'
    | 'invite-doctor-first'
    | 'duties-ahead'
    | 'agreement-runs'
    | 'holds-role'
    | 'build-runs'
    | 'not-the-name'
    /** None of a few answers is picked. */
    | 'not-chosen'
    | 'written-since'
  readonly value: string
  /** What the sentence holds the value against, such as who has it already. */
  readonly against?: readonly string[]
}

/** Who changed a place of a draft before somebody's edit of it arrived, and what stands there now. */
export interface CellConflict {
  readonly cell: CellKey
  /** As the district shows accounts; null where nobody edited it: the published rota has moved under it. */
  readonly by: string | null
  /** Whether it was the same account, as from another tab. */
  readonly isOwn: boolean
  /** UTC text; null as `by`. */
  readonly at: string | null
  readonly now: DraftCell
}

/** Every expected way for a use case to say no. Each door turns it into an answer in one table. */
export type Refusal =
  | { readonly kind: 'not-signed-in' }
  /** The role asks for two factors, as a passkey, and the session was begun with one. */
  | { readonly kind: 'needs-strong-sign-in' }
  /** Who somebody is was shown too long ago for this. */
  | { readonly kind: 'confirm-again' }
  /** More was asked for than one may in a while; `retryAfterMinutes` until it is taken again. */
  | { readonly kind: 'too-many'; readonly retryAfterMinutes: number }
  /** So many wrote to the same log in the same moment that nothing was done: the same again may go well at once. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'invalid'; readonly problems: readonly FieldProblem[] }
  | { readonly kind: 'file-refused'; readonly problems: readonly FileProblem[] }
  | { readonly kind: 'invalid-slices'; readonly fault: SliceFault }
  | { readonly kind: 'stale-revision' }
  | { readonly kind: 'double-booked' }
  | ({ readonly kind: 'cell-changed' } & Partial<CellConflict>)
  | { readonly kind: 'locked' }
  | { readonly kind: 'nothing-to-undo' }
  /** A draft is not in the state that the act asks for: published, put away, sent out already or not at all. */
  | { readonly kind: 'draft-closed' }
  | { readonly kind: 'nothing-to-redo' }
  /** A draft has been edited since it was looked over. */
  | { readonly kind: 'draft-moved' }
  /** The page is of another version than the server; nothing is stored. */
  | { readonly kind: 'reload-needed' }
  /** The key of something stored, on something else. */
  | { readonly kind: 'key-reused' }
  | { readonly kind: 'rule-broken'; readonly violations: readonly Violation[] }
  | { readonly kind: 'clashing'; readonly clashes: readonly Clash[] }
  | { readonly kind: 'nothing-changed' }
  /** Its figures stand for ever: what is known later is a correction of its own. */
  | { readonly kind: 'period-closed' }
  | { readonly kind: 'already-closed' }
  | { readonly kind: 'not-over' }
  | { readonly kind: 'overlaps-closed' }
  | { readonly kind: 'nothing-to-close' }
  | { readonly kind: 'build-running' }
  | { readonly kind: 'cannot-build'; readonly fault: BuildFault }
  | { readonly kind: 'link-used' }
  /** What a passkey signed, or how it was made, is not what was asked for; why is told to nobody. */
  | { readonly kind: 'passkey-refused' }
  | { readonly kind: 'too-many-passkeys' }
  /** Without it what the account may do could not be reached any more. */
  | { readonly kind: 'last-way-in' }
  /** A provider's answer is not to what was asked here; why stands in the log. */
  | { readonly kind: 'provider-refused' }
  | { readonly kind: 'provider-cancelled' }
  | { readonly kind: 'provider-down' }
  /** Somebody is who they are at the provider, and opens no account here. */
  | { readonly kind: 'not-linked' }
  /** What a provider calls somebody is linked to another account, or the account to another whom it knows. */
  | { readonly kind: 'linked-elsewhere' }
  /** The same form has made this calendar link already; its address was told then, and is told once. */
  | { readonly kind: 'link-made'; readonly feedId: string }
  | { readonly kind: 'not-empty' }
  | { readonly kind: 'still-used' }
  /** The district has forgotten somebody whom this would name again. */
  | { readonly kind: 'erased-person' }
  /** `problems` name what is taken where that is known. */
  | { readonly kind: 'duplicate'; readonly problems: readonly FileProblem[] }
  /** Somebody leads the scope already, who gives its roles from then on. */
  | { readonly kind: 'led-already' }
  /** Nobody else who can sign in would be left to lead it. */
  | { readonly kind: 'last-member' }
  /** The account holds what the asker has no say in. */
  | { readonly kind: 'beyond-reach' }
  /** Not to one's own account. */
  | { readonly kind: 'own-account' }
  /** Another district entered the person first, and invites them to their first account. */
  | { readonly kind: 'invited-elsewhere-first' }
  /** A doctor with an exemption is let in again at their own address alone. */
  | { readonly kind: 'own-address-only' }
  /** The doctor has a role here and a way in: a new invitation would open nothing. */
  | { readonly kind: 'has-way-in' }

export interface Refused {
  readonly kind: 'refused'
  readonly refusal: Refusal
}

export type Result<T> = { readonly kind: 'done'; readonly value: T } | Refused

export function done<T>(value: T): Result<T> {
  return { kind: 'done', value }
}

export function refused(refusal: Refusal): Refused {
  return { kind: 'refused', refusal }
}

export function invalid(field: string, code: FieldProblem['code'], value = ''): Refused {
  return refused({ kind: 'invalid', problems: [{ field, code, value }] })
}
