import { fairShares } from '../ledger/fair-share.ts'
import { type Cell, type CellRef, cellKey } from '../rota/assignment.ts'
import { DUTY_FORMS } from '../rota/line.ts'
import type { Need, NeedId } from '../rota/need.ts'
import type { PersonId } from '../rota/person.ts'
import { openParts } from '../rota/rota.ts'
import { recheck } from '../rules/check.ts'
import type { RotaView } from '../rules/view.ts'
import { isBlocking, type Violation } from '../rules/violation.ts'
import type { Interval } from '../time/interval.ts'
import { MINUTES_PER_DAY } from '../time/minute.ts'
import { withHolder } from './candidates.ts'
import { freshBreaches } from './fresh-breaches.ts'
import type { Intent } from './intent.ts'

/** A change of a place or two after which a breach is gone, that breaks nothing that blocks. */
export interface Heal {
  /** Another doctor takes the part of the place, or two doctors change places. */
  readonly way: 'give' | 'swap'
  readonly place: CellRef
  readonly part: Interval
  /** Who gives it up; null where it was open. */
  readonly from: PersonId | null
  readonly to: PersonId
  /** The place that comes back in a swap. */
  readonly other: CellRef | null
  readonly intents: readonly Intent[]
  /** Warnings that come with it. */
  readonly warnings: readonly Violation[]
  /** Minutes that the taker lies below the fair share; 0 for a swap. */
  readonly gapMinutes: number
}

/** Trials after which there is no more looking: a choice for each of a hundred doctors and as many swaps. */
export const MOST_TRIALS = 240
/** Where so many can take a duty, no swaps are looked for: they change twice as much. */
const ENOUGH_TAKERS = 3
/** Swaps are looked for among the duties of the line that start so close. */
const SWAP_DAYS = 28

/**
 * Changes that heal a breach, one trial at each step, so that whoever asks can pause: first each of its duties to another
 * doctor, those furthest below their share first, then swaps with duties of the same line close by. `mayChange` tells which
 * places are free to be changed. Nothing for what no holder mends.
 */
export function* healsOf(
  view: RotaView,
  found: Violation,
  mayChange: (place: CellRef) => boolean,
): Generator<Heal | null> {
  const places = placesIn(view, found).filter(({ place }) => mayChange(place))
  if (places.length === 0) return
  const gaps = gapsOf(view)
  const doctors = [...gaps.keys()].sort((a, b) => (gaps.get(b) ?? 0) - (gaps.get(a) ?? 0))
  let [trials, takers] = [0, 0]
  for (const personId of doctors) {
    for (const held of places) {
      if (held.from === personId || trials++ >= MOST_TRIALS / 2) continue
      const heal = given(view, found, held, personId, gaps.get(personId) ?? 0)
      if (heal) takers++
      yield heal
    }
  }
  if (takers >= ENOUGH_TAKERS) return
  for (const held of places) {
    for (const other of partnersOf(view, held)) {
      if (!mayChange(other.place) || trials++ >= MOST_TRIALS) continue
      yield swapped(view, found, held, other)
    }
  }
}

/** Those with the fewest new warnings first, then those that change the fewest places, then the fairest. */
export function bestHeals(heals: readonly Heal[], most: number): Heal[] {
  return heals
    .toSorted(
      (a, b) =>
        a.warnings.length - b.warnings.length ||
        a.intents.length + Number(a.way === 'swap') - (b.intents.length + Number(b.way === 'swap')) ||
        b.gapMinutes - a.gapMinutes,
    )
    .slice(0, most)
}

interface Held {
  readonly need: Need
  readonly place: CellRef
  readonly part: Interval
  readonly from: PersonId | null
}

/** What the person of a breach holds of its duties; of a missing backup also the open backup duties. */
function placesIn(view: RotaView, { needIds, personId, kind }: Violation): Held[] {
  return needIds.flatMap((needId): Held[] => {
    const need = view.needs.get(needId)
    if (!need) return []
    const seats = Array.from({ length: need.number }, (_, seat) => ({ needId, seat }))
    return seats.flatMap((place) => [
      ...(personId === null ? [] : heldBy(view, need, place, personId)),
      ...(kind === 'backup-missing' ? openIn(view, need, place) : []),
    ])
  })
}

