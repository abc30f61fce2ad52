import { NONE, type Problem } from '../problem.ts'
import { scoreOf } from '../score/score.ts'
import { below, CHANCE_WORDS, seedChance } from '../search/chance.ts'
import type { ExactResult } from './solve.ts'

const MINUTES_PER_DAY = 1440

/** As much as a small solver in a browser closes in a second or two, with 14 doctors. */
const WINDOW_DAYS = 14

/** A stretch of time in which everything that can move is chosen anew. */
export interface Stretch {
  /** Minutes, half-open. */
  readonly from: number
  readonly to: number
  readonly free: readonly number[]
}

/** Stretches of `days` that begin every `stride` days and together hold every slot that can move. */
export function stretchesOf(problem: Problem, days: number, stride: number): Stretch[] {
  const first = problem.movable[0]
  const last = problem.movable.at(-1)
  if (first === undefined || last === undefined) return []
  const begin = problem.start[first]! - (problem.start[first]! % MINUTES_PER_DAY)
  const stretches: Stretch[] = []
  for (let from = begin; ; from += stride * MINUTES_PER_DAY) {
    const to = from + days * MINUTES_PER_DAY
    const free = [...problem.movable].filter(
      (slot) => problem.start[slot]! >= from && problem.start[slot]! < to,
    )
    if (free.length > 0) stretches.push({ from, to, free })
    if (to > problem.start[last]!) return stretches
  }
}

/** What is to be solved: the rota now, and what of it is free, for whom. */
export interface Window {
  readonly objective: 'cost'
  readonly former: Int16Array
  readonly free: readonly number[]
  readonly among?: readonly number[]
  readonly open: number
}

/**
 * Betters a rota by choosing parts of it anew, until no part gives more: by turns all that four persons hold, and all that lies
 * within a fortnight. Hands out windows, takes what a solver found for each, and ends with the best rota; it never gets worse.
 */
export function* polish(problem: Problem, holder: Int16Array): Generator<Window, Int16Array, ExactResult> {
  let best = { holder, ...worthOf(problem, holder) }
  const parts = [...groupsOf(problem, holder), ...fortnightsOf(problem)]
  for (let i = 0, fruitless = 0; fruitless < parts.length; i++, fruitless++) {
    const found = yield windowOf(problem, best.holder, parts[i % parts.length]!)
    if (found.kind !== 'optimal' && found.kind !== 'feasible') continue
    const { hard, total } = worthOf(problem, found.holder)
    if (hard > best.hard || (hard === best.hard && total >= best.total)) continue
    best = { holder: found.holder, hard, total }
    fruitless = -1
  }
  return best.holder
}

/** Slots that begin in a time, and whose holders they are or become; everybody where `among` is null. */
interface Part {
  readonly from: number
  readonly to: number
  readonly among: readonly number[] | null
}

/** More slots than this for one group are cut up by time. */
const MOST_SLOTS = 170
/** Threes are solved in a third of the time, but give less for it: what three can exchange, annealing has mostly found. */
const GROUP = 4
const MOST_GROUPS = 1000

/** Groups of those who hold something; all of them, or some drawn by chance where they are too many. */
function groupsOf(problem: Problem, holder: Int16Array): Part[] {
  const active = [...new Set(holder)].filter((person) => person !== NONE).sort((a, b) => a - b)
  const size = Math.min(GROUP, active.length)
  const each = Math.max(1, problem.movable.length / Math.max(1, active.length))
  const pieces = Math.max(1, Math.ceil((size * each) / MOST_SLOTS))
  const [from, to] = spanOf(problem)
  return drawGroups(active, size).flatMap((among) =>
    Array.from({ length: pieces }, (_, i) => ({
      from: from + Math.floor(((to - from) * i) / pieces),
      to: from + Math.floor(((to - from) * (i + 1)) / pieces),
      among,
    })),
  )
}

/** Different groups, in an order in which each has little in common with the one before. */
function drawGroups(active: readonly number[], size: number): number[][] {
  let all = 1
  for (let i = 0; i < size; i++) all = (all * (active.length - i)) / (i + 1)
  const wanted = Math.min(MOST_GROUPS, Math.round(all))
  const chance = new Uint32Array(CHANCE_WORDS)
  seedChance(chance, active.length)
  const groups = new Map<string, number[]>()
  while (size > 0 && groups.size < wanted) {
    const group = new Set<number>()
    while (group.size < size) group.add(active[below(chance, active.length)]!)
    const sorted = [...group].sort((a, b) => a - b)
    groups.set(sorted.join(), sorted)
  }
  return [...groups.values()]
}

function fortnightsOf(problem: Problem): Part[] {
  return stretchesOf(problem, WINDOW_DAYS, WINDOW_DAYS / 2).map(({ from, to }) => ({ from, to, among: null }))
}

function spanOf({ movable, start }: Problem): readonly [from: number, to: number] {
  const first = movable[0]
  const last = movable.at(-1)
  return first === undefined || last === undefined ? [0, 0] : [start[first]!, start[last]! + 1]
}

function windowOf(problem: Problem, former: Int16Array, { from, to, among }: Part): Window {
  const free = [...problem.movable].filter((slot) => {
    const isInside = problem.start[slot]! >= from && problem.start[slot]! < to
    return isInside && (among === null || former[slot] === NONE || among.includes(former[slot]!))
  })
  const open = free.filter((slot) => former[slot] === NONE && problem.conditional[slot] === 0).length
  return { objective: 'cost', former, free, open, ...(among === null ? {} : { among }) }
}

function worthOf(problem: Problem, holder: Int16Array): { readonly hard: number; readonly total: number } {
  const { hard, total } = scoreOf(problem, holder)
  return { hard, total }
}
