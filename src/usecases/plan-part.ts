import type { DraftCells } from '../core/plans/intent.ts'
import type { Clash } from '../core/plans/rebase.ts'
import { remainderOf } from '../core/plans/remainder.ts'
import type { CellRef } from '../core/rota/assignment.ts'
import type { District } from '../core/rota/district.ts'
import type { LineId } from '../core/rota/line.ts'
import type { Need } from '../core/rota/need.ts'
import type { DistrictId } from '../core/rota/person.ts'
import { placesOf, type Rota } from '../core/rota/rota.ts'
import { checkRota } from '../core/rules/check.ts'
import type { Violation } from '../core/rules/violation.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import { toWall } from '../core/time/oslo.ts'
import type { StoredDraft } from '../data/draft-rows.ts'
import type { Timeline } from '../data/rota-store.ts'
import type { Context } from './context.ts'
import { type DraftOnTimeline, readJudgedDraft } from './draft-on-timeline.ts'
import { isPlanDate, periodProblem } from './plan-dates.ts'
import { done, type FieldProblem, invalid, type Result, refused } from './refusal.ts'
import { draftRota, isOwnNeed, timelineRota } from './rota-reading.ts'

/** The part of a draft that is to enter the timeline; null = all its lines, its first and its last day. */
export interface PublicationPart {
  readonly districtId: DistrictId
  readonly draftId: string
  readonly lineIds: readonly LineId[] | null
  readonly from: LocalDate | null
  /** Exclusive. */
  readonly to: LocalDate | null
  /** When it was discussed with the union representative, today at the latest; null or left out = not told. */
  readonly discussedOn?: LocalDate | null
}

/** A part of a draft beside the timeline that it is to enter. */
export interface PartReading {
  readonly district: District
  readonly draft: StoredDraft
  readonly lineIds: readonly LineId[]
  readonly from: LocalDate
  readonly to: LocalDate
  readonly timeline: Timeline
  readonly draftCells: DraftCells
  /** The needs as they stand on the timeline. */
  readonly published: readonly Need[]
  /** In the part; each must be settled first. */
  readonly clashes: readonly Clash[]
  /** What the part asks for by today's templates, and what it once asked for, with number 0. */
  readonly needs: readonly Need[]
  /** The timeline as it would stand afterwards, over the draft's whole period. */
  readonly rota: Rota
  readonly violations: readonly Violation[]
  /** The timeline as it stands, over the same dates. */
  readonly rotaBefore: Rota
  readonly violationsBefore: readonly Violation[]
  /** What is left in the draft and not on the timeline once the part is published. */
  readonly remaining: readonly CellRef[]
}

/** Reads a part of a draft and judges it as if it were published. Refused when it is not there or reaches outside the draft. */
export async function readPart(
  ctx: Pick<Context, 'db' | 'now'>,
  part: PublicationPart,
): Promise<Result<PartReading>> {
  const { districtId, draftId } = part
  const today = toWall(ctx.now).date
  const discussion = discussionProblem(part.discussedOn ?? null, today)
  if (discussion) return refused({ kind: 'invalid', problems: [discussion] })
  const reading = await readJudgedDraft(ctx, districtId, draftId)
  if (!reading) return refused({ kind: 'not-found' })
  const { district, draft, timeline, context, brought, cells } = reading
  const lineIds = part.lineIds ?? draft.lineIds
  const days = { from: part.from ?? draft.from, to: part.to ?? draft.to }
  const stranger = lineIds.find((lineId) => !draft.lineIds.includes(lineId))
  if (stranger !== undefined) return invalid('lineIds', 'unknown-line', stranger)
  if (lineIds.length === 0) return invalid('lineIds', 'missing')
  const problem = periodProblem(days, Number.MAX_SAFE_INTEGER)
  if (problem) return refused({ kind: 'invalid', problems: [problem] })
  if (days.from < draft.from) return invalid('from', 'out-of-range', days.from)
  if (days.to > draft.to) return invalid('to', 'out-of-range', days.to)
  const period = { from: draft.from, to: draft.to }
  const entering = { ...reading, draft: { ...days, lineIds } }
  const publishing = { on: today, discussedOn: part.discussedOn ?? null }
  const rota = { ...draftRota(district, timeline, entering, context), ...period, ...brought, publishing }
  const needs = neededIn(rota, timeline, entering.draft)
  const entered = new Set(needs.map((need) => need.id))
  const rotaBefore = { ...timelineRota(district, timeline, period, context), ...brought }
  return done({
    district,
    draft,
    lineIds,
    ...days,
    timeline,
    draftCells: cells,
    published: timeline.needs,
    clashes: reading.clashes.filter((clash) => entered.has(clash.needId)),
    needs,
    rota,
    violations: checkRota(rota),
    rotaBefore,
    violationsBefore: checkRota(rotaBefore),
    remaining: remainingIn(reading, (need) => !isOwnNeed(entering.draft, need)),
  })
}

/** Of what the draft fills, and of what the templates no longer ask for in it, that which is not yet on the timeline as the draft has it. */
function remainingIn(
  { draft, needs, cells, timeline }: DraftOnTimeline,
  isLeft: (need: Need) => boolean,
): CellRef[] {
  const ids = new Set(needs.map((need) => need.id))
  const gone = timeline.needs.filter((need) => isOwnNeed(draft, need) && !ids.has(need.id))
  const published = new Map(timeline.needs.map((need) => [need.id, need]))
  const left = { cells, published, timeline: timeline.assignments }
  return [...remainderOf({ ...left, needs: needs.filter(isLeft) }), ...placesOf(gone.filter(isLeft))]
}

function discussionProblem(discussedOn: LocalDate | null, today: LocalDate): FieldProblem | undefined {
  if (discussedOn === null) return undefined
  const problem = { field: 'discussedOn', value: discussedOn }
  if (!isPlanDate(discussedOn)) return { ...problem, code: 'not-a-date' }
  return discussedOn > today ? { ...problem, code: 'in-the-future' } : undefined
}

/** Needs that the templates no longer ask for lose their seats, so that nobody is left on them. */
function neededIn(rota: Rota, timeline: Timeline, part: Parameters<typeof isOwnNeed>[0]): Need[] {
  const needs = rota.needs.filter((need) => isOwnNeed(part, need))
  const ids = new Set(needs.map((need) => need.id))
  const gone = timeline.needs.filter((need) => isOwnNeed(part, need) && !ids.has(need.id))
  return [...needs, ...gone.map((need) => ({ ...need, number: 0 }))]
}
