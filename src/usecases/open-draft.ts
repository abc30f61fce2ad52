import { rebase } from '../core/plans/rebase.ts'
import type { Draft } from '../core/rota/draft.ts'
import type { LineId } from '../core/rota/line.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import { findDistrict } from '../data/district-store.ts'
import { draftWrites } from '../data/draft-store.ts'
import { loadTimeline } from '../data/rota-store.ts'
import type { Context } from './context.ts'
import { draftNameProblem } from './draft-name.ts'
import { gate } from './gate.ts'
import { periodProblem } from './plan-dates.ts'
import { done, type FieldProblem, invalid, type Result, refused } from './refusal.ts'
import { draftNeeds } from './rota-reading.ts'
import { actorId, save } from './save.ts'

export interface OpenDraftInput {
  readonly districtId: DistrictId
  readonly name: string
  readonly from: LocalDate
  /** Exclusive; at most 54 weeks after `from`. */
  readonly to: LocalDate
  /** At least one. */
  readonly lineIds: readonly LineId[]
}

const MOST_DAYS = 54 * 7

/** Opens a draft that starts as a copy of what the timeline holds in the period. */
export async function openDraft(
  ctx: Context,
  input: OpenDraftInput,
): Promise<Result<{ readonly draftId: string }>> {
  const { districtId, from, to, lineIds } = input
  const isRefused = gate(ctx, 'edit-drafts', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const problem = inputProblem(input)
  if (problem) return refused({ kind: 'invalid', problems: [problem] })
  const [district, timeline] = await Promise.all([
    findDistrict(ctx.db, districtId),
    loadTimeline(ctx.db, districtId, from, to),
  ])
  if (!district) return refused({ kind: 'not-found' })
  const unknown = lineIds.find((lineId) => !district.lines.some((line) => line.id === lineId))
  if (unknown !== undefined) return invalid('lineIds', 'unknown-line', unknown)
  const draft: Draft = {
    id: ctx.newId(),
    name: input.name.trim(),
    from,
    to,
    lineIds: [...new Set(lineIds)],
    baseRevision: timeline.revision,
    status: 'draft',
  }
  const needs = draftNeeds(district, draft, timeline, ctx.now)
  const published = new Map(timeline.needs.map((need) => [need.id, need]))
  const { cells } = rebase({ stored: [], timeline: timeline.assignments, published, needs })
  const change = { districtId, action: 'open-draft', subjectKind: 'draft', subjectId: draft.id }
  const writes = draftWrites(districtId, draft, [...cells.values()], actorId(ctx), ctx.now)
  const failed = await save(ctx, { ...change, after: { from, to, lineIds } }, writes)
  return failed ?? done({ draftId: draft.id })
}

function inputProblem({ name, from, to, lineIds }: OpenDraftInput): FieldProblem | undefined {
  const unfit = draftNameProblem(name.trim())
  if (unfit) return unfit
  if (lineIds.length === 0) return { field: 'lineIds', code: 'missing', value: '' }
  return periodProblem({ from, to }, MOST_DAYS)
}
