import { type Assignment, cellKey } from '../rota/assignment.ts'
import type { LineId } from '../rota/line.ts'
import { isSameNeed, type Need, type NeedId } from '../rota/need.ts'
import type { Publication, Waiver } from '../rota/publication.ts'
import { placesOf } from '../rota/rota.ts'
import { isBlocking, type Violation } from '../rules/violation.ts'
import { overlaps } from '../time/interval.ts'
import type { LocalDate } from '../time/local-date.ts'
import type { Minute } from '../time/minute.ts'
import { dayInterval } from '../time/oslo.ts'
import { differencesOf } from './differences.ts'
import { freshBreaches } from './fresh-breaches.ts'
import type { DraftCells } from './intent.ts'
import type { Clash } from './rebase.ts'
import { type ChangeStamp, changeCell, type TimelineChange } from './timeline-change.ts'

export interface PublicationInput {
  /** Of the timeline now; the publication makes the next. */
  readonly revision: number
  /** The current assignments of the period; those of other lines and dates are left alone. */
  readonly timeline: readonly Assignment[]
  readonly needs: readonly Need[]
  /** The needs as they stand on the timeline. */
  readonly published: readonly Need[]
  readonly draftCells: DraftCells
  /** Those in the part that nobody has settled. */
  readonly clashes: readonly Clash[]
  readonly draftId: string
  /** What enters the timeline: these lines, and needs that start from `from` (inclusive) to `to` (exclusive). */
  readonly lineIds: readonly LineId[]
  readonly from: LocalDate
  readonly to: LocalDate
  /** Of the timeline as it stands, over the same dates as `violations`. */
  readonly violationsBefore: readonly Violation[]
  /** Of the timeline as it would stand afterwards. */
  readonly violations: readonly Violation[]
  readonly waivers: readonly Waiver[]
  readonly by: string
  readonly now: Minute
  readonly reason: string
  readonly newId: () => string
}

/** What to store: the record, the ids of the assignments that end, and those that begin. */
export interface PublicationPlan {
  readonly publication: Publication
  readonly close: readonly string[]
  readonly open: readonly Assignment[]
}

export type PublicationRefusal =
  | { readonly kind: 'rule-broken'; readonly violations: readonly Violation[] }
  | { readonly kind: 'clashing'; readonly clashes: readonly Clash[] }
  | { readonly kind: 'nothing-changed' }

export type PublicationResult<Refusal = PublicationRefusal> =
  | { readonly kind: 'planned'; readonly plan: PublicationPlan }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/**
 * Moves a draft, or a part of it, onto the timeline. Unchanged assignments are not touched. Refused while a clash with the
 * timeline is not settled, while a blocking rule is broken in the part without a waiver (structural ones cannot be waived), and when nothing would change.
 */
export function planPublication(input: PublicationInput): PublicationResult {
  const needs = input.needs.filter((need) => isInPart(input, need))
  const changed = changedNeeds(input.published, needs)
  const change = changeOf(input, needs, changed)
  if (change.close.length + change.open.length + changed.size === 0)
    return { kind: 'refused', refusal: { kind: 'nothing-changed' } }
  if (input.clashes.length > 0)
    return { kind: 'refused', refusal: { kind: 'clashing', clashes: input.clashes } }
  const violations = unwaived(input, needs)
  if (violations.length > 0) return { kind: 'refused', refusal: { kind: 'rule-broken', violations } }
  const { draftId, lineIds, from, to, by, now, reason } = input
  const waivers = input.waivers.filter((waiver) => input.violations.some((found) => covers(waiver, found)))
  const record = { kind: 'publication', draftId, lineIds, from, to, waivers } as const
  return {
    kind: 'planned',
    plan: toPlan(record, change, { revision: input.revision + 1, by, now, reason }, changed),
  }
}

