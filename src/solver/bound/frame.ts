import { NONE, type Problem } from '../problem.ts'
import type { Grid, Pattern, Window } from '../units.ts'

/**
 * What a person's units are judged by, unit after unit, as far as a programme over units can follow it. What it cannot follow
 * (a pattern whose units run against the days, pairs far apart) is left out, which only makes its results lower.
 */
export interface Frame {
  readonly units: number
  /** Sets of slots of each unit that one person may hold together, by what they do to later units; the first is the empty one. */
  readonly choices: readonly (readonly Choice[])[]
  readonly tracks: readonly Track[]
  /** Kinds that each unit's slots are of, as bits. */
  readonly kinds: Int32Array
  /** The budget of each unit, or NONE, and what can be loaded on it after this unit. */
  readonly budget: Int32Array
  readonly isLastOfBudget: Uint8Array
  readonly loadLeft: Int32Array
}

/** Sets of slots that weigh the same on what follows. */
export interface Choice {
  readonly sets: readonly (readonly number[])[]
  readonly kinds: number
  readonly load: number
  /** Tracks whose unit is held, as bits. */
  readonly tracks: number
}

/** A pattern, followed along the units. */
export interface Track {
  /** The pattern's unit at each unit, or that of the last slot seen before. */
  readonly at: Int32Array
  readonly units: number
  readonly windows: readonly Window[]
  readonly reach: number
  /** The most units that can be held in so many on end. */
  readonly dense: Int32Array
}

/** Kinds are kept as bits of one integer. */
const MOST_KINDS = 30

/** Sets of slots of one unit that are looked at; where there are more, the programme is given up. */
const MOST_SETS = 4000

/** Undefined where slots of one unit can be held together in too many ways. */
export function frameOf(problem: Problem, grid: Grid): Frame | undefined {
  if (grid.kinds > MOST_KINDS || grid.patterns.length > MOST_KINDS) return undefined
  const units = grid.tables[0]!.units
  const inUnit: number[][] = Array.from({ length: units }, () => [])
  for (let slot = 0; slot < problem.slots; slot++) inUnit[grid.unit[slot]!]!.push(slot)
  const patterns = grid.patterns.filter((pattern) => isFollowable(pattern, inUnit))
  const tracks = patterns.map((pattern) => trackOf(grid, pattern, inUnit))
  const budget = budgetsOf(grid, inUnit)
  const choices: Choice[][] = []
  for (const [unit, slots] of inUnit.entries()) {
    const sets = setsOf(grid, slots)
    if (sets === undefined) return undefined
    choices.push(toChoices(grid, patterns, budget[unit]!, sets))
  }
  const kinds = Int32Array.from(inUnit, (slots) =>
    slots.reduce((bits, slot) => bits | (1 << grid.kind[slot]!), 0),
  )
  const last = Uint8Array.from(budget, (own, unit) => Number(!budget.subarray(unit + 1).includes(own)))
  return { units, choices, tracks, kinds, budget, isLastOfBudget: last, loadLeft: loadLeft(budget, choices) }
}

/** Whether a pattern has one unit for each unit of days, never falling. */
function isFollowable(pattern: Pattern, inUnit: readonly (readonly number[])[]): boolean {
  let latest = 0
  return inUnit.every((slots) => {
    const seen = new Set(slots.map((slot) => pattern.unit[slot]!).filter((own) => own !== NONE))
    const [own = latest] = seen
    const isHigher = own >= latest
    latest = own
    return isHigher && seen.size <= 1
  })
}

