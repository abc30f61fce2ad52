import { BACKS_UP, BACKUP_LINE, COUNTERS, NONE, type Problem, WORKS_ALONE } from '../problem.ts'
import type { Grid } from '../units.ts'
import { commonDivisor } from './common-divisor.ts'
import { takersOf } from './counted.ts'
import { type Curve, curveCost } from './curve.ts'
import { choiceNumbers, type Frame, frameOf, looseFrame } from './frame.ts'
import { type Graph, graphOf } from './graph.ts'

/**
 * A problem taken apart by persons: each may hold what the ways through their graph allow, whoever else holds it, and rows of
 * prices bring them together. Row by row: each slot is held once (at most once, where it is conditional); somebody stands behind
 * whoever cannot work alone; and each person's counts are what their slots add up to.
 */
export interface PersonPrices {
  readonly problem: Problem
  readonly grid: Grid
  readonly frame: Frame
  readonly choiceFrom: Int32Array
  readonly persons: readonly PersonWays[]
  /** First-line slots that may need somebody behind them; the row of a slot, or NONE. */
  readonly backed: readonly number[]
  readonly backedRow: Int32Array
  readonly counts: readonly PricedCount[]
  /** At `person * COUNTERS + counter`: the row, or NONE. */
  readonly countRow: Int32Array
  /** By row of counts, the amount that its price is for. */
  readonly countScale: Float64Array
  /** Slots that nobody may hold: open in every rota. */
  readonly unheld: number
  /** What the count of everybody else costs. */
  readonly constant: number
  /** Least and most that each price can usefully be. */
  readonly low: Float64Array
  readonly high: Float64Array
  /** Costs of whole rotas go up in steps of this; 0 where they do not. */
  readonly grain: number
  /** What they go up from: all counts at none. */
  readonly base: number
}

export interface PersonWays {
  readonly person: number
  readonly graph: Graph
  readonly may: Uint8Array
  /** How many slots of each unit are fixed to the person. */
  readonly fixed: Uint8Array
}

/** A person's count of one counter, in steps of `unit`; prices of it are by `unit / scale`, so that all rows weigh alike. */
interface PricedCount {
  readonly person: number
  readonly counter: number
  readonly curve: Curve
  readonly unit: number
  readonly scale: number
}

/** Undefined where rules by minutes hold, or a cost below zero leaves nothing to rest a bound on. */
export function relaxationOf(problem: Problem): PersonPrices | undefined {
  const { grid } = problem
  if (grid === null || hasNegativeCosts(problem, grid)) return undefined
  const frame = frameOf(problem, grid)
  if (frame === undefined) return undefined
  const persons = waysOf(problem, grid, frame)
  const backed = backedSlots(problem, persons)
  const { counts, constant } = countsOf(problem, grid, persons)
  const backedRow = new Int32Array(problem.slots).fill(NONE)
  backed.forEach((slot, i) => {
    backedRow[slot] = problem.slots + i
  })
  const countRow = new Int32Array(problem.staff * COUNTERS).fill(NONE)
  const countScale = new Float64Array(problem.slots + backed.length + counts.length)
  counts.forEach(({ person, counter, scale }, i) => {
    countRow[person * COUNTERS + counter] = problem.slots + backed.length + i
    countScale[problem.slots + backed.length + i] = scale
  })
  const isHeld = (slot: number) => persons.some((ways) => ways.may[slot] === 1)
  const unheld = [...problem.movable].filter((slot) => problem.conditional[slot] === 0 && !isHeld(slot))
  return {
    ...{ problem, grid, frame, persons, backed, backedRow, counts, countRow, countScale, constant },
    choiceFrom: choiceNumbers(frame),
    unheld: unheld.length,
    ...limitsOf(problem, backed, counts, new Set(unheld)),
    grain: grainOf(problem, grid, counts),
    base: constant + counts.reduce((sum, { curve }) => sum + curveCost(curve, 0), 0),
  }
}

function hasNegativeCosts(
  { weights }: Problem,
  { patterns, pairs, spreads, steep, squared, load }: Grid,
): boolean {
  const costs = [
    weights.idleBackup,
    weights.open,
    ...patterns.flatMap((pattern) => pattern.windows.map((window) => window.cost)),
    ...spreads.map((spread) => spread.points),
  ]
  return [...costs, ...pairs.cost, ...steep, ...squared, ...load].some((cost) => cost < 0)
}

function waysOf(problem: Problem, grid: Grid, frame: Frame): PersonWays[] {
  const { slots, staff, fixedTo } = problem
  const takers = takersOf(problem)
  const graphs = new Map<string, Graph>()
  const found: PersonWays[] = []
  for (let person = 0; person < staff; person++) {
    const fixed = new Uint8Array(frame.units)
    const may = Uint8Array.from({ length: slots }, (_, slot) => {
      if (fixedTo[slot] === person) fixed[grid.unit[slot]!]!++
      return Number(fixedTo[slot] === person || (fixedTo[slot] === NONE && takers.of[slot]!.includes(person)))
    })
    if (!may.includes(1)) continue
    const limits = grid.budgetMost.subarray(person * grid.budgets, (person + 1) * grid.budgets)
    const key = limits.join()
    const graph =
      graphs.get(key) ?? graphOf(grid, frame, limits) ?? (graphOf(grid, looseFrame(frame), limits) as Graph)
    graphs.set(key, graph)
    found.push({ person, graph, may, fixed })
  }
  return found
}

