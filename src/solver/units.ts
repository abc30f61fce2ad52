import {
  BACKUP_LINE,
  COUNTERS,
  FIRST_LINE,
  type Lists,
  NONE,
  type ProblemData,
  WORKS_ALONE,
} from './problem.ts'

/**
 * Rules that judge a person's slots by the units of time (days, weeks) they lie in, not by minutes. Where a problem has them,
 * they stand in the place of rest, overlap, spacing, weekly hours, blocks and quotas; and a change can be priced before it is made.
 */
export interface UnitRules {
  /** The unit of each slot; never falling from slot to slot. */
  readonly unit: Int32Array
  /** What a slot is like to its neighbours. */
  readonly kinds: number
  readonly kind: Int32Array
  /** At `kind * kinds + kind`: 1 where two slots of one unit, or of one unit and the next, cannot be one person's. */
  readonly beside: Uint8Array
  readonly follows: Uint8Array
  readonly patterns: readonly Pattern[]
  /** Hard upper limits, at `person * budgets + budget`, on the sum of `load`. */
  readonly budgets: number
  readonly budget: Int32Array
  readonly load: Int32Array
  readonly budgetMost: Int32Array
  /** At `person * COUNTERS + counter`: what the count should be, and the points of each unit and squared unit away from it. */
  readonly target: Float64Array
  readonly steep: Float64Array
  readonly squared: Float64Array
  readonly pairs: Pairs
  readonly spreads: readonly Spread[]
}

/** Units in which a person holds something, and how many of them may lie in a window. */
export interface Pattern {
  readonly units: number
  /** By slot; NONE for a slot that this pattern does not see. */
  readonly unit: Int32Array
  readonly windows: readonly Window[]
}

/** `breach` and `cost` are charged for each unit above `most` in `length` units on end; a breach counts once for each window. */
export interface Window {
  readonly length: number
  readonly most: number
  readonly breach: 0 | 1
  readonly cost: number
  /** First units of windows that are not judged. */
  readonly exempt: ReadonlySet<number>
}

/** For each slot others that it should not share its holder with; each pair stands under both. */
export interface Pairs extends Lists {
  readonly breach: Uint8Array
  readonly cost: Int32Array
}

/** Points of each begun `step` in the largest |rate(p) · count(q) − rate(q) · count(p)| over any two persons. */
export interface Spread {
  readonly counter: number
  readonly rate: Float64Array
  readonly step: number
  readonly points: number
}

/**
 * Windows as tables: what a person's taking up of a unit costs, by what is held around it. A cell is one person's unit of one
 * table; the cells of a unit stand side by side, at the unit's cell + person.
 */
export interface Grid extends UnitRules {
  readonly staff: number
  /** Counters that any slot has an amount of. */
  readonly counters: Int32Array
  /** The first is that of the units themselves. */
  readonly tables: readonly PatternTable[]
  /** At `slot * staff + person`: twice the cost of the pair, and 1 more where it is refused. */
  readonly pair: Int32Array
  /** At `slot * tables + table`: the cell of the slot's unit, or NONE; and how many cells there are in all. */
  readonly cell: Int32Array
  readonly cells: number
  /** The first slot of each unit or a later one; one entry more than units. */
  readonly firstOf: Int32Array
  /** Where the slot's clashes are counted, by unit and kind. */
  readonly clashAt: Int32Array
  /** Slots with the same amounts are of one class; at `class * COUNTERS + counter`. */
  readonly classOf: Int32Array
  readonly classes: number
  readonly classAmounts: Int32Array
  /** 1 for a slot of which a change of holder may leave somebody without backup, or a backup idle. */
  readonly backs: Uint8Array
  /** What a search trades a breach for. */
  readonly penalty: number
  /** The same with breaches at several times their price, for a search that seeks its first rota without any. */
  readonly stern: Grid | null
}

