import { NONE } from '../problem.ts'
import type { Grid } from '../units.ts'
import { choiceNumbers, type Frame, type Track } from './frame.ts'

/**
 * All that a person may hold, as ways through layers of nodes, one layer before each unit and one at the end. A node stands for
 * all that earlier units mean to later ones. Arcs of node n are those from `first[n]` to `first[n + 1]`, the nodes in order of layer.
 */
export interface Graph {
  readonly nodes: number
  /** First node of the last layer, behind which nothing follows. */
  readonly last: number
  readonly first: Int32Array
  readonly target: Int32Array
  /** Index into all choices of all units, counted through. */
  readonly choice: Int32Array
  /** What the choice costs besides its slots, in whole points rounded down. */
  readonly cost: Int32Array
}

/** Above so many nodes the programme costs more than it proves. */
const MOST_NODES = 400_000

interface Layer {
  readonly number: Map<string, number>
  /** By node, at `node * width`: kinds that may not follow, load of the budget, then the bits of each track. */
  readonly states: number[]
}

/** The ways of somebody with these limits on budgets; undefined where there are too many. */
export function graphOf(grid: Grid, frame: Frame, budgetMost: Int32Array): Graph | undefined {
  const width = 2 + frame.tracks.length
  const firstChoice = choiceNumbers(frame)
  const first: number[] = []
  const target: number[] = []
  const choiceOf: number[] = []
  const cost: number[] = []
  let layer: Layer = { number: new Map(), states: new Array<number>(width).fill(0) }
  let nodes = 1
  let last = 0
  for (let unit = 0; unit < frame.units; unit++) {
    last = nodes
    const next: Layer = { number: new Map(), states: [] }
    const charges = frame.tracks.map((track) => chargesAt(track, unit))
    const follows = followsAt(grid, frame, unit)
    const state = new Array<number>(width).fill(0)
    for (let at = 0; at < layer.states.length; at += width) {
      first.push(target.length)
      const choices = frame.choices[unit]!
      for (let i = 0; i < choices.length; i++) {
        const points = takeChoice(
          frame,
          unit,
          layer.states,
          at,
          choices[i]!,
          charges,
          follows,
          budgetMost,
          state,
        )
        if (points === REFUSED) continue
        const key = state.join()
        let number = next.number.get(key)
        if (number === undefined) {
          number = next.number.size
          next.number.set(key, number)
          for (const part of state) next.states.push(part)
        }
        target.push(nodes + number)
        choiceOf.push(firstChoice[unit]! + i)
        cost.push(points)
      }
    }
    nodes += next.number.size
    if (nodes > MOST_NODES) return undefined
    layer = next
  }
  for (let node = first.length; node <= nodes; node++) first[node] = target.length
  return {
    nodes,
    last,
    first: Int32Array.from(first),
    target: Int32Array.from(target),
    choice: Int32Array.from(choiceOf),
    cost: Int32Array.from(cost, Math.floor),
  }
}

const REFUSED = -1

/** Fills `state` with what a choice makes of a node; returns what it costs besides its slots, or REFUSED. */
function takeChoice(
  frame: Frame,
  unit: number,
  states: readonly number[],
  at: number,
  choice: Frame['choices'][number][number],
  charges: readonly Float64Array[],
  follows: Int32Array,
  budgetMost: Int32Array,
  state: number[],
): number {
  if ((states[at]! & choice.kinds) !== 0) return REFUSED
  const budget = frame.budget[unit]!
  const load = states[at + 1]! + choice.load
  if (budget !== NONE && load > budgetMost[budget]!) return REFUSED
  let cost = 0
  for (let i = 0; i < frame.tracks.length; i++) {
    const track = frame.tracks[i]!
    let bits = states[at + 2 + i]!
    if ((choice.tracks >> i) & 1 && (bits & 1) === 0) {
      const charge = charges[i]![bits]!
      if (charge === REFUSED) return REFUSED
      cost += charge
      bits |= 1
    }
    state[i + 2] = movedOn(track, bits, unit)
  }
  state[0] = forbiddenAfter(choice.kinds, follows)
  const isFree =
    budget === NONE || frame.isLastOfBudget[unit] === 1 || load + frame.loadLeft[unit]! <= budgetMost[budget]!
  state[1] = isFree ? 0 : load
  return cost
}

/** Bits as the next unit sees them, without those that can no longer matter. */
function movedOn(track: Track, bits: number, unit: number): number {
  if (unit + 1 >= track.at.length) return 0
  const by = track.at[unit + 1]! - track.at[unit]!
  let moved = by >= track.reach ? 0 : (bits << by) & ((1 << track.reach) - 1)
  for (let age = track.reach - 1; age >= 1 && moved !== 0; age--) {
    if ((moved >> age) & 1 && !canMatter(track, moved, age)) moved &= ~(1 << age)
  }
  return moved
}

function canMatter({ windows, dense }: Track, bits: number, age: number): boolean {
  const held = countBits(bits & ((1 << (age + 1)) - 1) & ~1)
  return windows.some((window) => age < window.length && held + dense[window.length - age]! > window.most)
}

function countBits(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count++
  return count
}

/** By the bits of a track, what it costs to hold its unit at `unit`, or REFUSED. */
function chargesAt(track: Track, unit: number): Float64Array {
  const charges = new Float64Array(1 << track.reach)
  const own = track.at[unit]!
  for (let bits = 0; bits < charges.length; bits += 2) {
    for (const window of track.windows) {
      for (let start = Math.max(0, own - window.length + 1); start <= own; start++) {
        if (start + window.length > track.units || window.exempt.has(start)) continue
        const before = countBits(bits & ((1 << (own - start + 1)) - 1))
        if (before < window.most) continue
        if (window.breach === 1) charges[bits] = REFUSED
        else if (charges[bits] !== REFUSED) charges[bits]! += window.cost
      }
    }
  }
  return charges
}

/** By kind, the kinds of the next unit's slots that cannot follow it. */
function followsAt({ kinds, follows }: Grid, frame: Frame, unit: number): Int32Array {
  const next = unit + 1 < frame.units ? frame.kinds[unit + 1]! : 0
  return Int32Array.from({ length: kinds }, (_, kind) => {
    let bits = 0
    for (let other = 0; other < kinds; other++) bits |= follows[kind * kinds + other]! << other
    return bits & next
  })
}

function forbiddenAfter(kinds: number, follows: Int32Array): number {
  let bits = 0
  for (let kind = 0; kind < follows.length; kind++) if ((kinds >> kind) & 1) bits |= follows[kind]!
  return bits
}
