import { BACKS_UP, NONE, type Problem } from '../problem.ts'
import { needsBackup } from '../score/backing.ts'
import { type Fits, fitsFor } from './fits.ts'
import { fixedNear, type Layout, setBit } from './layout.ts'
import { refusalLeft, type Without } from './without.ts'

/** Places that one person can hold together, as far as a layout looks. */
export interface Holding {
  /** Bits of the layout: places that must be held, and backups in the hands of one who is able. */
  readonly gain: Int32Array
  /** Bits of the required places in which the person must have somebody behind. */
  readonly demand: Int32Array
  readonly slots: readonly number[]
}

/** Steps that are left; what takes more is given up. */
export interface Steps {
  left: number
}

/** Does something with at most so many of the steps; what it spends is spent of them all. */
export function within<T>(steps: Steps, most: number, work: (part: Steps) => T): T {
  const given = Math.max(0, Math.min(most, steps.left))
  const part = { left: given }
  const result = work(part)
  steps.left -= given - Math.max(0, part.left)
  return result
}

/**
 * The best sets that a person can hold: none of them is in every way less than another. Undefined when the steps ran out.
 * Slots that are held for good are part of every set.
 */
export function holdingsOf(
  problem: Problem,
  layout: Layout,
  without: Without,
  person: number,
  steps: Steps,
): Holding[] | undefined {
  const all = allSets(problem, layout, without, person, steps)
  if (all === undefined) return undefined
  const holdings = distinct(all.map((slots) => toHolding(problem, layout, without, person, slots)))
  return undominated(holdings, steps)
}

function allSets(
  problem: Problem,
  layout: Layout,
  without: Without,
  person: number,
  steps: Steps,
): number[][] | undefined {
  const fits = fitsFor(problem, without, person, layout.loose)
  const own = fixedNear(problem, layout.items).filter((slot) => problem.fixedTo[slot] === person)
  const fixed = own.filter((slot) => !without.locks.has(slot))
  // Whoever is let off a lock may hold the slot all the same: by minutes it may make one period of two.
  const freed = problem.grid === null ? own.filter((slot) => without.locks.has(slot)) : []
  const isFixed = new Set(fixed)
  const fitsBoth = fitsWith(fits, isFixed)
  const mayHold = (slot: number) =>
    refusalLeft(without, problem.refusal[person * problem.slots + slot]!, person, slot) === 0
  const items = [...layout.items.filter(mayHold), ...freed, ...fixed].sort((a, b) => a - b)
  const found: number[][] = []
  const held: number[] = []
  const go = (at: number): boolean => {
    if (--steps.left < 0) return false
    const slot = items[at]
    if (slot === undefined) {
      found.push(held.slice())
      return true
    }
    if (fitsBoth(held, slot)) {
      held.push(slot)
      const isDone = go(at + 1)
      held.pop()
      if (!isDone) return false
    }
    return isFixed.has(slot) || go(at + 1)
  }
  return go(0) ? found : undefined
}

/** The same, but slots held for good may break a rule among themselves: that is no choice of this person's. */
function fitsWith(fits: Fits, isFixed: ReadonlySet<number>): Fits {
  return (held, slot) =>
    fits(held, slot) ||
    (isFixed.has(slot) &&
      !fits(
        held.filter((other) => isFixed.has(other)),
        slot,
      ))
}

/** Whether one person can hold these and no other slots, some of them for good. */
export function isPossible(
  problem: Problem,
  without: Without,
  person: number,
  slots: readonly number[],
): boolean {
  const isFixed = new Set(
    slots.filter((slot) => problem.fixedTo[slot] === person && !without.locks.has(slot)),
  )
  const fitsBoth = fitsWith(fitsFor(problem, without, person), isFixed)
  return slots.every((slot, at) => fitsBoth(slots.slice(0, at), slot))
}

export function isBackupLetOff({ rules, relaxed }: Without, slot: number): boolean {
  return rules.has('backup') || (relaxed?.kind === 'no-backup' && relaxed.slot === slot)
}

function toHolding(
  problem: Problem,
  { required, backups, words }: Layout,
  without: Without,
  person: number,
  slots: readonly number[],
): Holding {
  const gain = new Int32Array(words)
  const demand = new Int32Array(words)
  const asking: number[] = []
  for (const slot of slots) {
    const place = required.indexOf(slot)
    if (place === NONE) continue
    setBit(gain, place)
    if (isBackupLetOff(without, slot) || !needsBackup(problem, slot, person)) continue
    setBit(demand, place)
    asking.push(slot)
  }
  for (const slot of slots) {
    const backup = backups.indexOf(slot)
    if (backup === NONE || (problem.able[person * problem.slots + slot]! & BACKS_UP) === 0) continue
    // Nobody is their own backup.
    const fronts = frontsOf(problem, slot).filter((front) => required.includes(front))
    if (fronts.some((front) => !asking.includes(front))) setBit(gain, required.length + backup)
  }
  return { gain, demand, slots }
}

function frontsOf({ fronts }: Problem, backup: number): number[] {
  return [...fronts.items.subarray(fronts.from[backup]!, fronts.from[backup + 1]!)]
}

function distinct(holdings: readonly Holding[]): Holding[] {
  return [...new Map(holdings.map((own) => [`${own.gain} ${own.demand}`, own])).values()]
}

function undominated(holdings: readonly Holding[], steps: Steps): Holding[] | undefined {
  const sorted = [...holdings].sort(
    (a, b) => sizeOf(b.gain) - sizeOf(a.gain) || sizeOf(a.demand) - sizeOf(b.demand),
  )
  const kept: Holding[] = []
  for (const own of sorted) {
    steps.left -= kept.length >> 3
    if (steps.left < 0) return undefined
    if (!kept.some((other) => isWithin(own.gain, other.gain) && isWithin(other.demand, own.demand)))
      kept.push(own)
  }
  return kept
}

/** Whether the second set has all of the first. */
export function isWithin(set: Int32Array, other: Int32Array): boolean {
  for (let i = 0; i < set.length; i++) if ((set[i]! & ~other[i]!) !== 0) return false
  return true
}

export function sizeOf(set: Int32Array): number {
  let size = 0
  for (let i = 0; i < set.length; i++) size += countBits(set[i]!)
  return size
}

function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