export interface PatternTable {
  readonly unit: Int32Array
  readonly units: number
  /** The longest window; units are seen from `reach − 1` before to `reach − 1` after. */
  readonly reach: number
  /** Where the entries of each unit begin. */
  readonly from: Int32Array
  readonly breach: Int8Array
  readonly cost: Int32Array
  /** The cost, breaches at the price that a search trades them for. */
  readonly value: Int32Array
  /** 16-bit words a person's units are kept in. */
  readonly words: number
  /** The first unit's cell. */
  readonly cell: number
}

const LONGEST_WINDOW = 8

/** @throws when units fall, or a window is longer than eight units. */
export function toGrid(rules: UnitRules, data: ProblemData): Grid {
  const { unit } = rules
  for (let slot = 1; slot < unit.length; slot++) {
    if (unit[slot]! < unit[slot - 1]!)
      throw new Error(`slot ${slot} lies in an earlier unit than slot ${slot - 1}`)
  }
  const counters = new Set<number>()
  data.amounts.forEach((amount, i) => {
    if (amount !== 0) counters.add(i % COUNTERS)
  })
  const own = rules.patterns.find((pattern) => pattern.unit === unit)
  const others = rules.patterns.filter((pattern) => pattern !== own)
  const first = own ?? { units: 1 + Math.max(0, ...unit.slice(-1)), unit, windows: [] }
  const penalty = data.weights.breach
  let cells = 0
  const tables = [first, ...others].map((pattern) => {
    const table = toTable(pattern, cells, penalty)
    cells += pattern.units * data.staff
    return table
  })
  const grid: Grid = {
    ...rules,
    staff: data.staff,
    counters: Int32Array.from(counters),
    tables,
    pair: pairsOf(data),
    cell: cellsOf(data, tables),
    cells,
    firstOf: firstSlots(unit, first.units),
    clashAt: Int32Array.from(unit, (own, slot) => (own * rules.kinds + rules.kind[slot]!) * data.staff),
    ...classesOf(data),
    backs: backsOf(data),
    penalty,
    stern: null,
  }
  return { ...grid, stern: withPenalty(grid, STERN * penalty) }
}

const STERN = 3

function withPenalty(grid: Grid, penalty: number): Grid {
  const valued = (table: PatternTable) => ({
    ...table,
    value: table.cost.map((points, i) => points + penalty * table.breach[i]!),
  })
  return { ...grid, penalty, tables: grid.tables.map(valued) }
}

function firstSlots(unit: Int32Array, units: number): Int32Array {
  const firstOf = new Int32Array(units + 1)
  let slot = 0
  for (let at = 0; at <= units; at++) {
    while (slot < unit.length && unit[slot]! < at) slot++
    firstOf[at] = slot
  }
  return firstOf
}

function cellsOf({ slots, staff }: ProblemData, tables: readonly PatternTable[]): Int32Array {
  const cell = new Int32Array(slots * tables.length)
  for (let slot = 0; slot < slots; slot++) {
    tables.forEach((table, i) => {
      const unit = table.unit[slot]!
      cell[slot * tables.length + i] = unit === NONE ? NONE : table.cell + unit * staff
    })
  }
  return cell
}

function classesOf({ slots, amounts }: ProblemData): Pick<Grid, 'classOf' | 'classes' | 'classAmounts'> {
  const known = new Map<string, number>()
  const classAmounts: number[] = []
  const classOf = Int32Array.from({ length: slots }, (_, slot) => {
    const own = amounts.subarray(slot * COUNTERS, (slot + 1) * COUNTERS)
    const key = own.join(' ')
    const found = known.get(key) ?? known.size
    if (found === known.size) {
      known.set(key, found)
      classAmounts.push(...own)
    }
    return found
  })
  return { classOf, classes: known.size, classAmounts: Int32Array.from(classAmounts) }
}

function pairsOf({ slots, staff, wishPoints, refusal }: ProblemData): Int32Array {
  const pair = new Int32Array(slots * staff)
  for (let person = 0; person < staff; person++) {
    for (let slot = 0; slot < slots; slot++) {
      const at = person * slots + slot
      pair[slot * staff + person] = 2 * wishPoints[at]! + Number(refusal[at] !== 0)
    }
  }
  return pair
}