/** Whether a first-line slot in this person's hands asks for somebody behind it. */
export function asksBackup({ able, slots }: Problem, person: number, slot: number): boolean {
  return (able[person * slots + slot]! & WORKS_ALONE) === 0
}

/** Whether a slot in this person's hands stands behind others. */
export function givesBackup({ role, able, slots }: Problem, person: number, slot: number): boolean {
  return role[slot] === BACKUP_LINE && (able[person * slots + slot]! & BACKS_UP) !== 0
}

function backedSlots(problem: Problem, persons: readonly PersonWays[]): number[] {
  const slots = Array.from({ length: problem.slots }, (_, slot) => slot)
  return slots.filter(
    (slot) =>
      problem.backers.from[slot + 1]! > problem.backers.from[slot]! &&
      persons.some(({ person, may }) => may[slot] === 1 && asksBackup(problem, person, slot)),
  )
}

function countsOf(
  problem: Problem,
  grid: Grid,
  persons: readonly PersonWays[],
): { counts: PricedCount[]; constant: number } {
  const { slots, staff, amounts } = problem
  const counts: PricedCount[] = []
  let constant = 0
  for (const counter of grid.counters) {
    if (grid.steep[counter] === 0 && grid.squared[counter] === 0) continue
    const all = Array.from({ length: slots }, (_, slot) => amounts[slot * COUNTERS + counter]!).filter(
      (a) => a > 0,
    )
    const unit = all.reduce(commonDivisor, 0)
    const scale = all.reduce((sum, amount) => sum + amount, 0) / Math.max(1, all.length)
    for (let person = 0; person < staff; person++) {
      const may = persons.find((ways) => ways.person === person)?.may
      const most = may?.reduce((sum, is, slot) => sum + is * amounts[slot * COUNTERS + counter]!, 0) ?? 0
      const curve = countCurve(grid, person, counter, Math.max(1, unit), most)
      if (most === 0) constant += curveCost(curve, 0)
      else counts.push({ person, counter, curve, unit, scale })
    }
  }
  return { counts, constant }
}

function countCurve(grid: Grid, person: number, counter: number, unit: number, most: number): Curve {
  const aim = grid.target[person * COUNTERS + counter]! / unit
  const square = grid.squared[counter]! * unit * unit
  return {
    square,
    from: aim,
    to: aim,
    steep: grid.steep[counter]! * unit,
    aim,
    each: 0,
    least: 0,
    most: most / unit,
  }
}

/** Prices of no use are not tried: nobody is paid more for a slot than it costs open, nor more for a count than it can save. */
function limitsOf(
  problem: Problem,
  backed: readonly number[],
  counts: readonly PricedCount[],
  unheld: ReadonlySet<number>,
): { low: Float64Array; high: Float64Array } {
  const { slots, conditional, fixedTo, weights } = problem
  const rows = slots + backed.length + counts.length
  const low = new Float64Array(rows).fill(-weights.open)
  const high = new Float64Array(rows).fill(weights.open)
  for (let slot = 0; slot < slots; slot++) {
    if (conditional[slot] === 1) high[slot] = 0
    if (unheld.has(slot) || fixedTo[slot] !== NONE) low[slot] = high[slot] = 0
  }
  low.fill(0, slots, slots + backed.length)
  counts.forEach(({ curve, unit, scale }, i) => {
    if (curve.square > 0) return
    const most = (curve.steep / unit) * scale
    low[slots + backed.length + i] = -most
    high[slots + backed.length + i] = most
  })
  return { low, high }
}

/** The largest step by which all costs go up and down. */
function grainOf(problem: Problem, grid: Grid, counts: readonly PricedCount[]): number {
  const { weights, wishPoints } = problem
  const costs = [
    weights.open,
    weights.idleBackup,
    ...grid.patterns.flatMap((pattern) => pattern.windows.map((window) => window.cost)),
    ...grid.spreads.map((spread) => spread.points),
  ]
  let grain = 0
  for (const cost of [...costs, ...new Set(wishPoints), ...new Set(grid.pairs.cost)]) {
    if (!Number.isInteger(cost)) return 0
    grain = commonDivisor(grain, Math.abs(cost))
  }
  for (const { curve } of counts) {
    for (let x = 0; x <= curve.most; x++) {
      const rise = curveCost(curve, x) - curveCost(curve, 0)
      if (Math.abs(rise - Math.round(rise)) > 1e-6) return 0
      grain = commonDivisor(grain, Math.abs(Math.round(rise)))
    }
  }
  return grain
}
