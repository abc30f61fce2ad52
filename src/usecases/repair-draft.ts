import { planEdit } from '../core/plans/edit.ts'
import { contentOf, type DraftCells, type Needs, type WantedContent } from '../core/plans/intent.ts'
import { rebase } from '../core/plans/rebase.ts'
import { cellKey } from '../core/rota/assignment.ts'
import type { Draft, DraftEdit } from '../core/rota/draft.ts'
import type { NeedId } from '../core/rota/need.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import { type Rota, wholeSlice } from '../core/rota/rota.ts'
import { viewOf } from '../core/rules/view.ts'
import { isBlocking } from '../core/rules/violation.ts'
import { addDays } from '../core/time/local-date.ts'
import { toUtcText } from '../core/time/minute.ts'
import type { Write } from '../data/database.ts'
import { draftWrites, editWrites } from '../data/draft-store.ts'
import { loadTimeline } from '../data/rota-store.ts'
import { type RepairPart, withAway } from '../solver/repair/away.ts'
import type { Context } from './context.ts'
import { dateOfNeed } from './duty-of.ts'
import { freeTextProblem } from './free-text.ts'
import { gate } from './gate.ts'
import { periodProblem } from './plan-dates.ts'
import { readDraft, readSource } from './read-source.ts'
import { done, invalid, type Refused, type Result, refused } from './refusal.ts'
import { freshIn } from './repair-options.ts'
import { draftNeeds } from './rota-reading.ts'
import { actorId, save } from './save.ts'
import type { BoardSource } from './show-board.ts'
import { MOST_REPAIR_DAYS, partFault } from './show-repairs.ts'

/** One duty as it was shown: who held it, and who is to; null = nobody. */
export interface ChosenChange {
  readonly needId: NeedId
  readonly seat: number
  readonly from: PersonId | null
  readonly to: PersonId | null
}

export interface RepairDraftInput {
  readonly districtId: DistrictId
  readonly source: BoardSource
  readonly part: RepairPart
  readonly changes: readonly ChosenChange[]
  /** Of the draft that is opened where the published rota is repaired. */
  readonly name: string
}

/** No repair of half a year changes more. */
const MOST_CHANGES = 400
const LONGEST_NAME = 80

/**
 * Writes a chosen repair as one step into a draft, or into a new one over the days and lines that it touches. Refused when a
 * duty has begun or got another holder since it was shown, and when the rules find anything that blocks in what it changes.
 */
export async function repairDraft(
  ctx: Context,
  input: RepairDraftInput,
): Promise<Result<{ readonly draftId: string }>> {
  const isRefused = gate(ctx, 'edit-drafts', { kind: 'district', id: input.districtId })
  if (isRefused) return isRefused
  const problem = inputProblem(input)
  if (problem) return problem
  const target = await (input.source.kind === 'draft'
    ? inDraft(ctx, input, input.source.draftId)
    : inNewDraft(ctx, input))
  if (target.kind === 'refused') return target
  const planned = planRepair(ctx, input, target.value)
  if (planned.kind === 'refused') return planned
  const { districtId } = input
  const { draftId, cells, writes } = target.value
  const edit = planned.value
  const seen = new Map(edit.changes.map((change) => [cellKey(change), cells.get(cellKey(change))?.edit ?? 0]))
  const change = { districtId, action: 'repair-draft', subjectKind: 'draft', subjectId: draftId }
  const failed = await save(ctx, { ...change, after: { cells: edit.changes.map(cellKey) } }, [
    ...writes,
    ...editWrites(districtId, draftId, edit, seen),
  ])
  return failed ?? done({ draftId })
}

function inputProblem({ part, changes, name, source }: RepairDraftInput): Refused | undefined {
  const dates = periodProblem(part, MOST_REPAIR_DAYS)
  if (dates) return refused({ kind: 'invalid', problems: [dates] })
  if (changes.length === 0) return refused({ kind: 'nothing-changed' })
  if (changes.length > MOST_CHANGES) return invalid('changes', 'too-long', String(changes.length))
  const unfit = source.kind === 'timeline' ? freeTextProblem('name', name, LONGEST_NAME) : undefined
  if (unfit) return refused({ kind: 'invalid', problems: [unfit] })
  const unknown = changes.find(({ needId }) => dateOfNeed(needId) === undefined)
  return unknown && invalid('changes', 'unknown-duty', unknown.needId)
}