/** The record and the rows of a change. */
export function toPlan(
  record: Pick<Publication, 'kind' | 'draftId' | 'lineIds' | 'from' | 'to' | 'waivers'>,
  change: TimelineChange,
  stamp: Omit<ChangeStamp, 'newId'>,
  changed: ReadonlySet<NeedId> = new Set(),
): PublicationPlan {
  return {
    publication: {
      ...record,
      revision: stamp.revision,
      at: stamp.now,
      by: stamp.by,
      reason: stamp.reason,
      differences: differencesOf(change.close, change.open, changed),
    },
    close: change.close.map((row) => row.id),
    open: change.open,
  }
}

/** True when the waiver names the violation's rule, person and every duty in it, and gives a reason. Structural breaches have none. */
export function covers(waiver: Waiver, found: Violation): boolean {
  return (
    found.grade !== 'structural' &&
    waiver.reason.trim() !== '' &&
    waiver.rule === found.rule &&
    waiver.personId === found.personId &&
    found.needIds.every((needId) => waiver.needIds.includes(needId))
  )
}

function isInPart(input: PublicationInput, need: Need): boolean {
  return input.lineIds.includes(need.lineId) && need.date >= input.from && need.date < input.to
}

function changeOf(
  input: PublicationInput,
  needs: readonly Need[],
  changed: ReadonlySet<NeedId>,
): TimelineChange {
  const { by, now, reason, newId } = input
  const stamp = { revision: input.revision + 1, by, now, reason, newId }
  const current = Map.groupBy(input.timeline, cellKey)
  const former = new Map(input.published.map((need) => [need.id, need]))
  const changes = needs.flatMap((need) => {
    const before = changed.has(need.id) ? former.get(need.id) : undefined
    const needChange = before ? { needChange: { before, after: need } } : {}
    return placesOf([need]).map((place) => {
      const { slices, note } = input.draftCells.get(cellKey(place)) ?? { slices: [], note: '' }
      return changeCell(current.get(cellKey(place)) ?? [], { ...place, slices, note, ...needChange }, stamp)
    })
  })
  return {
    close: [...changes.flatMap(({ close }) => close), ...withoutPlace(input.timeline, needs)],
    open: changes.flatMap(({ open }) => open),
  }
}

/** Published needs that ask for something else than they did: other times, forms, pay, number or name. */
export function changedNeeds(published: readonly Need[], needs: readonly Need[]): ReadonlySet<NeedId> {
  const former = new Map(published.map((need) => [need.id, need]))
  const isChanged = (need: Need) => {
    const old = former.get(need.id)
    return old !== undefined && !isSameNeed(old, need)
  }
  return new Set(needs.filter(isChanged).map((need) => need.id))
}

/** Rows on seats that a need no longer asks for. */
function withoutPlace(timeline: readonly Assignment[], needs: readonly Need[]): Assignment[] {
  const numbers = new Map(needs.map((need) => [need.id, need.number]))
  return timeline.filter((row) => row.seat >= (numbers.get(row.needId) ?? Infinity))
}

function unwaived(input: PublicationInput, needs: readonly Need[]): Violation[] {
  return standingInWay(input, needs).filter((found) => !input.waivers.some((waiver) => covers(waiver, found)))
}

/**
 * The blocking breaches that a publication answers for: those with a duty of the part in them, and those that it newly
 * breaks or makes worse outside it, as a backup taken away from another line.
 */
export function standingInWay(
  {
    from,
    to,
    violationsBefore,
    violations,
  }: Pick<PublicationInput, 'from' | 'to' | 'violationsBefore' | 'violations'>,
  needs: readonly Need[],
): Violation[] {
  const ids = new Set(needs.map((need) => need.id))
  const part = { start: dayInterval(from).start, end: dayInterval(to).start }
  const fresh = new Set(freshBreaches(violationsBefore, violations))
  return violations.filter((found) => {
    if (!isBlocking(found)) return false
    if (fresh.has(found)) return true
    return found.needIds.length === 0
      ? overlaps(found.span, part)
      : found.needIds.some((needId) => ids.has(needId))
  })
}
