import { NONE, type Problem } from '../problem.ts'
import { isUnbacked } from '../score/backing.ts'
import {
  type Holding,
  holdingsOf,
  isBackupLetOff,
  isPossible,
  isWithin,
  type Steps,
  sizeOf,
} from './holdings.ts'
import { backersOf, hasBit, type Layout } from './layout.ts'
import type { Without } from './without.ts'

export type Cover =
  /** Who takes which of the places, their backups and what lies between them. */
  | { readonly kind: 'held'; readonly holders: ReadonlyMap<number, number> }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'undecided' }

/**
 * Whether all places of a layout can be held, by trying: the place with the fewest ways of being held first, one person's whole
 * part of it at a time. Impossible is proved: every rule that is looked at is one of the problem's. Held is shown by holders
 * who break none of them.
 */
export function coverAll(problem: Problem, layout: Layout, without: Without, steps: Steps): Cover {
  const sets: (readonly Holding[])[] = []
  for (let person = 0; person < problem.staff; person++) {
    const own = holdingsOf(problem, layout, without, person, steps)
    if (own === undefined) return { kind: 'undecided' }
    sets.push(own)
  }
  const search: Search = {
    problem,
    layout,
    without,
    sets,
    steps,
    likeOf: likenesses(sets),
    chosen: sets.map(() => null),
    failed: new Set(),
    isDoubtful: false,
  }
  const found = go(search, new Int32Array(layout.words), new Int32Array(layout.words))
  if (found === 'undecided' || (!found && search.isDoubtful)) return { kind: 'undecided' }
  return found ? { kind: 'held', holders: holdersOf(search) } : { kind: 'impossible' }
}

interface Search {
  readonly problem: Problem
  readonly layout: Layout
  readonly without: Without
  readonly sets: readonly (readonly Holding[])[]
  readonly steps: Steps
  /** For each person the last one before who can hold the same, or NONE: of persons alike, the first is chosen first. */
  readonly likeOf: readonly number[]
  readonly chosen: (Holding | null)[]
  readonly failed: Set<string>
  /** Whether all places were covered by sets that do not go together: two that need one and the same bridge. */
  isDoubtful: boolean
}

function likenesses(sets: Search['sets']): number[] {
  const latest = new Map<string, number>()
  return sets.map((own, person) => {
    const text = own.map(({ gain, demand }) => `${gain} ${demand}`).join(';')
    const former = latest.get(text) ?? NONE
    latest.set(text, person)
    return former
  })
}

function go(search: Search, gain: Int32Array, demand: Int32Array): boolean | 'undecided' {
  if (--search.steps.left < 0) return 'undecided'
  const next = pickWant(search, gain, demand)
  if (next === 'none') return isSound(search)
  if (next === 'hopeless' || isTooMuch(search, gain)) return false
  const key = `${search.chosen.map((own) => (own ? 1 : 0)).join('')} ${gain} ${demand}`
  if (search.failed.has(key)) return false
  for (const { person, holding } of next.ways) {
    search.chosen[person] = holding
    const found = go(search, union(gain, holding.gain), union(demand, holding.demand))
    if (found !== false) return found
    search.chosen[person] = null
  }
  search.failed.add(key)
  return false
}

/** Whether the sets that were chosen stand when each slot is one person's. */
function isSound(search: Search): boolean {
  const { problem, layout, without, chosen } = search
  const holders = holdersOf(search)
  const areTrue = chosen.every((holding, person) => {
    const own = holding?.slots.filter((slot) => (holders.get(slot) ?? person) === person) ?? []
    return isPossible(problem, without, person, own)
  })
  const holder = Int16Array.from(problem.fixedTo, (fixed, slot) => holders.get(slot) ?? fixed)
  const areBacked = layout.required.every(
    (slot) => isBackupLetOff(without, slot) || isUnbacked(problem, holder, slot) === 0,
  )
  if (!areTrue || !areBacked) search.isDoubtful = true
  return areTrue && areBacked
}

interface Way {
  readonly person: number
  readonly holding: Holding
}

interface Want {
  readonly ways: readonly Way[]
}

