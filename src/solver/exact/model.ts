import { NONE, type Problem } from '../problem.ts'
import { addBacking } from './backing-rows.ts'
import { addObjective } from './changes.ts'
import { addClashes } from './clashes.ts'
import { clashOfMinutes, reachOfMinutes } from './gap-rows.ts'
import {
  addColumn,
  addRow,
  emptyLinear,
  greatestDivisor,
  type Linear,
  type Term,
  toLpText,
} from './linear.ts'
import { addMinutes, likenessOfMinutes } from './minute-rows.ts'
import { addPlaces, holdersOf, type Places } from './places.ts'
import { addUnits, clashOfUnits, likenessOfUnits, reachOfUnits } from './unit-rows.ts'

export interface ExactOptions {
  /** *none*: any rota will do. *changes*: the fewest slots with another holder than `former`. */
  readonly objective: 'cost' | 'none' | 'changes'
  /** Who held what; asked for *changes* and `free`, and a place to start from. */
  readonly former?: Int16Array
  /** Slots to be chosen for; the other ones stay as in `former`. All that are movable when left out. */
  readonly free?: readonly number[]
  /** Who may hold the free slots; everybody when left out. */
  readonly among?: readonly number[]
  /** How many of the free slots stay open that should be held; 0 when left out. */
  readonly open?: number
  /** The most that the objective may come to. */
  readonly most?: number
}

/** All rotas with no breach that the free slots can heal, as a mixed-integer linear programme. */
export interface ExactModel {
  readonly linear: Linear
  readonly places: Places
  readonly options: ExactOptions
  /** Breaches that no choice for the free slots heals; no rota has fewer. */
  readonly unmendable: number
  /**
   * Whether the programme's optimum is that of the score, and its rotas break nothing. Where it is false the optimum is only a
   * lower bound, and a rota must be counted anew before it is believed.
   */
  readonly isExact: boolean
  /** The optimum is a whole multiple of this; 0 where that is not known. */
  readonly grain: number
  /** Points of what stays open, which are no part of the linear objective: beside them its tolerances would mean nothing. */
  readonly openCost: number
  /** By how many points the objective may lie below the score because each of its squares is rounded. */
  readonly rounding: number
}

/** What rows are added to, and what is found out on the way. */
export interface Draft {
  readonly problem: Problem
  readonly linear: Linear
  readonly places: Places
  readonly isCosted: boolean
  /** How many of the free slots stay open that should be held. */
  readonly open: number
  rounding: number
  unmendable: number
  isExact: boolean
}

/** @throws when *changes* or `free` come without the former holders. */
export function toModel(problem: Problem, options: ExactOptions): ExactModel {
  const { objective, former } = options
  if (former === undefined && (objective === 'changes' || options.free !== undefined))
    throw new Error('fewest changes and free slots need the former holders')
  const linear = emptyLinear()
  const free = (options.free ?? [...problem.movable]).filter((slot) => problem.fixedTo[slot] === NONE)
  const held = heldBeside(problem, free, former)
  const clashes = problem.grid === null ? clashOfMinutes(problem) : clashOfUnits(problem, problem.grid)
  const likeness =
    problem.grid === null ? likenessOfMinutes(problem) : likenessOfUnits(problem, problem.grid, objective)
  const among = options.among ?? Array.from({ length: problem.staff }, (_, person) => person)
  const places = addPlaces(problem, linear, { free, held, among: new Set(among) }, clashes, likeness)
  const draft: Draft = {
    problem,
    linear,
    places,
    isCosted: objective === 'cost',
    open: options.open ?? 0,
    rounding: 0,
    unmendable: 0,
    isExact: true,
  }
  addCover(draft)
  const reach = problem.grid === null ? reachOfMinutes(problem) : reachOfUnits(problem.grid)
  const together = addClashes(linear, places, clashes, reach)
  addBacking(draft, together)
  if (problem.grid === null) addMinutes(draft, together)
  else addUnits(draft, problem.grid, together)
  const openCost = objective === 'cost' ? openCostOf(draft) : 0
  addObjective(draft, options, openCost)
  const { unmendable, isExact, rounding } = draft
  return { linear, places, options, unmendable, isExact, openCost, rounding, grain: grainOf(linear) }
}

export function textOf(model: ExactModel): string {
  return toLpText(model.linear)
}

function heldBeside(problem: Problem, free: readonly number[], former: Int16Array | undefined): Int16Array {
  const held = new Int16Array(problem.slots).fill(NONE)
  for (let slot = 0; slot < problem.slots; slot++) {
    const fixed = problem.fixedTo[slot]!
    held[slot] = fixed === NONE ? (former?.[slot] ?? NONE) : fixed
  }
  for (const slot of free) held[slot] = NONE
  return held
}

/** Each place has as many holders as slots; exactly `open` slots have none, beside those of backups that are not asked for. */
function addCover({ problem, linear, places, open }: Draft): void {
  const missing: Term[] = []
  places.slots.forEach((slots, place) => {
    const holders = holdersOf(places, place)
    if (problem.conditional[slots[0]!] === 1) {
      addRow(linear, holders, 0, slots.length)
      return
    }
    if (open > 0) {
      const column = addColumn(linear, { upper: slots.length, whole: 1 })
      missing.push([1, column])
      holders.push([1, column])
    }
    addRow(linear, holders, slots.length, slots.length)
  })
  if (open > 0) addRow(linear, missing, open, open)
}

function openCostOf({ problem, places, open }: Draft): number {
  const outside = places.held.filter(
    (person, slot) => person === NONE && places.placeOf[slot] === NONE && problem.conditional[slot] === 0,
  ).length
  return problem.weights.open * (open + outside)
}

/** The largest whole number that divides every cost, for which the columns with a cost must themselves have a grain. */
function grainOf({ cost, grain, constant }: Linear): number {
  let common = Math.abs(constant)
  for (const [column, value] of cost.entries()) {
    if (value === 0) continue
    const part = Math.abs(value) * grain[column]!
    if (part === 0 || !Number.isInteger(part)) return 0
    common = greatestDivisor(common, part)
  }
  return Number.isInteger(common) ? common : 0
}

/** Which columns are 1 in a rota: a solver finds the rest. */
export function startFrom(
  { places }: ExactModel,
  holder: Int16Array,
): { readonly indices: Int32Array; readonly values: Float64Array } {
  const chosen = new Set<number>()
  places.slots.forEach((slots, place) => {
    for (const slot of slots) {
      const person = holder[slot]!
      if (person !== NONE) chosen.add(places.column[person * places.slots.length + place]!)
    }
  })
  const indices = places.column.filter((column) => column !== NONE).sort()
  return { indices, values: Float64Array.from(indices, (column) => Number(chosen.has(column))) }
}

/** The rota that a solver's values tell of. Of alike slots everybody keeps the one they had. */
export function readSolution({ places, options }: ExactModel, columnValues: ArrayLike<number>): Int16Array {
  const holder = places.held.slice()
  const former = options.former
  const count = places.slots.length
  places.slots.forEach((slots, place) => {
    const persons: number[] = []
    for (let at = place; at < places.column.length; at += count) {
      const column = places.column[at]!
      if (column !== NONE && columnValues[column]! > 0.5) persons.push(Math.floor(at / count))
    }
    const left = slots.filter((slot) => {
      const at = former === undefined ? -1 : persons.indexOf(former[slot]!)
      if (at >= 0) holder[slot] = persons.splice(at, 1)[0]!
      return at < 0
    })
    persons.slice(0, left.length).forEach((person, i) => {
      holder[left[i]!] = person
    })
  })
  return holder
}
