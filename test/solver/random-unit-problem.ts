import { toProblem } from '../../src/solver/derive.ts'
import { BACKUP_LINE, blankProblem, COUNTERS, NONE, type Problem } from '../../src/solver/problem.ts'
import { blankUnits, type Pairs, type UnitRules, type Window } from '../../src/solver/units.ts'
import { WEIGHTS } from '../../src/solver/weights.ts'
import { drawerOf } from './random-district.ts'

type Draw = ReturnType<typeof drawerOf>

/** A small problem with rules by units, in which each of them bites now and then. The same seed and size give the same problem. */
export function randomUnitProblem(seed: number, size?: { slots: number; staff: number }): Problem {
  const draw = drawerOf(seed)
  const slots = size?.slots ?? draw(4, 40)
  const staff = size?.staff ?? draw(2, 6)
  const days = draw(8, 40)
  const weights = {
    ...WEIGHTS,
    wishPoint: 1,
    open: 5000,
    breach: draw(1, 9) * 100,
    idleBackup: draw(0, 1) * 30,
  }
  const unit = Int32Array.from({ length: slots }, () => draw(0, days - 1)).sort()
  const data = {
    ...blankProblem({ slots, staff, weeks: 0, weekends: 0, blocks: 0, quotas: 0 }, weights),
    units: randomUnits(draw, unit, staff, days),
  }
  data.behind.set(1, [0])
  for (let slot = 0; slot < slots; slot++) {
    data.start[slot] = unit[slot]! * 1440
    data.end[slot] = data.start[slot]! + 960
    if (draw(0, 3) === 0) {
      data.role[slot] = BACKUP_LINE
      data.line[slot] = 1
      data.conditional[slot] = draw(0, 1)
    }
    if (draw(0, 9) === 0) data.fixedTo[slot] = draw(0, staff - 1)
    data.alike[slot] = draw(0, 2)
    for (let counter = 0; counter < 3; counter++) data.amounts[slot * COUNTERS + counter] = draw(0, 2)
  }
  for (let pair = 0; pair < staff * slots; pair++) {
    data.refusal[pair] = draw(0, 5) === 0 ? 1 : 0
    data.able[pair] = draw(0, 3)
    data.wishPoints[pair] = draw(-50, 50)
  }
  return toProblem(data)
}

function randomUnits(draw: Draw, unit: Int32Array, staff: number, days: number): UnitRules {
  const budgets = Math.ceil(days / 7)
  const units = blankUnits(unit.length, staff, budgets, 3)
  const days3 = Int32Array.from(unit, (day) => (draw(0, 2) === 0 ? NONE : day))
  const weeks = Int32Array.from(unit, (day) => Math.floor(day / 7))
  units.unit.set(unit)
  unit.forEach((_, slot) => {
    units.kind[slot] = draw(0, 2)
    units.budget[slot] = draw(0, 4) === 0 ? NONE : weeks[slot]!
    units.load[slot] = draw(0, 4)
  })
  units.beside.forEach((_, i) => {
    units.beside[i] = draw(0, 1)
    units.follows[i] = draw(0, 1)
  })
  // Which of two slots of one unit comes first says nothing about whether one person may hold both.
  for (let a = 0; a < 3; a++) for (let b = 0; b < a; b++) units.beside[a * 3 + b] = units.beside[b * 3 + a]!
  units.budgetMost.forEach((_, i) => {
    units.budgetMost[i] = draw(2, 8)
  })
  units.target.forEach((_, i) => {
    units.target[i] = draw(0, 8)
  })
  units.steep.set([draw(0, 3), draw(0, 3), 0])
  units.squared.set([0, draw(0, 3), draw(0, 3)])
  const rate = Float64Array.from({ length: staff }, () => draw(1, 3))
  return {
    ...units,
    patterns: [
      {
        units: days,
        unit: draw(0, 1) === 0 ? units.unit : Int32Array.from(unit),
        windows: [randomWindow(draw), randomWindow(draw)],
      },
      { units: days, unit: days3, windows: [randomWindow(draw)] },
      {
        units: budgets,
        unit: weeks,
        windows: [{ length: 2, most: 1, breach: 1, cost: 7, exempt: new Set([0]) }],
      },
    ],
    pairs: randomPairs(draw, unit.length),
    spreads: draw(0, 1) === 0 ? [] : [{ counter: 0, rate, step: 2, points: 11 }],
  }
}

function randomWindow(draw: Draw): Window {
  const length = draw(1, 5)
  const breach = draw(0, 1) as 0 | 1
  return { length, most: draw(0, length - 1), breach, cost: draw(0, 20), exempt: new Set([draw(0, 9)]) }
}

function randomPairs(draw: Draw, slots: number): Pairs {
  const partner = Array.from({ length: slots }, () => NONE)
  for (let i = 0; i < slots; i++) {
    const other = draw(0, slots - 1)
    if (other === i || partner[i] !== NONE || partner[other] !== NONE) continue
    partner[i] = other
    partner[other] = i
  }
  const held = partner.flatMap((other, slot) => (other === NONE ? [] : [{ slot, other }]))
  const from = new Int32Array(slots + 1)
  for (let slot = 0; slot < slots; slot++) from[slot + 1] = from[slot]! + Number(partner[slot] !== NONE)
  return {
    from,
    items: Int32Array.from(held, ({ other }) => other),
    breach: Uint8Array.from(held, ({ slot, other }) => (slot + other) % 2),
    cost: Int32Array.from(held, ({ slot, other }) => slot + other),
  }
}
