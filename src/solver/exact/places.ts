import { NONE, type Problem } from '../problem.ts'
import { addColumn, type Linear, type Term } from './linear.ts'

/** One of a person's slots in a model: a column of choice, or (column NONE) something that is held in any case. */
export interface Entry {
  readonly slot: number
  readonly column: number
  readonly place: number
}

/**
 * What is to be chosen. Slots that no rule, count or cost tells apart are one place with a head count: without that a solver
 * meets each rota many times over.
 */
export interface Places {
  /** The free slots of each place, in order. */
  readonly slots: readonly (readonly number[])[]
  /** By slot: its place, or NONE where it is not free. */
  readonly placeOf: Int32Array
  /** At `person * places + place`: 1 for holding one of it, or NONE where the person may not. */
  readonly column: Int32Array
  /** Holders of what is not free; NONE for all that is. */
  readonly held: Int16Array
  /** By person, all that is or may be held, in order of the slots that stand for the places. */
  readonly entries: readonly (readonly Entry[])[]
}

/** Whether one person may not hold both of two slots, the first standing before the second. */
export type Clash = (before: number, after: number) => boolean

export interface Chosen {
  readonly free: readonly number[]
  readonly held: Int16Array
  readonly among: ReadonlySet<number>
}

/** Makes a column for each person and place that can go together beside what is held in any case. */
export function addPlaces(
  problem: Problem,
  linear: Linear,
  { free, held, among }: Chosen,
  clashes: Clash,
  likeness: (slot: number) => string | null,
): Places {
  const slots = grouped(free, likeness)
  const placeOf = new Int32Array(problem.slots).fill(NONE)
  slots.forEach((members, place) => {
    for (const slot of members) placeOf[slot] = place
  })
  const column = new Int32Array(problem.staff * slots.length).fill(NONE)
  const entries = Array.from({ length: problem.staff }, (_, person) => {
    const own: Entry[] = []
    for (let slot = 0; slot < problem.slots; slot++) {
      if (held[slot] === person) own.push({ slot, column: NONE, place: NONE })
    }
    const fixed = own.map((entry) => entry.slot)
    slots.forEach((members, place) => {
      const slot = members[0]!
      if (!among.has(person) || problem.refusal[person * problem.slots + slot] !== 0) return
      if (fixed.some((other) => (other < slot ? clashes(other, slot) : clashes(slot, other)))) return
      const at = addColumn(linear, { whole: 1 })
      column[person * slots.length + place] = at
      own.push({ slot, column: at, place })
    })
    return own.sort((a, b) => a.slot - b.slot)
  })
  return { slots, placeOf, column, held, entries }
}

/** Slots of one likeness together, in order of the first of each; null is like nothing else. */
function grouped(free: readonly number[], likeness: (slot: number) => string | null): number[][] {
  const places: number[][] = []
  const known = new Map<string, number[]>()
  for (const slot of free.toSorted((a, b) => a - b)) {
    const key = likeness(slot)
    const place = key === null ? undefined : known.get(key)
    if (place !== undefined) place.push(slot)
    else {
      const fresh = [slot]
      places.push(fresh)
      if (key !== null) known.set(key, fresh)
    }
  }
  return places
}

/** Everybody's columns of one place, each times `value`. */
export function holdersOf(places: Places, place: number, value = 1): Term[] {
  const terms: Term[] = []
  for (let at = place; at < places.column.length; at += places.slots.length) {
    if (places.column[at] !== NONE) terms.push([value, places.column[at]!])
  }
  return terms
}

/** The columns among some entries, and how many of them are held in any case. */
export function split(entries: readonly Entry[]): { readonly columns: number[]; readonly fixed: number } {
  const columns = entries.flatMap(({ column }) => (column === NONE ? [] : [column]))
  return { columns, fixed: entries.length - columns.length }
}
