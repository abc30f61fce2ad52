import { type Cell, type CellKey, type CellRef, cellKey, type Slice } from '../rota/assignment.ts'
import { isSameNeed, type Need, type NeedId } from '../rota/need.ts'
import type { PersonDifference } from '../rota/publication.ts'
import { placesOf } from '../rota/rota.ts'
import type { Dates } from '../time/local-date.ts'
import { differencesOf, type HeldSlice } from './differences.ts'

/** What is asked for, and who holds it: a draft, the timeline, or one revision of it. */
export interface Standing {
  readonly needs: readonly Need[]
  /** A missing cell is open. */
  readonly cells: ReadonlyMap<CellKey, Pick<Cell, 'slices'>>
}

/** A place that is not the same in both. */
export interface PlaceDifference extends CellRef {
  /** As the later plan asks for it; as the earlier did where the later asks for nothing. */
  readonly need: Need
  /** Empty = open; null = the place is not asked for at all. */
  readonly before: readonly Slice[] | null
  readonly after: readonly Slice[] | null
  /** The duty itself asks for other times, forms, pay, number or name. */
  readonly isNeedChanged: boolean
}

export interface Comparison {
  /** By person id; doctors for whom nothing differs are left out. */
  readonly persons: readonly PersonDifference[]
  /** By date, then by when the duty starts. */
  readonly places: readonly PlaceDifference[]
}

/**
 * What two plans disagree on, over needs that start from `from` (inclusive) to `to` (exclusive). How a duty came to its
 * holder and what is noted beside it are no difference.
 */
export function comparePlans(before: Standing, after: Standing, { from, to }: Dates): Comparison {
  const isWithin = (need: Need) => need.date >= from && need.date < to
  const had = before.needs.filter(isWithin)
  const has = after.needs.filter(isWithin)
  const changed = changedBetween(had, has)
  return {
    persons: differencesOf(heldIn(before, had), heldIn(after, has), changed),
    places: placesOfBoth(before, after, had, has)
      .map((place) => ({ ...place, isNeedChanged: changed.has(place.needId) }))
      .filter((place) => place.isNeedChanged || !isSame(place.before, place.after))
      .sort(byTime),
  }
}

/** Needs that ask for something else in `has` than in `had`. */
function changedBetween(had: readonly Need[], has: readonly Need[]): ReadonlySet<NeedId> {
  const former = new Map(had.map((need) => [need.id, need]))
  const isChanged = (need: Need) => {
    const old = former.get(need.id)
    return old !== undefined && !isSameNeed(old, need)
  }
  return new Set(has.filter(isChanged).map((need) => need.id))
}

function heldIn(plan: Standing, needs: readonly Need[]): HeldSlice[] {
  return placesOf(needs).flatMap((place) =>
    slicesAt(plan, place).map((slice) => ({ ...slice, needId: place.needId })),
  )
}

function slicesAt({ cells }: Standing, place: CellRef): readonly Slice[] {
  return cells.get(cellKey(place))?.slices ?? []
}

type KnownPlace = Omit<PlaceDifference, 'isNeedChanged'>

/** Every place that either plan asks for, once. */
function placesOfBoth(
  before: Standing,
  after: Standing,
  had: readonly Need[],
  has: readonly Need[],
): KnownPlace[] {
  const known = new Map<CellKey, KnownPlace>()
  for (const need of had)
    for (const place of placesOf([need]))
      known.set(cellKey(place), { ...place, need, before: slicesAt(before, place), after: null })
  for (const need of has)
    for (const place of placesOf([need])) {
      const former = known.get(cellKey(place))?.before ?? null
      known.set(cellKey(place), { ...place, need, before: former, after: slicesAt(after, place) })
    }
  return [...known.values()]
}

/** A place that nobody is asked for and one that stands open are not the same. */
function isSame(a: readonly Slice[] | null, b: readonly Slice[] | null): boolean {
  if (a === null || b === null) return a === b
  return textOf(a) === textOf(b)
}

function textOf(slices: readonly Slice[]): string {
  return slices
    .map(({ start, end, personId, positionId, shadowing }) =>
      [start, end, personId ?? `position ${positionId}`, shadowing].join(' '),
    )
    .sort()
    .join()
}

function byTime(a: KnownPlace, b: KnownPlace): number {
  if (a.need.date !== b.need.date) return a.need.date < b.need.date ? -1 : 1
  if (a.need.start !== b.need.start) return a.need.start - b.need.start
  if (a.needId !== b.needId) return a.needId < b.needId ? -1 : 1
  return a.seat - b.seat
}