function heldBy(view: RotaView, need: Need, place: CellRef, personId: PersonId): Held[] {
  const slices = view.rota.cells.get(cellKey(place))?.slices ?? []
  return slices
    .filter((slice) => slice.personId === personId && !slice.shadowing)
    .map(({ start, end }) => ({ need, place, part: { start, end }, from: personId }))
}

function openIn(view: RotaView, need: Need, place: CellRef): Held[] {
  return openParts(view.rota, need, place.seat).map((part) => ({ need, place, part, from: null }))
}

function given(
  view: RotaView,
  found: Violation,
  { place, part, from }: Held,
  to: PersonId,
  gapMinutes: number,
): Heal | null {
  const cell = withHolder(view, place, part, to)
  const warnings = tried(view, found, [cell])
  if (!warnings) return null
  const intents: Intent[] = [{ kind: 'slice', cell: place, slices: cell.slices }]
  return { way: 'give', place, part, from, to, other: null, intents, warnings, gapMinutes }
}

function swapped(view: RotaView, found: Violation, held: Held, other: Held): Heal | null {
  const { place, part, from } = held
  if (from === null || other.from === null) return null
  const cells = [withHolder(view, place, part, other.from), withHolder(view, other.place, other.part, from)]
  const warnings = tried(view, found, cells)
  if (!warnings) return null
  const intents = cells.map(
    ({ needId, seat, slices }): Intent => ({ kind: 'slice', cell: { needId, seat }, slices }),
  )
  return {
    way: 'swap',
    place,
    part,
    from,
    to: other.from,
    other: other.place,
    intents,
    warnings,
    gapMinutes: 0,
  }
}

/** Whole duties of others on the same line, the closest first. */
function partnersOf(view: RotaView, { need, from }: Held): Held[] {
  const near = (view.needsByLine.get(need.lineId) ?? []).filter(
    (other) => other.id !== need.id && Math.abs(other.start - need.start) < SWAP_DAYS * MINUTES_PER_DAY,
  )
  return near
    .toSorted((a, b) => Math.abs(a.start - need.start) - Math.abs(b.start - need.start))
    .flatMap((other) =>
      Array.from({ length: other.number }, (_, seat) => ({ needId: other.id, seat })).flatMap((place) => {
        const slices = view.rota.cells.get(cellKey(place))?.slices ?? []
        const [slice] = slices
        if (slices.length !== 1 || !slice?.personId || slice.personId === from || slice.shadowing) return []
        return [{ need: other, place, part: { start: slice.start, end: slice.end }, from: slice.personId }]
      }),
    )
}

/** The warnings that come with a change, or undefined where it does not heal, or breaks what blocks. */
function tried(view: RotaView, found: Violation, cells: readonly Cell[]): readonly Violation[] | undefined {
  const { before, after } = recheck(view, cells, true)
  const blockOf = (needId: NeedId) => view.needs.get(needId)?.blockId
  if (after.some((left) => isStill(found, left, blockOf))) return undefined
  const fresh = freshBreaches(before.filter(isTold), after.filter(isTold), blockOf)
  return fresh.some(isBlocking) ? undefined : fresh
}

/** What is only shown in reports neither hinders a change nor counts against it. */
function isTold({ grade }: Violation): boolean {
  return grade !== 'shown'
}

/** Whether what is left is the same breach, even if milder. */
function isStill(found: Violation, left: Violation, blockOf: Parameters<typeof freshBreaches>[2]): boolean {
  return left.personId === found.personId && freshBreaches([found], [left], blockOf).length === 0
}

function gapsOf(view: RotaView): Map<PersonId, number> {
  return new Map(
    fairShares(view.rota).map(({ personId, target, actual }) => [
      personId,
      DUTY_FORMS.reduce((gap, form) => gap + target.minutes[form] - actual.minutes[form], 0),
    ]),
  )
}