/** The place, or the missing backup, that can be held in the fewest ways. */
function pickWant(search: Search, gain: Int32Array, demand: Int32Array): Want | 'none' | 'hopeless' {
  const { required } = search.layout
  let best: Way[] | null = null
  for (let bit = 0; bit < required.length; bit++) {
    const bits = hasBit(gain, bit) ? (hasBit(demand, bit) ? missingBackup(search, gain, bit) : null) : [bit]
    if (bits === null) continue
    const ways = waysOf(search, gain, bits, best === null ? Number.MAX_SAFE_INTEGER : best.length)
    if (ways === null) continue
    if (ways.length === 0) return 'hopeless'
    best = ways
  }
  return best === null ? 'none' : { ways: best.sort((a, b) => fresh(b, gain) - fresh(a, gain)) }
}

function fresh({ holding }: Way, gain: Int32Array): number {
  return sizeOf(less(holding.gain, gain))
}

/** Bits of backups, one of which must still be held behind a place, or null where enough are. */
function missingBackup({ problem, layout }: Search, gain: Int32Array, bit: number): number[] | null {
  const slot = layout.required[bit]!
  const open: number[] = []
  let covered = problem.start[slot]!
  for (const backup of backersOf(problem, slot)) {
    const at = layout.backups.indexOf(backup)
    const isHeld = at === NONE ? problem.fixedTo[backup] !== NONE : hasBit(gain, layout.required.length + at)
    if (!isHeld) {
      open.push(layout.required.length + at)
      continue
    }
    if (problem.start[backup]! <= covered) covered = Math.max(covered, problem.end[backup]!)
  }
  return covered >= problem.end[slot]! ? null : open
}

/** Every set of a person not yet chosen that has one of the bits; null when they are `most` or more. */
function waysOf(search: Search, gain: Int32Array, bits: readonly number[], most: number): Way[] | null {
  const ways: Way[] = []
  search.sets.forEach((sets, person) => {
    if (search.chosen[person] !== null || ways.length >= most) return
    const like = search.likeOf[person]!
    if (like !== NONE && search.chosen[like] === null) return
    const own: Holding[] = []
    for (const holding of sets) {
      if (bits.some((bit) => hasBit(holding.gain, bit))) own.push(holding)
    }
    search.steps.left -= (own.length * own.length) >> 5
    for (const holding of own) if (!isOutdone(holding, own, gain)) ways.push({ person, holding })
  })
  return ways.length >= most ? null : ways
}

/** Whether another of the sets gives all that this one would still add, and asks for no more. */
function isOutdone(holding: Holding, others: readonly Holding[], gain: Int32Array): boolean {
  const adds = less(holding.gain, gain)
  return others.some((other) => {
    if (other === holding) return false
    const more = less(other.gain, gain)
    if (!isWithin(adds, more) || !isWithin(other.demand, holding.demand)) return false
    const isSame = isWithin(more, adds) && isWithin(holding.demand, other.demand)
    return !isSame || others.indexOf(other) < others.indexOf(holding)
  })
}

/** Counting: whether more places are open than all who are left can take between them. */
function isTooMuch({ layout, sets, chosen }: Search, gain: Int32Array): boolean {
  const open = new Int32Array(layout.words)
  let left = 0
  for (let bit = 0; bit < layout.required.length; bit++) {
    if (hasBit(gain, bit)) continue
    open[bit >> 5]! |= 1 << (bit & 31)
    left++
  }
  for (let person = 0; person < sets.length && left > 0; person++) {
    if (chosen[person] !== null) continue
    let most = 0
    for (const { gain: own } of sets[person]!) most = Math.max(most, sharedBits(own, open))
    left -= most
  }
  return left > 0
}

function sharedBits(a: Int32Array, b: Int32Array): number {
  return sizeOf(a.map((word, i) => word & b[i]!))
}

function less(set: Int32Array, taken: Int32Array): Int32Array {
  return set.map((word, i) => word & ~taken[i]!)
}

function union(a: Int32Array, b: Int32Array): Int32Array {
  return a.map((word, i) => word | b[i]!)
}

function holdersOf({ layout, chosen }: Search): Map<number, number> {
  const holders = new Map<number, number>()
  chosen.forEach((holding, person) => {
    for (const slot of holding?.slots ?? [])
      if (layout.items.includes(slot) && !holders.has(slot)) holders.set(slot, person)
  })
  return holders
}
