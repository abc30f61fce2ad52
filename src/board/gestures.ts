import { handOver } from '../core/plans/hand-over.ts'
import type { DraftCells, Intent, Needs } from '../core/plans/intent.ts'
import { loadNeed } from '../core/plans/intent.ts'
import { type CellRef, cellKey, type Slice } from '../core/rota/assignment.ts'
import type { Need, NeedId } from '../core/rota/need.ts'
import type { PersonId } from '../core/rota/person.ts'
import { type Interval, intersection, minutesOf } from '../core/time/interval.ts'
import { addDays, type Dates, daysBetween, type LocalDate, mondayOf } from '../core/time/local-date.ts'
import { fromWall, toWall } from '../core/time/oslo.ts'

/** What a draft asks for and what stands in it: only its own days and lines. */
export interface Plan {
  readonly needs: Needs
  readonly cells: DraftCells
  readonly byDate: ReadonlyMap<LocalDate, readonly Need[]>
}

/** A place and the part of it that somebody pointed at. */
export interface Target extends CellRef {
  readonly part: Interval
}

/** What a gesture does, with what it had to leave alone. */
export interface Gesture {
  readonly intents: readonly Intent[]
  /** Locked places that were not touched. */
  readonly locked: readonly CellRef[]
  /** Places without a counterpart on the day they were meant for. */
  readonly missing: number
}

export function planOf(needs: Iterable<Need>, cells: DraftCells): Plan {
  const list = [...needs]
  return {
    needs: new Map(list.map((need) => [need.id, need])),
    cells,
    byDate: Map.groupBy(list, (need) => need.date),
  }
}

/** Gives parts to a person, or to nobody; the other parts of their places stand. Locked places are left alone. */
export function give(plan: Plan, targets: readonly Target[], personId: PersonId | null): Gesture {
  const byPlace = Map.groupBy(targets, cellKey)
  return gestureOf(
    plan,
    [...byPlace.values()].map((own) => contentGiven(plan, own, personId)),
  )
}

/** The same duties in every `every`-th week after their own up to `to` (inclusive), held as they are held now. */
export function repeatWeekly(
  plan: Plan,
  places: readonly CellRef[],
  { every, from, to }: { readonly every: number; readonly from: LocalDate; readonly to: LocalDate },
): Gesture {
  const dates = places.map((place) => loadNeed(plan.needs, place.needId).date).sort()
  const [first] = dates
  if (first === undefined || every < 1) return { intents: [], locked: [], missing: 0 }
  const step = 7 * every
  const shifts: number[] = []
  for (let days = step; addDays(first, days) <= to; days += step)
    if (addDays(dates.at(-1) as LocalDate, days) >= from) shifts.push(days)
  return copiedBy({ ...plan, held: plan.cells }, places, shifts, { from, to: addDays(to, 1) })
}

/** The same duties some days later (or earlier, below 0), held as they were when `held` was taken. Where those were open nothing is done. */
export function copyBy(plan: Plan, places: readonly CellRef[], days: number, held: DraftCells): Gesture {
  return copiedBy({ ...plan, held }, places, [days], null)
}

/** All places of the draft in the seven days from a Monday, of some lines or of all. */
export function placesOfWeek(plan: Plan, monday: LocalDate, lineIds: readonly string[] | null): CellRef[] {
  return Array.from({ length: 7 }, (_, day) => plan.byDate.get(addDays(monday, day)) ?? [])
    .flat()
    .filter((need) => lineIds === null || lineIds.includes(need.lineId))
    .flatMap(seatsOf)
}

/** The places of the block that a place is part of, by start, in the same seat; only itself when it is in none. */
export function placesOfBlock(plan: Plan, { needId, seat }: CellRef): CellRef[] {
  return needsOfBlock(plan, needId).map((need) => ({
    needId: need.id,
    seat: Math.min(seat, need.number - 1),
  }))
}

/** The half of the block in which a place lies, cut between two duties where the halves are most alike in length. */
export function placesOfHalfBlock(plan: Plan, place: CellRef): CellRef[] {
  const needs = needsOfBlock(plan, place.needId)
  const own = needs.findIndex((need) => need.id === place.needId)
  const cut = evenCut(needs.map(minutesOf))
  const half = own < cut ? needs.slice(0, cut) : needs.slice(cut)
  return half.map((need) => ({ needId: need.id, seat: Math.min(place.seat, need.number - 1) }))
}

/** The same duty of a line on another date: of the same window, else of the same name, else of the line's only one. */
export function counterpart(plan: Plan, need: Need, date: LocalDate): Need | undefined {
  const same = (plan.byDate.get(date) ?? []).filter((other) => other.lineId === need.lineId)
  return (
    same.find((other) => windowKey(other) === windowKey(need)) ??
    same.find((other) => other.name === need.name) ??
    (same.length === 1 ? same[0] : undefined)
  )
}

