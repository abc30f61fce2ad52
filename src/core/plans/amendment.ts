import { type Assignment, type Slice, type SliceFault, sliceFault } from '../rota/assignment.ts'
import type { Need } from '../rota/need.ts'
import type { Waiver } from '../rota/publication.ts'
import { isBlocking, type Violation } from '../rules/violation.ts'
import { addDays } from '../time/local-date.ts'
import type { Minute } from '../time/minute.ts'
import { freshBreaches } from './fresh-breaches.ts'
import { type PublicationRefusal, type PublicationResult, toPlan } from './publication.ts'
import { changeCell } from './timeline-change.ts'

export interface AmendmentInput {
  /** Of the timeline now; the amendment makes the next. */
  readonly revision: number
  readonly need: Need
  readonly seat: number
  /** The current assignments of this place. */
  readonly current: readonly Assignment[]
  /** Who is to hold it; none leaves it open. */
  readonly slices: readonly Slice[]
  readonly note: string
  /** Of the timeline as it stands. */
  readonly violationsBefore: readonly Violation[]
  /** Of the timeline as it would stand afterwards; those that the change newly breaks or makes worse count. */
  readonly violations: readonly Violation[]
  /** Accepts blocking violations, which are then recorded as waived for the reason given. */
  readonly waivesBlocking: boolean
  readonly reason: string
  readonly by: string
  readonly now: Minute
  readonly newId: () => string
}

export type AmendmentRefusal =
  | Exclude<PublicationRefusal, { readonly kind: 'clashing' }>
  | { readonly kind: 'invalid-slices'; readonly fault: SliceFault }
  | { readonly kind: 'reason-missing' }

/** Changes one published duty and nothing else, at any hour: no deadline holds here. A structural breach is always refused. */
export function planAmendment(input: AmendmentInput): PublicationResult<AmendmentRefusal> {
  const { need, seat, slices, note, by, now, newId } = input
  const reason = input.reason.trim()
  if (reason === '') return { kind: 'refused', refusal: { kind: 'reason-missing' } }
  const fault = sliceFault(need, slices)
  if (fault) return { kind: 'refused', refusal: { kind: 'invalid-slices', fault } }
  const stamp = { revision: input.revision + 1, by, now, reason, newId }
  const change = changeCell(input.current, { needId: need.id, seat, slices, note }, stamp)
  if (change.close.length + change.open.length === 0)
    return { kind: 'refused', refusal: { kind: 'nothing-changed' } }
  const blocking = freshBreaches(input.violationsBefore, input.violations).filter(isBlocking)
  const refused = input.waivesBlocking ? blocking.filter((found) => found.grade === 'structural') : blocking
  if (refused.length > 0) return { kind: 'refused', refusal: { kind: 'rule-broken', violations: refused } }
  const record = {
    kind: 'amendment',
    draftId: null,
    lineIds: [need.lineId],
    from: need.date,
    to: addDays(need.date, 1),
    waivers: blocking.map((found) => toWaiver(found, reason)),
  } as const
  return { kind: 'planned', plan: toPlan(record, change, stamp) }
}

function toWaiver({ rule, personId, needIds }: Violation, reason: string): Waiver {
  return { rule, personId, needIds, reason }
}
