import { type PastLine, pastLines } from '../core/plans/past-lines.ts'
import { changedNeeds, planPublication, standingInWay } from '../core/plans/publication.ts'
import type { Clash } from '../core/plans/rebase.ts'
import type { CellRef } from '../core/rota/assignment.ts'
import type { District } from '../core/rota/district.ts'
import type { Draft } from '../core/rota/draft.ts'
import type { LineId } from '../core/rota/line.ts'
import type { NeedId } from '../core/rota/need.ts'
import { publishDeadline } from '../core/rota/plan-period.ts'
import type { PersonDifference, Waiver } from '../core/rota/publication.ts'
import { isBlocking, type Violation } from '../core/rules/violation.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import { noticesOf } from './change-notices.ts'
import type { Context } from './context.ts'
import { type LoadChange, loadChanges } from './doctor-loads.ts'
import { gate } from './gate.ts'
import { openPlaces } from './open-places.ts'
import { type PublicationPart, readPart } from './plan-part.ts'
import { done, type Result } from './refusal.ts'
import { type ToldDoctor, whomTold } from './whom-told.ts'

export type { PublicationPart } from './plan-part.ts'

export interface PublicationPreview {
  readonly district: District
  readonly draft: Draft
  readonly lineIds: readonly LineId[]
  readonly from: LocalDate
  readonly to: LocalDate
  /** Sent back with the publication: a timeline that moved meanwhile refuses it. */
  readonly revision: number
  /** The draft's latest edit; sent back too: a draft edited meanwhile is looked over again first. */
  readonly edits: number
  readonly differences: readonly PersonDifference[]
  /** Who is told once it is published. */
  readonly told: readonly ToldDoctor[]
  /** Whether anything at all would change, be it only a duty that nobody holds. */
  readonly hasChanges: boolean
  /** Published duties that get another time, form, pay, number or name. */
  readonly changedNeeds: readonly NeedId[]
  /** Must be settled on the draft first. */
  readonly clashes: readonly Clash[]
  /** Blocking ones must be resolved or waived; structural ones resolved. */
  readonly violations: readonly Violation[]
  readonly open: readonly CellRef[]
  /** What stays in the draft, to be published later; none = the draft is done. */
  readonly remaining: readonly CellRef[]
  /** What each doctor carries over the draft's dates, now and afterwards; empty when nothing would change. */
  readonly loads: readonly LoadChange[]
  /** How often the part passes a line that is drawn and not adopted. */
  readonly lines: readonly PastLine[]
  /** The last day on which the part is published in time; null while no deadline is agreed. */
  readonly deadline: LocalDate | null
}

/** What a publication would change for each doctor, and what stands in its way. */
export async function previewPublication(
  ctx: Context,
  input: PublicationPart,
): Promise<Result<PublicationPreview>> {
  const isRefused = gate(ctx, 'publish-rota', { kind: 'district', id: input.districtId })
  if (isRefused) return isRefused
  const read = await readPart(ctx, input)
  if (read.kind === 'refused') return read
  const { district, draft, lineIds, from, to, timeline, needs, rota, rotaBefore, remaining } = read.value
  const inTheWay = new Set(standingInWay(read.value, needs))
  const violations = read.value.violations.filter((found) => inTheWay.has(found) || !isBlocking(found))
  const planned = planPublication({
    ...read.value,
    clashes: [],
    revision: timeline.revision,
    timeline: timeline.assignments,
    draftId: draft.id,
    waivers: violations.filter(isBlocking).map(toWaiver),
    violations: violations.filter((found) => found.grade !== 'structural'),
    by: '',
    now: ctx.now,
    reason: '',
    newId: ctx.newId,
  })
  const differences = planned.kind === 'planned' ? planned.plan.publication.differences : []
  const former = {
    timeline: timeline.assignments,
    formerNeeds: read.value.published,
    needs: needs.filter((need) => need.number > 0),
  }
  const notices = planned.kind === 'planned' ? noticesOf(ctx, planned.plan, former) : []
  const open = openPlaces(rota, needs)
  return done({
    district,
    draft,
    lineIds,
    from,
    to,
    revision: timeline.revision,
    edits: draft.edits,
    differences,
    told: whomTold(ctx, district, notices),
    hasChanges: planned.kind === 'planned',
    changedNeeds: [...changedNeeds(read.value.published, needs)],
    clashes: read.value.clashes,
    violations,
    open,
    remaining,
    loads: differences.length > 0 ? loadChanges(rotaBefore, rota) : [],
    lines: pastLines({ ...rota, from, to }),
    deadline: publishDeadline(district.agreement, from),
  })
}

/** A look at what would change sees past what stands in the way. */
function toWaiver({ rule, personId, needIds }: Violation): Waiver {
  return { rule, personId, needIds, reason: 'preview' }
}