function backsOf({ slots, staff, role, able }: ProblemData): Uint8Array {
  const backs = Uint8Array.from(role, (own) => Number(own === BACKUP_LINE))
  for (let pair = 0; pair < staff * slots; pair++) {
    const slot = pair % slots
    if ((able[pair]! & WORKS_ALONE) === 0 && role[slot] === FIRST_LINE) backs[slot] = 1
  }
  return backs
}

function toTable(pattern: Pattern, cell: number, penalty: number): PatternTable {
  const { unit, units, windows } = pattern
  const reach = Math.max(2, ...windows.map((window) => window.length))
  if (reach > LONGEST_WINDOW) throw new Error(`a window of ${reach} units is longer than ${LONGEST_WINDOW}`)
  const size = 1 << (2 * reach - 1)
  const sections = new Map<string, number>()
  const starts: (readonly number[])[][] = []
  const from = Int32Array.from({ length: units }, (_, centre) => {
    const judged = windows.map((window) => judgedStarts(window, centre, units))
    const key = judged.join(' ')
    const known = sections.get(key) ?? sections.size
    if (known === sections.size) {
      sections.set(key, known)
      starts.push(judged)
    }
    return known * size
  })
  const breach = new Int8Array(starts.length * size)
  const cost = new Int32Array(starts.length * size)
  starts.forEach((judged, section) => {
    windows.forEach((window, i) => {
      for (const start of judged[i]!)
        addWindow(window, start + reach - 1, reach, section * size, size, breach, cost)
    })
  })
  const words = ((units + 2 * reach) >> 4) + 2
  return {
    unit,
    units,
    reach,
    from,
    breach,
    cost,
    value: cost.map((points, i) => points + penalty * breach[i]!),
    words,
    cell,
  }
}

/** First units, counted from `centre`, of the judged windows that hold it. */
function judgedStarts({ length, exempt }: Window, centre: number, units: number): number[] {
  const starts: number[] = []
  for (let start = centre - length + 1; start <= centre; start++) {
    if (start >= 0 && start + length <= units && !exempt.has(start)) starts.push(start - centre)
  }
  return starts
}

/** Adds what one window that begins at bit `first` costs, for everything that may be held around the unit at `reach − 1`. */
function addWindow(
  { length, most, breach, cost }: Window,
  first: number,
  reach: number,
  at: number,
  size: number,
  breaches: Int8Array,
  costs: Int32Array,
): void {
  const seen = (((1 << length) - 1) << first) & ~(1 << (reach - 1))
  for (let held = 0; held < size; held++) {
    const others = countBits(held & seen)
    if (others < most) continue
    costs[at + held]! += cost
    if (others === most) breaches[at + held]! += breach
  }
}

function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Rules of units that ask nothing yet. */
export function blankUnits(slots: number, staff: number, budgets: number, kinds: number): UnitRules {
  return {
    unit: new Int32Array(slots),
    kinds,
    kind: new Int32Array(slots),
    beside: new Uint8Array(kinds * kinds),
    follows: new Uint8Array(kinds * kinds),
    patterns: [],
    budgets,
    budget: new Int32Array(slots).fill(NONE),
    load: new Int32Array(slots),
    budgetMost: new Int32Array(staff * budgets),
    target: new Float64Array(staff * COUNTERS),
    steep: new Float64Array(COUNTERS),
    squared: new Float64Array(COUNTERS),
    pairs: {
      from: new Int32Array(slots + 1),
      items: new Int32Array(0),
      breach: new Uint8Array(0),
      cost: new Int32Array(0),
    },
    spreads: [],
  }
}

/** The same rules with nothing that makes one unbroken rota better than another. */
export function withoutCosts(units: UnitRules): UnitRules {
  return {
    ...units,
    steep: new Float64Array(units.steep.length),
    squared: new Float64Array(units.squared.length),
    patterns: units.patterns.map((pattern) => ({
      ...pattern,
      windows: pattern.windows.map((window) => ({ ...window, cost: 0 })),
    })),
    pairs: { ...units.pairs, cost: new Int32Array(units.pairs.cost.length) },
    spreads: [],
  }
}
