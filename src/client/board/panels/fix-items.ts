import type { Mark } from '../../../board/flags.ts'
import { type CellRef, cellKey, type Slice } from '../../../core/rota/assignment.ts'
import { lineOf } from '../../../core/rota/district.ts'
import type { Need } from '../../../core/rota/need.ts'
import type { PersonId } from '../../../core/rota/person.ts'
import { openParts, type Rota } from '../../../core/rota/rota.ts'
import type { Violation } from '../../../core/rules/violation.ts'
import type { Interval } from '../../../core/time/interval.ts'
import type { Judge } from '../judge.ts'

/** Beside what is open, where breaches have their marks. */
export const OPEN_SIGN = '○'

/** One thing to fix: a breach, or a part of a place that nobody holds. */
export type FixItem =
  | { readonly kind: 'breach'; readonly key: string; readonly mark: Mark; readonly violation: Violation }
  | {
      readonly kind: 'open'
      readonly key: string
      readonly need: Need
      readonly place: CellRef
      readonly part: Interval
    }

/** Over the whole plan: what blocks, then warnings, each by rule and time; then what is open, by time. */
export function itemsToFix(judge: Pick<Judge, 'view' | 'flags'>, isOwn: (need: Need) => boolean): FixItem[] {
  const breaches = judge.flags.flags.map(
    ({ violation, mark }): FixItem => ({ kind: 'breach', key: keyOf(violation), mark, violation }),
  )
  return [...breaches, ...openItems(judge, isOwn)]
}

export interface FixCounts {
  readonly blocks: number
  readonly warns: number
  readonly open: number
}

export function countsOf(items: readonly FixItem[]): FixCounts {
  const counts = { blocks: 0, warns: 0, open: 0 }
  for (const item of items) counts[item.kind === 'open' ? 'open' : item.mark]++
  return counts
}

/** The duty that an item leads to: of a sum the last, which tips it over; where nobody breaks anything any more, the same duty still. */
export function placeOf(judge: Pick<Judge, 'view'>, item: FixItem): FixPlace | null {
  if (item.kind === 'open') return item
  const needs = item.violation.needIds.flatMap((id) => judge.view.needs.get(id) ?? []).toReversed()
  const [last] = needs
  if (!last) return null
  const held = needs.flatMap((need) => heldIn(judge, need, item.violation.personId))
  return held[0] ?? { place: { needId: last.id, seat: 0 }, part: { start: last.start, end: last.end } }
}

export interface FixPlace {
  readonly place: CellRef
  readonly part: Interval
}

function heldIn({ view }: Pick<Judge, 'view'>, need: Need, personId: PersonId | null): FixPlace[] {
  if (personId === null) return []
  return Array.from({ length: need.number }, (_, seat) => ({ needId: need.id, seat })).flatMap((place) =>
    (view.rota.cells.get(cellKey(place))?.slices ?? [])
      .filter((slice) => slice.personId === personId)
      .map(({ start, end }) => ({ place, part: { start, end } })),
  )
}

/** A conditional backup is open by intention: whether it is missing is a rule's to say. */
function openItems({ view }: Pick<Judge, 'view'>, isOwn: (need: Need) => boolean): FixItem[] {
  return view.rota.needs
    .filter((need) => isOwn(need) && !lineOf(view.rota.district, need.lineId).conditional)
    .flatMap((need) =>
      Array.from({ length: need.number }, (_, seat) => ({ needId: need.id, seat })).flatMap((place) =>
        partsLeft(view.rota, need, place.seat).map(
          (part): FixItem => ({
            kind: 'open',
            key: `open ${cellKey(place)} ${part.start}`,
            need,
            place,
            part,
          }),
        ),
      ),
    )
}

/** Most places are held whole by one doctor, and nothing needs to be cut to see that nothing is left. */
function partsLeft(rota: Rota, need: Need, seat: number): Interval[] {
  const slices = rota.cells.get(cellKey({ needId: need.id, seat }))?.slices ?? []
  const isWhole = ({ start, end, shadowing }: Slice) => !shadowing && start <= need.start && end >= need.end
  return slices.some(isWhole) ? [] : openParts(rota, need, seat)
}

export function keyOf({ kind, personId, lineId, span, needIds }: Violation): string {
  return [kind, personId, lineId, span.start, needIds[0]].join(' ')
}
