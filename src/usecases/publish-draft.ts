import { type PublicationPlan, planPublication } from '../core/plans/publication.ts'
import type { Waiver } from '../core/rota/publication.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import type { Write } from '../data/database.ts'
import { judgedGuard, rebaseWrites, statusWrites, takenUpWrites } from '../data/draft-store.ts'
import { needWrites, publicationWrites, withdrawNeedWrites } from '../data/rota-store.ts'
import { toldWrites } from './change-notices.ts'
import type { Context } from './context.ts'
import { isOpenDraft } from './draft-on-timeline.ts'
import { freeTextProblem } from './free-text.ts'
import { gateFresh } from './gate.ts'
import { type PartReading, readPart } from './plan-part.ts'
import type { PublicationPart } from './preview-publication.ts'
import { done, type Result, refused } from './refusal.ts'
import { actorId, save } from './save.ts'

export interface PublishDraftInput extends PublicationPart {
  readonly expectedRevision: number
  /** The draft's latest edit as it was looked over; null or left out = not checked. */
  readonly expectedEdits?: number | null
  readonly reason: string
  readonly waivers: readonly Waiver[]
}

export const LONGEST_REASON = 500

/** Moves a draft, or part of it, onto the timeline as one revision. */
export async function publishDraft(
  ctx: Context,
  input: PublishDraftInput,
): Promise<Result<{ readonly revision: number }>> {
  const { districtId, draftId, expectedRevision, reason, waivers } = input
  const isRefused = gateFresh(ctx, 'publish-rota', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const problem = [reason, ...waivers.map((waiver) => waiver.reason)]
    .map((text) => freeTextProblem('reason', text, LONGEST_REASON))
    .find((found) => found !== undefined)
  if (problem) return refused({ kind: 'invalid', problems: [problem] })
  const read = await readPart(ctx, input)
  if (read.kind === 'refused') return read
  const { timeline, draft } = read.value
  if (timeline.revision !== expectedRevision || !isOpenDraft(draft))
    return refused({ kind: 'stale-revision' })
  if ((input.expectedEdits ?? draft.edits) !== draft.edits) return refused({ kind: 'draft-moved' })
  const planned = planPublication({
    ...read.value,
    revision: timeline.revision,
    timeline: timeline.assignments,
    draftId,
    waivers,
    by: actorId(ctx),
    now: ctx.now,
    reason: reason.trim(),
    newId: ctx.newId,
  })
  if (planned.kind === 'refused') return refused(planned.refusal)
  const plan = withDiscussion(planned.plan, input.discussedOn ?? null)
  const { revision } = plan.publication
  const change = {
    districtId,
    action: 'publish-draft',
    subjectKind: 'publication',
    subjectId: String(revision),
  }
  // Reasons are free text: the publication keeps them, the log does not.
  const waived = waivers.map(({ reason: _, ...waiver }) => waiver)
  const { lineIds, from, to } = read.value
  const after = { draftId, lineIds, from, to, waivers: waived }
  const failed = await save(ctx, { ...change, after }, writesOf(ctx, read.value, plan))
  return failed ?? done({ revision })
}

function withDiscussion(plan: PublicationPlan, discussedOn: LocalDate | null): PublicationPlan {
  return discussedOn === null ? plan : { ...plan, publication: { ...plan.publication, discussedOn } }
}

function writesOf(ctx: Context, reading: PartReading, plan: PublicationPlan): Write[] {
  const { district, draft, timeline, lineIds, from, to, remaining } = reading
  const { revision } = plan.publication
  const needs = reading.needs.filter((need) => need.number > 0)
  const kept = needs.map((need) => need.id)
  const former = { timeline: timeline.assignments, formerNeeds: reading.published, needs }
  return [
    ...needWrites(district.id, needs, ctx.now),
    ...publicationWrites(district.id, timeline.revision, plan),
    ...withdrawNeedWrites(district.id, revision, { lineIds, from, to }, kept, ctx.now),
    // What was judged is what is published: an edit made meanwhile, or putting the draft away, refuses the batch. A draft of
    // which nothing is left is done.
    judgedGuard(district.id, draft.id, draft.edits),
    ...(remaining.length === 0 ? statusWrites(district.id, draft.id, 'published') : []),
    ...rebaseWrites(district.id, draft.id, revision),
    ...takenUpWrites(district.id, draft.id, kept),
    ...toldWrites(ctx, district, plan, former),
  ]
}