/** The whole of a place as something to point at. */
export function wholeTarget(plan: Plan, { needId, seat }: CellRef): Target {
  const { start, end } = loadNeed(plan.needs, needId)
  return { needId, seat, part: { start, end } }
}

/** From the week of one date to the week of another, in days: how far a copied week is carried. */
export function daysBetweenWeeks(from: LocalDate, to: LocalDate): number {
  return daysBetween(mondayOf(from), mondayOf(to))
}

function copiedBy(
  plan: Plan & { readonly held: DraftCells },
  places: readonly CellRef[],
  shifts: readonly number[],
  within: Dates | null,
): Gesture {
  const contents: Content[] = []
  let missing = 0
  for (const days of shifts) {
    for (const place of places) {
      const need = loadNeed(plan.needs, place.needId)
      const { slices = [] } = plan.held.get(cellKey(place)) ?? {}
      const date = addDays(need.date, days)
      if (slices.length === 0 || (within && (date < within.from || date >= within.to))) continue
      const to = counterpart(plan, need, date)
      if (!to || place.seat >= to.number) missing++
      else contents.push({ needId: to.id, seat: place.seat, slices: shifted(slices, need, to, days) })
    }
  }
  return { ...gestureOf(plan, contents), missing }
}

interface Content extends CellRef {
  readonly slices: readonly Slice[]
}

function contentGiven(plan: Plan, targets: readonly Target[], personId: PersonId | null): Content {
  const [{ needId, seat }] = targets as [Target]
  const now = plan.cells.get(cellKey({ needId, seat }))?.slices ?? []
  const slices = targets.reduce<readonly Slice[]>((held, { part }) => handOver(held, part, personId), now)
  return { needId, seat, slices }
}

function gestureOf(plan: Plan, contents: readonly Content[]): Gesture {
  const isLocked = (place: CellRef) => plan.cells.get(cellKey(place))?.locked ?? false
  return {
    intents: contents.filter((content) => !isLocked(content)).map((content) => toIntent(plan, content)),
    locked: contents.filter(isLocked).map(({ needId, seat }) => ({ needId, seat })),
    missing: 0,
  }
}

/** The plainest intent that leaves a place so: the list of steps is read by people. */
function toIntent(plan: Plan, { needId, seat, slices }: Content): Intent {
  const cell = { needId, seat }
  const [first] = slices
  if (!first) return { kind: 'clear', cell }
  const need = loadNeed(plan.needs, needId)
  const { personId } = first
  const isPlain =
    slices.length === 1 &&
    first.start === need.start &&
    first.end === need.end &&
    first.origin === 'share' &&
    !first.shadowing &&
    first.positionId === null
  return isPlain && personId !== null ? { kind: 'assign', cell, personId } : { kind: 'slice', cell, slices }
}

/** Parts keep their times on the clock, and whole duties stay whole. */
function shifted(slices: readonly Slice[], from: Need, to: Need, days: number): Slice[] {
  return slices.flatMap((slice) => {
    const start = slice.start === from.start ? to.start : laterOnClock(slice.start, days)
    const end = slice.end === from.end ? to.end : laterOnClock(slice.end, days)
    const part = start < end ? intersection({ start, end }, to) : undefined
    return part ? [{ ...slice, ...part }] : []
  })
}

function laterOnClock(minute: number, days: number): number {
  const { date, minuteOfDay, fold } = toWall(minute)
  return fromWall(addDays(date, days), minuteOfDay, fold)
}

function needsOfBlock(plan: Plan, needId: NeedId): Need[] {
  const need = loadNeed(plan.needs, needId)
  if (need.blockId === null) return [need]
  return [...plan.needs.values()]
    .filter((other) => other.blockId === need.blockId && other.lineId === need.lineId)
    .sort((a, b) => a.start - b.start)
}

/** How many of the lengths stand before the cut that leaves two sums most alike; ties give the first half more. */
function evenCut(lengths: readonly number[]): number {
  const total = lengths.reduce((sum, length) => sum + length, 0)
  let [best, bestGap, sum] = [lengths.length, Number.POSITIVE_INFINITY, 0]
  lengths.forEach((length, index) => {
    sum += length
    const gap = Math.abs(total - 2 * sum)
    if (gap <= bestGap && index < lengths.length - 1) [best, bestGap] = [index + 1, gap]
  })
  return best
}

function seatsOf(need: Need): CellRef[] {
  return Array.from({ length: need.number }, (_, seat) => ({ needId: need.id, seat }))
}

function windowKey(need: Need): string {
  return need.id.slice(need.lineId.length + need.date.length + 2)
}
