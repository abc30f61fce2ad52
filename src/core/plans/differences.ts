import type { Slice } from '../rota/assignment.ts'
import type { NeedId } from '../rota/need.ts'
import type { PersonId } from '../rota/person.ts'
import type { PersonDifference } from '../rota/publication.ts'

export type HeldSlice = Slice & { readonly needId: NeedId }

/**
 * What each doctor gains and loses when `before` becomes `after`, by person id; doctors for whom nothing changes are left
 * out. A duty kept at other times, one that is itself among the `changed`, or now held beside another doctor who counts, is moved; another seat of it is no change.
 */
export function differencesOf(
  before: readonly HeldSlice[],
  after: readonly HeldSlice[],
  changed: ReadonlySet<NeedId> = new Set(),
): PersonDifference[] {
  const had = holdings(before)
  const has = holdings(after)
  return [...new Set([...had.keys(), ...has.keys()])]
    .sort()
    .map((personId) =>
      difference(personId, had.get(personId) ?? new Map(), has.get(personId) ?? new Map(), changed),
    )
    .filter(({ gained, lost, moved }) => gained.length + lost.length + moved.length > 0)
}

/** A text that is the same when a person holds the same parts of a need, by need. */
type Holding = ReadonlyMap<NeedId, string>

function holdings(slices: readonly HeldSlice[]): Map<PersonId, Holding> {
  const named = slices.filter((slice) => slice.personId !== null)
  const byPerson = Map.groupBy(named, (slice) => slice.personId as PersonId)
  return new Map([...byPerson].map(([personId, own]) => [personId, holdingOf(own)]))
}

function holdingOf(slices: readonly HeldSlice[]): Holding {
  const byNeed = Map.groupBy(slices, (slice) => slice.needId)
  const textOf = (own: readonly HeldSlice[]) =>
    own
      .map((slice) => `${slice.start}-${slice.end}${slice.shadowing ? 's' : ''}`)
      .sort()
      .join()
  return new Map([...byNeed].map(([needId, own]) => [needId, textOf(own)]))
}

function difference(
  personId: PersonId,
  had: Holding,
  has: Holding,
  changed: ReadonlySet<NeedId>,
): PersonDifference {
  const kept = [...has.keys()].filter((needId) => had.has(needId))
  return {
    personId,
    gained: [...has.keys()].filter((needId) => !had.has(needId)).sort(),
    lost: [...had.keys()].filter((needId) => !has.has(needId)).sort(),
    moved: kept.filter((needId) => changed.has(needId) || had.get(needId) !== has.get(needId)).sort(),
  }
}
