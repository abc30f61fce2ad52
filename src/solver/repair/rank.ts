import { NONE, type Problem } from '../problem.ts'
import type { Smoothed } from './smooth.ts'
import { warningsIn } from './warnings.ts'

/** A rota in which nothing that can move is broken or missed. */
export interface Repair {
  readonly holder: Int16Array
  /** Slots whose holder is another than before, in order of start. */
  readonly changed: readonly number[]
  /** How many warnings the whole rota has; always 0 where rules are by units. */
  readonly warnings: number
  /** Persons who get or lose a slot, in order. */
  readonly persons: readonly number[]
  /** Points for each change, more the sooner it comes. */
  readonly disturbance: number
  readonly cost: number
}

/** `from` is the time of the repair, in the problem's minutes. */
export function toRepair(
  problem: Problem,
  former: Int16Array,
  { holder, cost }: Smoothed,
  from: number,
): Repair {
  const changed = Array.from(problem.movable).filter((slot) => holder[slot] !== former[slot])
  const touched = changed
    .flatMap((slot) => [holder[slot]!, former[slot]!])
    .filter((person) => person !== NONE)
  const sooner = changed.map((slot) => soonness(problem.start[slot]! - from))
  return {
    holder,
    changed,
    warnings: warningsIn(problem, holder),
    persons: [...new Set(touched)].sort((a, b) => a - b),
    disturbance: sooner.reduce((sum, points) => sum + points, 0),
    cost,
  }
}

const DAY = 1440

/** What is changed within two days has been planned around; what is weeks away has not. */
function soonness(minutes: number): number {
  if (minutes < 2 * DAY) return 8
  if (minutes < 7 * DAY) return 4
  return minutes < 14 * DAY ? 2 : 1
}

/** Below zero where the first is to be preferred: fewer changes, fewer warnings, fewer persons, later changes, then what the rota costs. */
export function compareRepairs(a: Repair, b: Repair): number {
  return (
    a.changed.length - b.changed.length ||
    a.warnings - b.warnings ||
    a.persons.length - b.persons.length ||
    a.disturbance - b.disturbance ||
    a.cost - b.cost ||
    compareHolders(a.holder, b.holder)
  )
}

function compareHolders(a: Int16Array, b: Int16Array): number {
  const first = a.findIndex((person, slot) => person !== b[slot])
  return first === -1 ? 0 : a[first]! - b[first]!
}

/** The best of each set of persons touched, the best first; the last of them is the one that costs least, where it is not among them. */
export function differing(repairs: readonly Repair[], most: number): Repair[] {
  const sets = new Set<string>()
  const chosen: Repair[] = []
  for (const repair of [...repairs].sort(compareRepairs)) {
    const key = repair.persons.join(' ')
    if (sets.has(key)) continue
    sets.add(key)
    chosen.push(repair)
  }
  const [first] = chosen
  if (first === undefined) return []
  const nearest = chosen.filter(({ changed }) => changed.length === first.changed.length)
  const cheapest = nearest.reduce((best, repair) => (repair.cost < best.cost ? repair : best), first)
  const kept = chosen.slice(0, most)
  return kept.includes(cheapest) || most < 2 ? kept : [...kept.slice(0, -1), cheapest]
}
