import { planAmendment } from '../core/plans/amendment.ts'
import { type Cell, cellKey, type Slice } from '../core/rota/assignment.ts'
import type { Need } from '../core/rota/need.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import { type Rota, wholeSlice } from '../core/rota/rota.ts'
import { recheck } from '../core/rules/check.ts'
import { viewOf } from '../core/rules/view.ts'
import { addDays } from '../core/time/local-date.ts'
import { findDuty, publicationWrites } from '../data/rota-store.ts'
import { toldWrites } from './change-notices.ts'
import type { Context } from './context.ts'
import { dateOfNeed } from './duty-of.ts'
import type { WantedSlice } from './edit-draft.ts'
import { freeTextProblem } from './free-text.ts'
import { gate } from './gate.ts'
import { holderProblem } from './holder-problem.ts'
import { LONGEST_REASON } from './publish-draft.ts'
import { readSource } from './read-source.ts'
import { done, invalid, type Result, refused } from './refusal.ts'
import { actorId, save } from './save.ts'

export interface AmendDutyInput {
  readonly districtId: DistrictId
  readonly needId: string
  readonly seat: number
  readonly expectedRevision: number
  /** One person for the whole duty, or its slices; no slices leave the duty open. */
  readonly holder:
    | { readonly kind: 'person'; readonly personId: PersonId; readonly origin: WantedSlice['origin'] }
    | { readonly kind: 'slices'; readonly slices: readonly WantedSlice[] }
  /** At least one character; it also stands as the reason of every waiver. */
  readonly reason: string
  /** Says that blocking violations which are not structural are accepted for the reason given. */
  readonly waivesBlocking: boolean
}

/** Changes one published duty and nothing else, at any hour before or after it. */
export async function amendDuty(
  ctx: Context,
  input: AmendDutyInput,
): Promise<Result<{ readonly revision: number }>> {
  const { districtId, needId, seat, expectedRevision, reason, waivesBlocking } = input
  const isRefused = gate(ctx, 'amend-rota', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  if (reason.trim() === '') return invalid('reason', 'missing')
  const unfit = freeTextProblem('reason', reason, LONGEST_REASON)
  if (unfit) return refused({ kind: 'invalid', problems: [unfit] })
  const date = dateOfNeed(needId)
  if (date === undefined) return refused({ kind: 'not-found' })
  const [duty, reading] = await Promise.all([
    findDuty(ctx.db, districtId, needId),
    readSource(ctx, districtId, { kind: 'timeline' }, { from: date, to: addDays(date, 1) }),
  ])
  if (!duty || !reading || !isSeat(duty.need, seat)) return refused({ kind: 'not-found' })
  if (duty.revision !== expectedRevision) return refused({ kind: 'stale-revision' })
  const { need, revision } = duty
  const { rota } = reading
  // A withdrawn duty keeps its history, and is no longer there to be changed.
  if (!rota.needs.some(({ id }) => id === needId)) return refused({ kind: 'not-found' })
  const slices = slicesOf(input.holder, need)
  const problem = holderProblem(rota.district, slices)
  if (problem) return refused({ kind: 'invalid', problems: [problem] })
  const current = duty.history.filter((row) => row.revisionTo === null && row.seat === seat)
  const note = current[0]?.note ?? ''
  const planned = planAmendment({
    revision,
    need,
    seat,
    current,
    slices,
    note,
    ...violationsAround(rota, { needId, seat, slices, locked: false, note }),
    waivesBlocking,
    reason,
    by: actorId(ctx),
    now: ctx.now,
    newId: ctx.newId,
  })
  if (planned.kind === 'refused') return toRefusal(planned.refusal)
  const { plan } = planned
  const change = {
    districtId,
    action: 'amend-duty',
    subjectKind: 'need',
    subjectId: cellKey({ needId, seat }),
  }
  const after = { revision: plan.publication.revision, waivers: plan.publication.waivers }
  const writes = [
    ...publicationWrites(districtId, revision, plan),
    ...toldWrites(ctx, rota.district, plan, { timeline: current, formerNeeds: [need], needs: [] }),
  ]
  const failed = await save(ctx, { ...change, after }, writes)
  return failed ?? done({ revision: plan.publication.revision })
}

function isSeat(need: Need, seat: number): boolean {
  return Number.isInteger(seat) && seat >= 0 && seat < need.number
}

function slicesOf(holder: AmendDutyInput['holder'], need: Need): readonly Slice[] {
  return holder.kind === 'slices' ? holder.slices : [wholeSlice(need, holder.personId, holder.origin)]
}

/** Of those whom the change can touch, before and after it. */
function violationsAround(rota: Rota, cell: Cell) {
  const { before, after } = recheck(viewOf(rota), [cell])
  return { violationsBefore: before, violations: after }
}

type AmendmentRefusal = Extract<ReturnType<typeof planAmendment>, { kind: 'refused' }>['refusal']

function toRefusal(refusal: AmendmentRefusal): Result<never> {
  if (refusal.kind === 'reason-missing') return invalid('reason', 'missing')
  if (refusal.kind === 'invalid-slices') return refused({ kind: 'invalid-slices', fault: refusal.fault })
  return refused(refusal)
}