function trackOf(grid: Grid, pattern: Pattern, inUnit: readonly (readonly number[])[]): Track {
  let latest = 0
  const at = Int32Array.from(inUnit, (slots) => {
    for (const slot of slots) if (pattern.unit[slot] !== NONE) latest = pattern.unit[slot]!
    return latest
  })
  const reach = Math.max(1, ...pattern.windows.map((window) => window.length))
  const isByDays = inUnit.every((slots, unit) =>
    slots.every((slot) => pattern.unit[slot] === NONE || pattern.unit[slot] === unit),
  )
  const limits = isByDays
    ? grid.patterns.filter((other) => isOfAllDays(grid, other)).flatMap(hardWindows)
    : []
  const dense = Int32Array.from({ length: reach + 1 }, (_, length) => {
    const most = limits.map((window) => {
      const whole = Math.floor(length / window.length)
      return whole * window.most + Math.min(length - whole * window.length, window.most)
    })
    return Math.min(length, ...most)
  })
  return { at, units: pattern.units, windows: pattern.windows, reach, dense }
}

function isOfAllDays(grid: Grid, pattern: Pattern): boolean {
  return pattern.unit.every((own, slot) => own === grid.unit[slot])
}

function hardWindows(pattern: Pattern): readonly Window[] {
  return pattern.windows.filter((window) => window.breach === 1 && window.exempt.size === 0)
}

/** The one budget of each unit's slots; NONE where they have none, several, or one that was left before. */
function budgetsOf(grid: Grid, inUnit: readonly (readonly number[])[]): Int32Array {
  const left = new Set<number>()
  let latest = NONE
  return Int32Array.from(inUnit, (slots) => {
    const own = new Set(slots.map((slot) => grid.budget[slot]!))
    own.delete(NONE)
    const [only = latest] = own
    if (own.size > 1 || left.has(only)) return NONE
    if (only !== latest) left.add(latest)
    latest = only
    return only
  })
}

function setsOf(grid: Grid, slots: readonly number[]): number[][] | undefined {
  const sets: number[][] = [[]]
  for (const slot of slots) {
    for (const set of [...sets]) {
      if (set.every((other) => grid.beside[grid.kind[other]! * grid.kinds + grid.kind[slot]!] === 0))
        sets.push([...set, slot])
    }
    if (sets.length > MOST_SETS) return undefined
  }
  return sets
}

function toChoices(
  grid: Grid,
  patterns: readonly Pattern[],
  budget: number,
  sets: readonly (readonly number[])[],
): Choice[] {
  const byWeight = new Map<
    string,
    { sets: (readonly number[])[]; kinds: number; load: number; tracks: number }
  >()
  for (const set of sets) {
    let kinds = 0
    let load = 0
    let tracks = 0
    for (const slot of set) {
      kinds |= 1 << grid.kind[slot]!
      if (grid.budget[slot] === budget && budget !== NONE) load += grid.load[slot]!
      patterns.forEach((pattern, i) => {
        if (pattern.unit[slot] !== NONE) tracks |= 1 << i
      })
    }
    const key = `${kinds} ${load} ${tracks}`
    const known = byWeight.get(key)
    if (known === undefined) byWeight.set(key, { sets: [set], kinds, load, tracks })
    else known.sets.push(set)
  }
  return [...byWeight.values()]
}

/** The most that can be loaded on a unit's budget in later units. */
function loadLeft(budget: Int32Array, choices: readonly (readonly Choice[])[]): Int32Array {
  const left = new Int32Array(budget.length)
  for (let unit = budget.length - 2; unit >= 0; unit--) {
    if (budget[unit + 1] !== budget[unit]) continue
    const most = Math.max(...choices[unit + 1]!.map((choice) => choice.load))
    left[unit] = left[unit + 1]! + most
  }
  return left
}

/** The number of each unit's first choice, and of all choices. */
export function choiceNumbers({ choices }: Frame): Int32Array {
  const first = new Int32Array(choices.length + 1)
  choices.forEach((own, unit) => {
    first[unit + 1] = first[unit]! + own.length
  })
  return first
}

/** The frame without anything that one unit means to another: what is asked of each unit alone. */
export function looseFrame(frame: Frame): Frame {
  return {
    ...frame,
    tracks: [],
    kinds: new Int32Array(frame.units),
    budget: new Int32Array(frame.units).fill(NONE),
  }
}
