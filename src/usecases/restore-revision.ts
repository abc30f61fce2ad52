import { planEdit } from '../core/plans/edit.ts'
import { rebase } from '../core/plans/rebase.ts'
import { planRestoration } from '../core/plans/restoration.ts'
import type { Draft } from '../core/rota/draft.ts'
import type { LineId } from '../core/rota/line.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import { toUtcText } from '../core/time/minute.ts'
import { findDistrict } from '../data/district-store.ts'
import { draftWrites, editWrites } from '../data/draft-store.ts'
import { findPublication } from '../data/publication-store.ts'
import { loadRevision } from '../data/revision-store.ts'
import { loadTimeline } from '../data/rota-store.ts'
import type { Context } from './context.ts'
import { draftNameProblem } from './draft-name.ts'
import { gate } from './gate.ts'
import { periodProblem } from './plan-dates.ts'
import { done, invalid, type Result, refused } from './refusal.ts'
import { draftNeeds, isOwnNeed } from './rota-reading.ts'
import { actorId, save } from './save.ts'

export interface RestoreRevisionInput {
  readonly districtId: DistrictId
  /** Whose rota is fetched back; 0 = before anything was published. */
  readonly revision: number
  readonly name: string
  /** At least one. */
  readonly lineIds: readonly LineId[]
  readonly from: LocalDate
  /** Exclusive; at most 54 weeks after `from`. */
  readonly to: LocalDate
}

export interface RestoredDraft {
  readonly draftId: string
  /** Places that were held then and that the templates no longer ask for. */
  readonly lost: number
}

const MOST_DAYS = 54 * 7

/**
 * Opens a draft that holds what stood on these lines and dates under an earlier revision, as one step over the rota as it
 * is: the way back from a publication. Nothing changes for anybody until it is published. Refused when nothing would differ.
 */
export async function restoreRevision(
  ctx: Context,
  input: RestoreRevisionInput,
): Promise<Result<RestoredDraft>> {
  const { districtId, revision, from, to } = input
  const isRefused = gate(ctx, 'edit-drafts', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const problem = draftNameProblem(input.name.trim()) ?? periodProblem({ from, to }, MOST_DAYS)
  if (problem) return refused({ kind: 'invalid', problems: [problem] })
  if (!Number.isSafeInteger(revision) || revision < 0) return refused({ kind: 'not-found' })
  const [district, publication, timeline, former] = await Promise.all([
    findDistrict(ctx.db, districtId),
    findPublication(ctx.db, districtId, revision),
    loadTimeline(ctx.db, districtId, from, to),
    loadRevision(ctx.db, districtId, revision, from, to),
  ])
  if (!district || (revision > 0 && !publication)) return refused({ kind: 'not-found' })
  if (input.lineIds.length === 0) return invalid('lineIds', 'missing')
  const unknown = input.lineIds.find((lineId) => !district.lines.some((line) => line.id === lineId))
  if (unknown !== undefined) return invalid('lineIds', 'unknown-line', unknown)
  const draft: Draft = {
    id: ctx.newId(),
    name: input.name.trim(),
    from,
    to,
    lineIds: [...new Set(input.lineIds)],
    baseRevision: timeline.revision,
    status: 'draft',
  }
  const needs = draftNeeds(district, draft, timeline, ctx.now)
  const published = new Map(timeline.needs.map((need) => [need.id, need]))
  const { cells } = rebase({ stored: [], timeline: timeline.assignments, published, needs })
  const formerNeeds = former.needs.filter((need) => isOwnNeed(draft, need))
  const { wanted, lost } = planRestoration({
    needs,
    cells,
    formerNeeds,
    former: former.assignments,
    now: ctx.now,
  })
  const planned = planEdit({
    kind: 'restore',
    wanted,
    cells,
    needs: new Map(needs.map((need) => [need.id, need])),
    seen: new Map(),
    number: 1,
    by: actorId(ctx),
    at: toUtcText(ctx.now),
  })
  if (planned.kind === 'refused') return refused(planned.refusal)
  const change = { districtId, action: 'restore-revision', subjectKind: 'draft', subjectId: draft.id }
  const after = { revision, from, to, lineIds: draft.lineIds }
  const failed = await save(ctx, { ...change, after }, [
    ...draftWrites(districtId, draft, [...cells.values()], actorId(ctx), ctx.now),
    ...editWrites(districtId, draft.id, planned.edit, new Map()),
  ])
  return failed ?? done({ draftId: draft.id, lost: lost.length })
}