/** The draft that is written to, as it stands, with what it takes to open it where it is new. */
interface Target {
  readonly draftId: string
  readonly rota: Rota
  readonly cells: DraftCells
  readonly needs: Needs
  readonly edits: number
  readonly writes: readonly Write[]
}

async function inDraft(ctx: Context, input: RepairDraftInput, draftId: string): Promise<Result<Target>> {
  const reading = await readDraft(ctx, input.districtId, draftId)
  if (!reading) return refused({ kind: 'not-found' })
  const { rota, draft, cells } = reading
  const fault = partFault(rota.district, draft, input.part)
  if (fault) return fault
  const own = rota.needs.filter(({ lineId, date }) => isIn(draft, lineId, date))
  const needs = new Map(own.map((need) => [need.id, need]))
  return done({ draftId, rota, cells, needs, edits: draft.edits, writes: [] })
}

function isIn({ lineIds, from, to }: Draft, lineId: string, date: string): boolean {
  return lineIds.includes(lineId) && date >= from && date < to
}

/** A draft over no more than the days and lines that are changed. */
async function inNewDraft(ctx: Context, input: RepairDraftInput): Promise<Result<Target>> {
  const { districtId, changes, name } = input
  const dates = changes.map(({ needId }) => dateOfNeed(needId) as string).sort()
  const days = { from: dates[0] as string, to: addDays(dates.at(-1) as string, 1) }
  const [reading, timeline] = await Promise.all([
    readSource(ctx, districtId, { kind: 'timeline' }, days),
    loadTimeline(ctx.db, districtId, days.from, days.to),
  ])
  if (!reading) return refused({ kind: 'not-found' })
  const { rota } = reading
  const fault = partFault(rota.district, null, input.part)
  if (fault) return fault
  const touched = new Set(changes.map(({ needId }) => needId))
  const lineIds = [...new Set(rota.needs.filter(({ id }) => touched.has(id)).map(({ lineId }) => lineId))]
  const draft: Draft = {
    id: ctx.newId(),
    name: name.trim(),
    ...days,
    lineIds,
    baseRevision: timeline.revision,
    status: 'draft',
  }
  const needs = draftNeeds(rota.district, draft, timeline, ctx.now)
  const published = new Map(timeline.needs.map((need) => [need.id, need]))
  const { cells } = rebase({ stored: [], timeline: timeline.assignments, published, needs })
  const writes = draftWrites(districtId, draft, [...cells.values()], actorId(ctx), ctx.now)
  const byId = new Map(needs.map((need) => [need.id, need]))
  return done({ draftId: draft.id, rota, cells, needs: byId, edits: 0, writes })
}

function planRepair(ctx: Context, input: RepairDraftInput, target: Target): Result<DraftEdit> {
  const { rota, cells, needs, edits } = target
  const wanted: WantedContent[] = []
  for (const change of input.changes) {
    const content = contentAfter(ctx, rota, cells, needs, change)
    if (content.kind === 'refused') return content
    wanted.push(content.value)
  }
  const planned = planEdit({
    kind: 'repair',
    wanted,
    cells,
    needs,
    seen: new Map(),
    number: edits + 1,
    by: actorId(ctx),
    at: toUtcText(ctx.now),
  })
  if (planned.kind === 'refused') return refused(planned.refusal)
  const fresh = freshIn(viewOf(withAway(rota, input.part)), planned.cells).filter(isBlocking)
  return fresh.length > 0 ? refused({ kind: 'rule-broken', violations: fresh }) : done(planned.edit)
}

/** What a place is to hold, if it still holds what was shown. */
function contentAfter(
  { now }: Context,
  { district }: Rota,
  cells: DraftCells,
  needs: Needs,
  { needId, seat, from, to }: ChosenChange,
): Result<WantedContent> {
  const need = needs.get(needId)
  if (!need || seat < 0 || seat >= need.number) return refused({ kind: 'cell-changed' })
  if (to !== null && !district.doctors.some((doctor) => doctor.personId === to))
    return invalid('changes', 'unknown-doctor', to)
  const content = contentOf(cells, { needId, seat })
  const shadows = content.slices.filter((slice) => slice.shadowing)
  const [held, ...more] = content.slices.filter((slice) => !slice.shadowing)
  const isWhole = held === undefined || (held.start === need.start && held.end === need.end)
  if (need.start <= now || !isWhole || more.length > 0 || (held?.personId ?? null) !== from)
    return refused({ kind: 'cell-changed' })
  const slices = [...(to === null ? [] : [wholeSlice(need, to)]), ...shadows]
  return done({ needId, seat, after: { ...content, slices } })
}
